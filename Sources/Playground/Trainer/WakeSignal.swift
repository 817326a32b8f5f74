import Glibc

/// A descriptor that turns readable when another thread signals: what `poll` can sleep on.
///
/// A pipe that never blocks: signals that nobody has fetched yet run together, and one more into a full pipe is
/// dropped.
final class WakeSignal: Sendable {
  /// The end to give to `poll`.
  let descriptor: Int32
  private let writeEnd: Int32

  /// Opens the pipe.
  ///
  /// - Throws: `TrainerError.noDescriptor` when the system has none left.
  init() throws(TrainerError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noDescriptor(reason: BoundedFile.lastError()) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Makes the descriptor readable.
  func signal() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Makes it unreadable again; to be called before looking at what was signalled.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  /// Sleeps until signalled, or until so many milliseconds are over; nil for no end.
  func wait(milliseconds: Int32?) {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // An interrupted sleep is as good as a short one: every caller looks again at what there is to do.
    _ = poll(&waited, 1, milliseconds ?? -1)
  }
}
