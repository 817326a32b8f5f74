import Glibc
import Screen
import Terminal

/// No terminal at all: a script plays to frames that only `save` sees.
struct HeadlessConsole: Console {
  let size: Size
  var interval: Duration { .milliseconds(5) }

  mutating func present(_ frame: Frame) {}

  mutating func wait(timeout: Duration?, wakeDescriptor: Int32?) -> [TerminalEvent] {
    let milliseconds = timeout.map { Int32(min($0 / .milliseconds(1), 1e6).rounded(.up)) } ?? -1
    guard let wakeDescriptor else {
      _ = poll(nil, 0, milliseconds)
      return []
    }
    var descriptor = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0 ? [.wake] : []
  }

  func redraw() {}
  func suspend() {}
  func copyToClipboard(_ text: String) {}
}
