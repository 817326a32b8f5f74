import Glibc

/// The processors of the machine.
enum Processors {
  /// How many are at work, at least one.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// More threads than any machine this was tried on has.
  private static let mostThreads = 256

  /// Refuses a number of threads that no machine has.
  ///
  /// - Throws: `BadInput` with what is taken.
  static func check(threads: Int?) throws {
    guard let threads, !(1...mostThreads).contains(threads) else { return }
    throw BadInput("--threads is \(threads): give a number from 1 to \(mostThreads).")
  }

  /// Steps below other threads of the program, so that a key is answered while training takes every processor.
  private static let politeness: Int32 = 5

  /// Lowers the calling thread's priority; threads that it starts later have the lower one too.
  static func yieldToScreen() { lowerPriority(by: politeness) }

  /// Lowers it below that of training, which goes on as if nothing were computed beside it.
  static func yieldToTraining() { lowerPriority(by: 2 * politeness) }

  private static func lowerPriority(by steps: Int32) {
    // On Linux 0 means the calling thread, not the process; if it fails, nothing is lost but a little smoothness.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, steps)
  }
}
