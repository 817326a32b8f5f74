/// How fast epochs go by.
public enum Pace: Equatable, Sendable {
  /// So many a second, where the machine can; pictures and tables always go at full speed.
  case epochsPerSecond(Double)
  /// As fast as the machine can.
  case full

  /// As the page does: an epoch a frame.
  public static let playground = Pace.epochsPerSecond(60)
}
