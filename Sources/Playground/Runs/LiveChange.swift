/// A key that was changed while the run went on.
public struct LiveChange: Equatable, Sendable {
  /// Epochs done when it was changed.
  public var epoch: Int
  /// The key, or the place of a weight that was set by hand.
  public var key: String
  /// The value before, defaults filled in.
  public var from: String
  /// The value after.
  public var to: String
  /// Whether it is a weight that was set by hand, which no experiment can hold.
  public var isParameter: Bool

  /// A change of one key or one weight.
  public init(epoch: Int, key: String, from: String, to: String, isParameter: Bool = false) {
    self.epoch = epoch
    self.key = key
    self.from = from
    self.to = to
    self.isParameter = isParameter
  }
}
