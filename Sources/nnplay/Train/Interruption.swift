import Glibc
import Synchronization

/// Turns the first Ctrl-C, or another signal that asks the program to end, into a wish to stop, so that a run can keep
/// what it has; a second one ends the program at once, whatever it is doing.
///
/// The signals are held back everywhere and awaited on a thread of their own, with no handler: a handler would run on
/// whatever stack a thread has at that moment, and generated code of a matrix product may have none to speak of.
enum Interruption {
  /// Ctrl-C; what service managers, closed windows and batch systems send; and a limit of processor time.
  private static let names: KeyValuePairs = [
    SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGHUP: "SIGHUP", SIGUSR1: "SIGUSR1", SIGXCPU: "SIGXCPU",
  ]

  private static let first = Atomic<Int32>(0)

  /// The signal that asked to stop, if one has since ``listen()``.
  static var signal: Int32? {
    let number = first.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// The signal's name.
  static func name(of signal: Int32) -> String { names.first { $0.key == signal }?.value ?? "signal \(signal)" }

  /// Begins to hold the signals back. The engine's own threads take none.
  static func listen() {
    // Whoever started the program may have Ctrl-C ignored: a script that puts it in the background does.
    Glibc.signal(SIGINT, SIG_DFL)
    var signals = held
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        Interruption.await()
        return nil
      }, nil)
  }

  /// The signals to hold back: not those that nohup and its like have ignored, for they mean it.
  private static var held: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for (number, _) in names {
      var present = sigaction()
      sigaction(number, nil, &present)
      if unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) {
        sigaddset(&signals, number)
      }
    }
    return signals
  }

  private static func await() {
    var signals = held
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { continue }
      let (isFirst, earlier) = first.compareExchange(expected: 0, desired: number, ordering: .relaxed)
      // A closed window sends two by itself, and the limit of processor time one each second.
      let repeatsItself = number == SIGHUP || number == SIGXCPU
      if isFirst || (repeatsItself && earlier == number) { continue }
      var only = sigset_t()
      sigemptyset(&only)
      sigaddset(&only, number)
      pthread_sigmask(SIG_UNBLOCK, &only, nil)
      raise(number)
    }
  }
}
