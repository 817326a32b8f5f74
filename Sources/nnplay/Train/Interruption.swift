import Glibc

/// Turns the first Ctrl-C into a wish to stop, so that a run can keep what it has; a second one ends the program.
///
/// The signal is held back and asked for between two stretches of training, with no handler: a handler would run on
/// whatever stack the thread has at that moment, and generated code of a matrix product may have none to speak of.
enum Interruption {
  private static var interrupt: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    return signals
  }

  /// Begins to hold Ctrl-C back on this thread. The engine's own threads take no signals.
  static func listen() {
    // Whoever started the program may have it ignored.
    signal(SIGINT, SIG_DFL)
    var signals = interrupt
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether Ctrl-C was pressed since ``listen()``. Once it was, the next one ends the program.
  static func hasArrived() -> Bool {
    var signals = interrupt
    var noTime = timespec()
    guard sigtimedwait(&signals, nil, &noTime) == SIGINT else { return false }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return true
  }
}
