/// A cell of a table as it is kept: a number, or what is none in the bits of one that is not a number.
///
/// Eight bytes a cell, whatever stands in it, so that a table is one array and what a column holds can be decided when
/// all of it has been read.
struct TableCell: Equatable {
  private let bits: UInt64

  private static let quiet: UInt64 = 0x7ff8_0000_0000_0000
  private static let wordMark: UInt64 = 0x7ffa_0000_0000_0000

  /// Nothing stands there.
  static let gap = TableCell(bits: quiet)
  /// An infinity, or a number too large for a `Float`.
  static let notFinite = TableCell(bits: quiet | 1)
  /// A word that was one too many to be kept.
  static let lostWord = TableCell(bits: quiet | 2)

  private init(bits: UInt64) { self.bits = bits }

  /// A finite number.
  init(_ value: Double) { bits = value.bitPattern }

  /// A word by its number among the column's.
  init(word code: Int) { bits = Self.wordMark | UInt64(code) }

  /// The number; nil for anything else.
  @inline(__always)
  var value: Double? { bits & Self.quiet == Self.quiet ? nil : Double(bitPattern: bits) }

  /// The number of the word among the column's; nil for anything else.
  var word: Int? { bits & Self.wordMark == Self.wordMark ? Int(bits & 0xffff_ffff) : nil }
}

/// The words of a column while it is read, each kept once.
struct ColumnWords {
  /// Each word, in the order in which they came.
  private(set) var words: [String] = []
  /// The line on which each stands first.
  private(set) var lines: [Int] = []
  /// Whether there were words that could not be kept.
  private(set) var hasLost = false
  /// Where the first gap stands.
  var firstGap: Int?
  /// Where the first number that is not finite stands, and how it is written.
  var firstNotFinite: (line: Int, text: String)?

  /// Words that are taken for another, which came before.
  var merged: [Int: Int] = [:]

  private var codes: [String: Int] = [:]
  /// What a word costs beside its letters.
  private static let bytesBesideText = 64

  /// The cell of a word; `budget` is how many bytes more may be kept, of all columns together.
  mutating func cell(_ text: UnsafeRawBufferPointer, line: Int, budget: inout Int) -> TableCell {
    let word = word(of: text)
    if let code = codes[word] { return TableCell(word: code) }
    guard budget > 0 else {
      hasLost = true
      return .lostWord
    }
    budget -= text.count + Self.bytesBesideText
    codes[word] = words.count
    words.append(word)
    lines.append(line)
    return TableCell(word: words.count - 1)
  }

  /// Forgets the word that came last.
  mutating func forgetLast() {
    codes[words.removeLast()] = nil
    lines.removeLast()
  }

  /// The words from one on, without those that are taken for another.
  func different(from first: Int) -> [String] {
    merged.isEmpty
      ? Array(words.dropFirst(first)) : words.indices.dropFirst(first).filter { merged[$0] == nil }.map { words[$0] }
  }

  /// The line on which the word of a cell stands first.
  func line(of cell: TableCell) -> Int? { cell.word.map { lines[$0] } }
}
