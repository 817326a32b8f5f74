import Glibc
import Screen

/// Standard input, read without waiting and decoded.
struct Keyboard {
  private let escapeDelay: Duration
  private var decoder = InputDecoder()
  private var paste = UnbracketedPaste()
  /// When nothing waited to be read, as far as is known: what is read next was typed since.
  private var emptySince: ContinuousClock.Instant?
  private let clock = ContinuousClock()
  /// When the bytes that only time can explain will have waited long enough.
  private(set) var deadline: ContinuousClock.Instant?
  /// Whether the terminal is gone: its window was closed, or its connection broke.
  private(set) var isClosed = false

  /// A paste that pauses for this long has lost its end.
  private static let pasteDelay = Duration.seconds(1)

  /// A paste without brackets that pauses for this long is over.
  private static let burstDelay = Duration.milliseconds(50)

  /// An answer that pauses for this long will not go on.
  private static let stringDelay = Duration.seconds(1)

  init(escapeDelay: Duration) { self.escapeDelay = escapeDelay }

  /// What to poll; −1 when there is nothing to hear any more.
  var descriptor: Int32 { isClosed ? -1 : STDIN_FILENO }

  var isOverdue: Bool { isClosed || deadline.map { $0 <= clock.now } ?? false }

  /// What the terminal has answered among what was read.
  mutating func takeAnswers() -> [TerminalAnswer] { decoder.takeAnswers() }

  /// Whether nothing waits to be read.
  var isSilent: Bool { isClosed || !Poll.isReadable(STDIN_FILENO) }

  /// Call after a wait that began in silence and ends with the first byte: nothing of what is read now was typed before.
  mutating func noteSilence() { emptySince = clock.now }

  /// Everything that was typed, pointed at or pasted since the last call.
  mutating func read() -> [InputEvent] {
    var events: [InputEvent] = []
    let bytes = readBytes()
    if bytes.isEmpty {
      if isOverdue { events = paste.timeOut() + decoder.timeOut() }
    } else {
      // What was typed before the first look may have taken any time.
      let time = emptySince.map { clock.now - $0 } ?? .seconds(3600)
      events = paste.take(decoder.decode(bytes), within: time)
    }
    emptySince = clock.now
    switch decoder.pause {
    case nil: deadline = paste.isWaiting ? clock.now + Self.burstDelay : nil
    case .escape: deadline = clock.now + escapeDelay
    case .paste: deadline = clock.now + Self.pasteDelay
    case .string: deadline = clock.now + Self.stringDelay
    }
    return events
  }

  private mutating func readBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !isClosed, Poll.isReadable(STDIN_FILENO) {
      let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        isClosed = true
      }
      // A flood must not keep the loop from drawing.
      if bytes.count >= 1 << 16 { break }
    }
    return bytes
  }
}
