/// A string that a terminal sends of itself, on its way; all but the shortest is let go.
struct TerminalString: Sendable {
  private let first: UInt8
  private var count = 0
  private var bytes: [UInt8] = []

  /// Longer than any string of a terminal; what comes after it is typed.
  private static let limit = 4096
  /// Longer than any answer to what we ask.
  private static let answerLimit = 64

  /// `first` is the byte after ESC, by which kinds of string are told apart.
  init(first: UInt8) { self.first = first }

  /// Takes the next byte of it; returns whether more may follow.
  mutating func take(_ byte: UInt8) -> Bool {
    count += 1
    if count <= Self.answerLimit { bytes.append(byte) }
    return count <= Self.limit
  }

  /// What it answers, now that it is over.
  var answer: TerminalAnswer? {
    first == UInt8(ascii: "P") && count <= Self.answerLimit ? TerminalAnswer(string: bytes) : nil
  }
}
