/// What keeps a trainer from starting.
public enum TrainerError: Error, Equatable, Sendable {
  /// The system starts no thread; the system's own words.
  case noThread(reason: String)
  /// The system opens no pipe between the trainer and whoever waits for it; the system's own words.
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
