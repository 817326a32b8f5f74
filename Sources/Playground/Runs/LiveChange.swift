/// A key that was changed while the run went on.
public struct LiveChange: Equatable, Sendable {
  /// Epochs done when it was changed.
  public var epoch: Int
  /// The key.
  public var key: String
  /// The value before, defaults filled in.
  public var from: String
  /// The value after.
  public var to: String

  /// A change of one key.
  public init(epoch: Int, key: String, from: String, to: String) {
    self.epoch = epoch
    self.key = key
    self.from = from
    self.to = to
  }
}
