import Screen
import Terminal

/// Where frames go and events come from: the terminal, or nothing at all when a script runs without one.
protocol Console {
  var size: Size { get }
  /// How often a frame may be drawn.
  var interval: Duration { get }
  mutating func present(_ frame: Frame)
  mutating func wait(timeout: Duration?, wakeDescriptor: Int32?) -> [TerminalEvent]
  func redraw()
  func suspend()
  func copyToClipboard(_ text: String)
}

/// The terminal that was taken.
struct TerminalConsole: Console {
  let session: TerminalSession
  let shortest: Duration

  var size: Size { session.size }
  var interval: Duration { max(shortest, session.interval) }
  mutating func present(_ frame: Frame) { session.present(frame) }
  mutating func wait(timeout: Duration?, wakeDescriptor: Int32?) -> [TerminalEvent] {
    session.waitForEvents(timeout: timeout, wakeDescriptor: wakeDescriptor)
  }
  func redraw() { session.redraw() }
  func suspend() { session.suspend() }
  func copyToClipboard(_ text: String) { session.copyToClipboard(text) }
}
