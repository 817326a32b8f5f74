import Glibc

/// The processors of the machine.
enum Processors {
  /// How many are at work, at least one.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Steps below other threads of the program, so that a key is answered while training takes every processor.
  private static let politeness: Int32 = 5

  /// Lowers the calling thread's priority; threads that it starts later have the lower one too.
  static func yieldToScreen() {
    // On Linux 0 means the calling thread, not the process; if it fails, nothing is lost but a little smoothness.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, politeness)
  }
}
