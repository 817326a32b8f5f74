import CNcurses
import Glibc
import Screen
import Words

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
  private var pace = FramePace()

  private let multiplexer: Clipboard.Multiplexer
  private let signals: Int32
  private var keyboard: Keyboard
  /// What draws where there are few colours.
  private var curses: CursesPainter?
  /// What draws everywhere else.
  private var direct: DirectOutput?
  private var presented: Frame?
  private var queued: [TerminalEvent] = []
  private var isOpen = true
  private let clock = ContinuousClock()

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
    func chosen(_ request: ColorRequest, saysFull: Bool = false) -> ColorDepth {
      .chosen(request, terminalColors: colors, environment: environment, saysFull: saysFull)
    }
    var (depth, terminalDepth) = (chosen(options.colors), chosen(.automatic))
    let mouse = options.mouse.resolved(isRemote: environment.isRemote)
    multiplexer = environment.multiplexer
    keyboard = Keyboard(escapeDelay: environment.escapeDelay)
    // ncurses speaks for terminals of few colours, each as it is described; all that have more read ANSI.
    let isDescribed = depth != .full && depth != .palette && colors >= depth.colorCount

    signals = nc_guard_install()
    guard signals >= 0 else { throw .refused("there are no free file descriptors") }
    guard nc_screen_open(isDescribed && colors >= 8, TerminalModes.on(mouse), TerminalModes.off) else {
      throw .refused("ncurses cannot start on \(type), or has started already")
    }
    nc_guard_capture_errors()
    size = TerminalSession.windowSize
    if isDescribed {
      curses = CursesPainter(depth: ColorDepth(terminalColors: colors))
    } else {
      let asked = clock.now
      let inquiry = TerminalSession.ask(
        Inquiry(asksForColor: terminalDepth == .palette, environment: environment), &keyboard, &queued)
      depth = chosen(options.colors, saysFull: inquiry.hasFullColor)
      terminalDepth = chosen(.automatic, saysFull: inquiry.hasFullColor)
      var output = DirectOutput(size: size, canSynchronize: inquiry.canSynchronize, asked: asked)
      if inquiry.isOver { output.answered() }
      direct = output
    }
    capabilities = TerminalCapabilities(
      type: type, depth: depth, terminalDepth: terminalDepth,
      glyphs: .chosen(options.glyphs, encoding: encoding, environment: environment),
      isUTF8: encoding == .utf8, mouse: mouse, isRemote: environment.isRemote)
  }

  /// Asks the terminal and waits a moment for what it says; what was typed meanwhile is kept.
  private static func ask(
    _ inquiry: Inquiry, _ keyboard: inout Keyboard, _ queued: inout [TerminalEvent]
  ) -> Inquiry {
    var inquiry = inquiry
    nc_screen_flush()
    Array(inquiry.questions.utf8).withUnsafeBufferPointer { nc_screen_write($0.baseAddress, Int32($0.count)) }
    let deadline = ContinuousClock.now + Inquiry.patience
    while !inquiry.isOver, !keyboard.isClosed, ContinuousClock.now < deadline {
      let ready = Poll.wait(keyboard: keyboard.descriptor, signals: -1, wake: -1, until: deadline)
      guard ready.keyboard else { continue }
      queued += keyboard.read().map(TerminalEvent.input)
      for answer in keyboard.takeAnswers() { inquiry.take(answer) }
    }
    return inquiry
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
  /// On a slow line what does not go out at once follows while the next events are waited for, unless a later frame
  /// comes before it; letters and numbers go before pictures.
  ///
  /// Signals need no blocking meanwhile: their handlers only leave a note, and an interrupted write is resumed. Were
  /// they blocked, a program stuck on a dead line could not be ended.
  public func present(_ frame: Frame) {
    guard isOpen else { return }
    let time = clock.measure {
      if presented == nil { clear() }
      curses?.paint(frame, since: presented)
      direct?.present(frame)
    }
    presented = frame
    pace.record(time)
  }

  /// The time from the start of one frame to the start of the next.
  public var interval: Duration {
    if direct?.isBehind == true { return max(pace.interval, .milliseconds(150)) }
    return pace.interval
  }

  /// The next frame is drawn whole, whatever the terminal is believed to show.
  public func redraw() {
    presented = nil
    nc_screen_redraw()
  }

  /// Has the screen cleared by ncurses, in its own way, where the frames do not come from there.
  private func clear() {
    guard direct != nil else { return }
    nc_screen_flush()
    direct?.clear(size)
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
      let wasSilent = keyboard.isSilent
      let next = Poll.earlier(keyboard.deadline, nextLook)
      let wait = events.isEmpty ? Poll.earlier(deadline, next) : clock.now
      let ready = Poll.wait(keyboard: keyboard.descriptor, signals: signals, wake: wakeDescriptor ?? -1, until: wait)
      if wasSilent { keyboard.noteSilence() }
      if ready.signals { takeSignals(&events) }
      if ready.keyboard || keyboard.isOverdue { takeKeys(&events) }
      if ready.wake { events.append(.wake) }
      direct?.goOn()
    } while events.isEmpty && (deadline.map { clock.now < $0 } ?? true)
    return events
  }

  private var nextLook: ContinuousClock.Instant? { direct?.nextLook }

  private func takeKeys(_ events: inout [TerminalEvent]) {
    let heard = keyboard.read()
    takeAnswers()
    for event in heard {
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

  private func takeAnswers() {
    for answer in keyboard.takeAnswers() where answer == .ready { direct?.answered() }
  }

  /// Waits a moment for answers that are under way, lest the shell read them.
  private func awaitAnswers() {
    let deadline = clock.now + .milliseconds(300)
    while direct?.awaitsAnswer == true, !keyboard.isClosed, clock.now < deadline {
      let ready = Poll.wait(keyboard: keyboard.descriptor, signals: -1, wake: -1, until: deadline)
      if ready.keyboard { _ = keyboard.read() }
      takeAnswers()
    }
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
    guard isOpen else { return }
    awaitAnswers()
    guard nc_screen_suspend() else { return }
    presented = nil
    queued.append(.continued)
    noteSize(&queued)
  }

  /// Gives the terminal back as it was found. May be called any number of times; also done when the session goes away.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    awaitAnswers()
    nc_screen_close()
    nc_guard_release_errors()
  }

  /// Ends the program by the signal that asked for it, so that the shell learns of it. Call `restore()` before.
  public static func end(by signal: Int32) -> Never { nc_guard_die(signal) }

  /// What is said after a fault, when the terminal is given back; nil for no more than that there was one.
  public static func sayAfterFault(_ sentence: String?) {
    nc_guard_say_after(sentence.map { printable($0) + "\r\n" })
  }

  /// Gives the calling thread a stack for signal handlers: then even a stack overflow on it leaves a usable terminal.
  public static func installAlternateStack() { _ = nc_guard_alternate_stack() }
}
