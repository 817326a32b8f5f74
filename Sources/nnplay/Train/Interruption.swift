import Glibc
import Synchronization

/// Whether Ctrl-C was pressed; a signal handler may touch nothing else.
private let wasInterrupted = Atomic(false)

/// Turns the first Ctrl-C into a wish to stop, so that a run can keep what it has; a second one ends the program.
enum Interruption {
  /// Whether the user wants to stop.
  static var isWanted: Bool { wasInterrupted.load(ordering: .relaxed) }

  /// Begins to listen. Call it before the run.
  static func listen() {
    // The first access makes the atomic; that must not happen in the handler.
    wasInterrupted.store(false, ordering: .relaxed)
    var action = sigaction()
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    action.__sigaction_handler.sa_handler = { _ in wasInterrupted.store(true, ordering: .relaxed) }
    sigaction(SIGINT, &action, nil)
    // Whoever started the program may have left the signal blocked.
    var interruption = sigset_t()
    sigemptyset(&interruption)
    sigaddset(&interruption, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interruption, nil)
  }
}
