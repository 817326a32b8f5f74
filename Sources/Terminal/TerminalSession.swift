import CNcurses
import Glibc
import Screen

/// The terminal, taken: draws frames on it, hears keys, pointer and signals, and gives it back as it was found.
///
/// There is one session at a time, used from one thread:
///
///     let session = try TerminalSession.start()
///     defer { session.restore() }
///     session.present(frame)
///     for event in session.waitForEvents(timeout: .milliseconds(250)) { … }
///
/// However the program ends — `restore()`, a signal, a trap — the modes, the line settings and the screen are put back.
public final class TerminalSession {
  /// What the terminal can do, and what of it was chosen, found once at the start.
  public let capabilities: TerminalCapabilities
  /// The present size of the window.
  public private(set) var size: Size
  /// How often a frame may be drawn, from how long frames take to write.
  public private(set) var pace = FramePace()

  private let multiplexer: Clipboard.Multiplexer
  private let signals: Int32
  private var keyboard: Keyboard
  private var painter: Painter
  private var presented: Frame?
  private var queued: [TerminalEvent] = []
  private var isOpen = true
  private let clock = ContinuousClock()

  private enum Painter {
    case curses(CursesPainter)
    case direct(DirectPainter)
  }

  /// Takes the terminal.
  ///
  /// - Throws: `TerminalError`, if there is no terminal, or none that can be drawn on.
  public static func start(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) -> TerminalSession {
    try TerminalSession(options, .current)
  }

  private init(_ options: TerminalOptions, _ environment: TerminalEnvironment) throws(TerminalError) {
    let type = try TerminalSession.terminalType(environment)
    let encoding = CharacterEncoding.adopt(environment)
    let colors = Int(nc_terminfo_colors())
    let depth = ColorDepth.chosen(options.colors, terminalColors: colors, environment: environment)
    let mouse = options.mouse.resolved(isRemote: environment.isRemote)
    capabilities = TerminalCapabilities(
      type: type, depth: depth, glyphs: .chosen(options.glyphs, encoding: encoding, environment: environment),
      isUTF8: encoding == .utf8, mouse: mouse, isRemote: environment.isRemote)
    multiplexer = environment.multiplexer
    keyboard = Keyboard(escapeDelay: environment.escapeDelay)
    // ncurses speaks for its terminal as described; where more colours are wanted, or more than it can say, we do.
    let isDescribed = depth == .none || (colors >= depth.colorCount && colors <= 256)
    painter = isDescribed ? .curses(CursesPainter(depth: depth)) : .direct(DirectPainter(depth: depth))

    signals = nc_guard_install()
    guard signals >= 0 else { throw .refused("there are no free file descriptors") }
    guard nc_screen_open(isDescribed && depth != .none, TerminalModes.on(mouse), TerminalModes.off) else {
      throw .refused("ncurses cannot start on \(type), or has started already")
    }
    nc_guard_capture_errors()
    size = TerminalSession.windowSize
  }

  deinit { restore() }

