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
