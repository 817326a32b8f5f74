import Glibc

/// A thread with a large stack on which no signal but a fault is ever delivered.
struct WorkerThread: ~Copyable {
  private let handle: pthread_t

  /// Room for deep recursion in YAML and in the engine's frames; the default of some systems is half a megabyte.
  private static let stackSize = 8 << 20

  /// What the new thread runs; boxed so that it can go through C's pointer.
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts `body` on a new thread.
  ///
  /// - Throws: `TrainerError.noThread` when the system allows no more of them.
  init(_ body: @escaping @Sendable () -> Void) throws(TrainerError) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    // The new thread inherits the mask, so that there is no moment in which it could catch the terminal's signals.
    var allButFaults = sigset_t()
    var before = sigset_t()
    sigfillset(&allButFaults)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { sigdelset(&allButFaults, fault) }
    pthread_sigmask(SIG_BLOCK, &allButFaults, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let boxed = Unmanaged.passRetained(Body(body))
    var started = pthread_t()
    let result = pthread_create(
      &started, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, boxed.toOpaque())
    guard result == 0 else {
      boxed.release()
      throw .noThread(reason: String(cString: strerror(result)))
    }
    handle = started
  }

  /// Waits for the thread to end.
  consuming func join() { pthread_join(handle, nil) }
}
