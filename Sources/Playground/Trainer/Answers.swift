/// What the trainer has to say.
public struct Answers: Sendable {
  /// The commands that could not be obeyed, oldest first. They come before the snapshots that have seen them.
  public internal(set) var refusals: [Refusal] = []
  /// The newest snapshot of each run that has one.
  public internal(set) var snapshots: [RunID: Snapshot] = [:]
}

/// A command that could not be obeyed; everything is as it was before.
public struct Refusal: Equatable, Sendable {
  /// The run that could not obey.
  public var run: RunID
  /// The command's number.
  public var generation: Int
  /// Why, and what to do.
  public var sentence: String
}