  /// The value of TERM, if there is a terminal and a screen can be drawn on it.
  private static func terminalType(_ environment: TerminalEnvironment) throws(TerminalError) -> String {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNoTerminal }
    guard let type = environment["TERM"] else { throw .typeUnset }
    switch nc_terminfo_load(type) {
    case nc_terminfo_found: return type
    case nc_terminfo_not_a_screen: throw .typeCannotDraw(type)
    default:
      guard environment.isKinOfXterm, nc_terminfo_load("xterm-256color") == nc_terminfo_found else {
        throw .typeUnknown(type)
      }
      return type
    }
  }

  private static var windowSize: Size { Size(Int(nc_screen_columns()), Int(nc_screen_rows())) }

  // MARK: Drawing

  /// Shows a frame: sends the cells that differ from the frame before. A frame larger than the window is cut.
  ///
  /// Signals need no blocking meanwhile: their handlers only leave a note, and an interrupted write is resumed. Were
  /// they blocked, a program stuck on a dead line could not be ended.
  ///
  /// - Returns: how long the terminal took to accept it, which is also recorded in `pace`.
  @discardableResult
  public func present(_ frame: Frame) -> Duration {
    guard isOpen else { return .zero }
    let time = clock.measure {
      switch painter {
      case .curses(let painter):
        painter.paint(frame, since: presented)
      case .direct(var direct):
        if presented == nil { nc_screen_flush() }  // the screen is cleared by ncurses, in its own way
        let bytes = direct.paint(frame, since: presented, limit: size)
        bytes.withUnsafeBufferPointer { nc_screen_write($0.baseAddress, Int32($0.count)) }
        painter = .direct(direct)
      }
    }
    presented = frame
    pace.record(time)
    return time
  }

  /// The next frame is drawn whole, whatever the terminal is believed to show.
  public func redraw() {
    presented = nil
    nc_screen_redraw()
  }

  /// Asks the terminal to put text on the user's clipboard; whether it does cannot be known.
  public func copyToClipboard(_ text: String) {
    guard isOpen else { return }
    let bytes = Clipboard.request(text, through: multiplexer)
    bytes.withUnsafeBufferPointer { nc_screen_write($0.baseAddress, Int32($0.count)) }
  }

  // MARK: Waiting

  /// Waits until something happens, at most `timeout` (for ever without one), and returns everything that did.
  ///
  /// - Parameter wakeDescriptor: a descriptor whose being readable ends the wait too, as `.wake`. The caller empties
  ///   it, or leaves it out of waits that should not end by it.
  /// - Returns: what happened, in order; empty if the time passed.
  public func waitForEvents(timeout: Duration? = nil, wakeDescriptor: Int32? = nil) -> [TerminalEvent] {
    let deadline = timeout.map { clock.now + $0 }
    var events = queued
    queued = []
    repeat {
      keyboard.noteSilence()
      let wait = events.isEmpty ? Poll.earlier(deadline, keyboard.deadline) : clock.now
      let ready = Poll.wait(keyboard: keyboard.descriptor, signals: signals, wake: wakeDescriptor ?? -1, until: wait)
      if ready.signals { takeSignals(&events) }
      if ready.keyboard || keyboard.isOverdue { takeKeys(&events) }
      if ready.wake { events.append(.wake) }
    } while events.isEmpty && (deadline.map { clock.now < $0 } ?? true)
    return events
  }

  private func takeKeys(_ events: inout [TerminalEvent]) {
    for event in keyboard.read() {
      switch event {
      case .key(.control("z")):
        events.append(.suspendRequested)
      case .key(.control("l")):
        redraw()
        events.append(.input(event))
      case .pointer(let pointer) where pointer.kind == .move:
        // Of a movement only the end matters; where it came from, nobody has seen.
        if case .input(.pointer(let last))? = events.last, last.kind == .move { events.removeLast() }
        events.append(.input(event))
      case .key, .pointer, .paste, .resized:
        events.append(.input(event))
      }
    }
    if keyboard.isClosed { events.append(.terminate(SIGHUP)) }
  }

  private func takeSignals(_ events: inout [TerminalEvent]) {
    var signal = nc_guard_next_signal()
    while signal != 0 {
      switch signal {
      case SIGWINCH:
        nc_screen_resize()
        presented = nil
        noteSize(&events)
      case SIGTSTP:
        events.append(.suspendRequested)
      case SIGCONT:
        // Someone stopped us without asking, and the shell has used the terminal meanwhile.
        nc_screen_reclaim()
        presented = nil
        events.append(.continued)
        noteSize(&events)
      default:
        events.append(.terminate(signal))
      }
      signal = nc_guard_next_signal()
    }
  }

  private func noteSize(_ events: inout [TerminalEvent]) {
    size = TerminalSession.windowSize
    events.append(.input(.resized(size)))
  }

  // MARK: Leaving

  /// Gives the terminal to the shell and stops the program; returns when it is continued, the terminal taken again.
  ///
  /// The next wait then reports `.continued`. Where no shell could continue the program, nothing happens.
  public func suspend() {
    guard isOpen, nc_screen_suspend() else { return }
    presented = nil
    queued.append(.continued)
    noteSize(&queued)
  }

  /// Gives the terminal back as it was found. May be called any number of times; also done when the session goes away.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    nc_screen_close()
    nc_guard_release_errors()
  }

  /// Ends the program by the signal that asked for it, so that the shell learns of it. Call `restore()` before.
  public static func end(by signal: Int32) -> Never { nc_guard_die(signal) }

  /// Gives the calling thread a stack for signal handlers: then even a stack overflow on it leaves a usable terminal.
  public static func installAlternateStack() { _ = nc_guard_alternate_stack() }
}
