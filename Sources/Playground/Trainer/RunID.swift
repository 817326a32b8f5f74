/// The name of a run in the trainer's care.
public struct RunID: Hashable, Comparable, Sendable {
  /// Its number; runs take turns in the order of their numbers.
  public let number: Int

  /// The name of the run with a number.
  public init(number: Int) { self.number = number }

  /// The run that the trainer is started with.
  public static let main = RunID(number: 0)

  public static func < (left: RunID, right: RunID) -> Bool { left.number < right.number }
}
