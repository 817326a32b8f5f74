import Glibc

/// Waiting for several descriptors at once.
enum Poll {
  struct Ready {
    var keyboard = false
    var signals = false
    var wake = false
  }

  /// Waits until one of the descriptors can be read or `deadline` has come (`nil`: never). −1 is no descriptor.
  static func wait(keyboard: Int32, signals: Int32, wake: Int32, until deadline: ContinuousClock.Instant?) -> Ready {
    var descriptors = [keyboard, signals, wake].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds(until: deadline)) > 0 else { return Ready() }
    // A closed terminal is "ready" too: reading it then says so.
    return Ready(
      keyboard: descriptors[0].revents != 0, signals: descriptors[1].revents != 0, wake: descriptors[2].revents != 0)
  }

  /// Whether a read would return at once.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  static func earlier(
    _ first: ContinuousClock.Instant?, _ second: ContinuousClock.Instant?
  ) -> ContinuousClock.Instant? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }

  /// Rounded up: a wait that ends too early would only be repeated.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline)
    if left <= .zero { return 0 }
    let (seconds, attoseconds) = left.components
    if seconds > 86_400 { return 86_400_000 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
