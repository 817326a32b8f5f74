/// The network with the lowest validation loss so far: what a run stops with whose `patience` is at its end.
public struct Best: Equatable, Sendable {
  /// The epoch at which it was reached.
  public var epoch: Int
  /// From which epoch on patience counts: that one, or the one at which a run stopped that went on.
  public var since: Int
  /// The validation loss then.
  public var loss: Double
  /// `Network.parameters` then.
  public var parameters: [Float]
}
