import CNcurses
import Screen

/// The frames on their way to a terminal that is written to past ncurses: as much of the latest as the line takes.
struct DirectOutput {
  private var painter: DirectPainter
  private var line = Line()
  /// Whether the terminal shows only whole pictures where it is asked to.
  private let canSynchronize: Bool
  /// The latest frame, while not all of it was sent.
  private var rest: Frame?
  /// Whether all that is left is what nobody sees while pictures move.
  private var isNearlyDone = false
  private var presented: ContinuousClock.Instant
  /// Whether nothing was written since the screen was cleared.
  private var isFresh = true
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  /// All rows scroll: ncurses restricts that to as many as the environment says there are.
  private static let wholeScreen = "\u{1b}[r"
  /// How often is looked whether a line that is behind takes more.
  private static let glance = Duration.milliseconds(20)
  /// When no frame has come for so long, the picture stands still.
  private static let calm = Duration.milliseconds(400)
  /// A shorter piece arrives whole anyway.
  private static let shortPiece = 500
  /// So many bytes are written at once, to see whether the next have to wait.
  private static let portion = 1024

  /// For a screen that was just cleared; `asked` is when the terminal was asked whether it is ready.
  init(size: Size, canSynchronize: Bool, asked: ContinuousClock.Instant) {
    painter = DirectPainter(size: size)
    self.canSynchronize = canSynchronize
    (start, presented) = (asked, asked)
    line.sent(0, asks: true, at: .zero)
  }

  /// Whether part of the latest frame is still to be sent.
  var isBehind: Bool { rest != nil && !isNearlyDone }

  /// When `goOn()` should be called again, if nothing happens before.
  var nextLook: ContinuousClock.Instant? {
    if rest == nil { return nil }
    return isNearlyDone ? presented + Self.calm : clock.now + Self.glance
  }

  /// Whether the terminal has answers under way, which nobody else should read.
  var awaitsAnswer: Bool { line.answers && line.awaitsAnswer }

  /// Shows a frame, or as much of it as the line takes now.
  mutating func present(_ frame: Frame) {
    (rest, isNearlyDone, presented) = (frame, false, clock.now)
    goOn()
  }

  /// The terminal has done what came before the oldest question.
  mutating func answered() { line.answered(at: clock.now - start) }

  /// Sends what the line takes now of what is left.
  mutating func goOn() {
    guard let frame = rest else { return }
    let isCalm = clock.now >= presented + Self.calm
    if isNearlyDone, !isCalm { return }
    let room = line.room(at: clock.now - start, held: Int(nc_screen_held()))
    guard room > 0 else { return }
    var bytes = painter.paint(frame, room: room, exactly: isCalm)
    if bytes.count < room { (rest, isNearlyDone) = painter.leftSlight ? (frame, true) : (nil, false) }
    if bytes.isEmpty { return }
    if canSynchronize, bytes.count > Self.shortPiece {
      bytes = TerminalModes.synchronized.begin.utf8 + bytes + TerminalModes.synchronized.end.utf8
    }
    if isFresh { bytes = Self.wholeScreen.utf8 + bytes }
    isFresh = false
    if line.answers { bytes += Question.isReady.utf8 }
    write(bytes)
  }

  private mutating func write(_ bytes: [UInt8]) {
    var (waited, wait) = (0, Duration.zero)
    for start in stride(from: 0, to: bytes.count, by: Self.portion) {
      let portion = bytes[start..<min(start + Self.portion, bytes.count)]
      let time = clock.measure { portion.withUnsafeBufferPointer { nc_screen_write($0.baseAddress, Int32($0.count)) } }
      if time > .milliseconds(1) { (waited, wait) = (waited + portion.count, wait + time) }
    }
    line.sent(bytes.count, asks: line.answers, waited: waited, for: wait, at: clock.now - start)
  }

  /// The screen was cleared; what it showed, and what was under way, is gone.
  mutating func clear(_ size: Size) {
    painter.clear(size)
    line.forget()
    (rest, isFresh) = (nil, true)
  }
}
