/// What keeps a trainer from starting.
public enum TrainerError: Error, Equatable, Sendable {
  case noThread(reason: String)
  case noDescriptor(reason: String)
}

extension TrainerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noThread(let reason):
      "The system starts no thread to train on (\(reason)): close other programs, or raise `ulimit -u`."
    case .noDescriptor(let reason):
      "The system opens no pipe to wake the screen with (\(reason)): raise `ulimit -n`."
    }
  }
}

/// A command that could not be obeyed; everything is as it was before.
public struct Refusal: Equatable, Sendable {
  /// The command's number.
  public var generation: Int
  /// Why, and what to do.
  public var sentence: String
}
