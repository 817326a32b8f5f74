/// Cuts a table's text into cells as they are asked for (RFC 4180), holding a stretch of it in memory at a time.
///
/// Lines end with LF, CRLF or CR; cells may be quoted, with quotation marks doubled inside or behind a backslash; a byte
/// order mark, titles and comments are passed over. What parts the cells is found out from the first lines.
struct CSVTokenizer: ~Copyable {
  /// A cell of the file.
  struct Cell {
    /// Its text without quotation marks, in UTF-8; valid until the next cell is asked for.
    let text: UnsafeRawBufferPointer
    /// Whether it is the last of its line.
    let endsLine: Bool
    /// The line on which it begins.
    let line: Int
  }

  /// The most bytes of a cell.
  static let longestCell = 1 << 16

  /// How the file is written.
  private(set) var dialect = CSVDialect()
  /// Lines that have a comment.
  private(set) var commentCount = 0
  /// The last comment before the first cell: numpy writes the columns' names so.
  private(set) var commentAbove: [UInt8] = []

  private var window: ByteWindow
  private var line = 1
  private var separator = UInt8(ascii: ",")
  private var quote = UInt8(ascii: "\"")
  private var isBlankSeparated = false
  /// Whether the last cell was followed by a separator, so that one more must come.
  private var owesCell = false
  private var isAtLineStart = true
  private var hasBegun = false

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let comment = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  /// Of a comment that may be a header.
  private static let longestComment = 1 << 12

  /// A tokenizer of a file, whose size is looked at first.
  init(_ stream: ByteStream) throws(DatasetError) {
    window = try ByteWindow(stream)
  }

  /// Reads the beginning and finds out how the file is written; comes before the first cell.
  mutating func begin() throws(DatasetError) {
    try makeRoom()
    try lookAtBeginning()
  }

  /// The next cell; nil at the end of the file. An empty line is one empty cell.
  mutating func next() throws(DatasetError) -> Cell? {
    try makeRoom()
    if isAtLineStart { try passComments() }
    if isBlankSeparated { passBlanks() }
    guard window.place < window.end else {
      guard owesCell else { return nil }
      owesCell = false
      return Cell(
        text: UnsafeRawBufferPointer(rebasing: window.bytes[window.end..<window.end]), endsLine: true, line: line)
    }
    if window.bytes[window.place] == CSVDialect.blank, let quoted = startOfQuotation() { window.place = quoted }
    return window.bytes[window.place] == quote ? try quotedCell() : try plainCell()
  }

  /// Where a quotation mark stands behind nothing but blanks.
  private func startOfQuotation() -> Int? {
    let start = window.bytes[window.place..<window.end].firstIndex { $0 != CSVDialect.blank }
    return start.flatMap { window.bytes[$0] == quote ? $0 : nil }
  }

  private mutating func plainCell() throws(DatasetError) -> Cell {
    let (bytes, start, end) = (window.bytes, window.place, window.end)
    var stop = start
    while stop < end, !isEnd(bytes[stop]) { stop += 1 }
    guard stop - start <= Self.longestCell else { throw tooLong(line) }
    window.place = stop
    if stop == end || isLineEnd(bytes[stop]), let mark = trailingComment(start, stop) {
      commentCount += 1
      stop = mark
    }
    return finish(UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
  }

  private mutating func quotedCell() throws(DatasetError) -> Cell {
    let opened = line
    let (bytes, end) = (window.bytes, window.end)
    let start = window.place + 1
    // Doubled quotation marks become single in place: the text only gets shorter.
    var write = start
    var read = start
    while true {
      guard read < end else {
        throw read - start > Self.longestCell ? tooLong(opened) : .table(.init(file: name, line: opened), .openQuote)
      }
      let byte = bytes[read]
      if byte == quote {
        let isLast = read + 1 == end || isEnd(bytes[read + 1])
        if !isLast, bytes[read + 1] == quote {
          read += 1
        } else if !isLast, write > start, bytes[write - 1] == Self.backslash {
          write -= 1
        } else {
          break
        }
      } else if byte == Self.newline {
        line += 1
      }
      bytes[write] = byte
      write += 1
      read += 1
      guard write - start <= Self.longestCell else { throw tooLong(opened) }
    }
    window.place = read + 1
    if !isBlankSeparated { passBlanks(upTo: separator) }
    let text = UnsafeRawBufferPointer(rebasing: bytes[start..<write])
    passTrailingComment()
    guard window.place == end || isEnd(bytes[window.place]) else {
      throw .table(.init(file: name, line: line), .textAfterQuote)
    }
    return finish(text, begunOn: opened)
  }

  /// Passes over what ends the cell.
  private mutating func finish(_ text: UnsafeRawBufferPointer, begunOn begun: Int? = nil) -> Cell {
    let cellLine = begun ?? line
    isAtLineStart = false
    hasBegun = true
    if isBlankSeparated {
      passBlanks()
      passTrailingComment()
    }
    owesCell = window.place < window.end && !isBlankSeparated && window.bytes[window.place] == separator
    if owesCell {
      window.place += 1
      return Cell(text: text, endsLine: false, line: cellLine)
    }
    if window.place < window.end {
      guard isLineEnd(window.bytes[window.place]) else { return Cell(text: text, endsLine: false, line: cellLine) }
      endLine()
    }
    return Cell(text: text, endsLine: true, line: cellLine)
  }

  private mutating func endLine() {
    let (bytes, place) = (window.bytes, window.place)
    let isPair = bytes[place] == Self.carriageReturn && place + 1 < window.end && bytes[place + 1] == Self.newline
    window.place += isPair ? 2 : 1
    line += 1
    isAtLineStart = true
  }

  // MARK: - Comments

  /// Passes over lines that begin with #, unless that is a column's name, and over rules under a header.
  private mutating func passComments() throws(DatasetError) {
    while let start = startOfComment() {
      if !hasBegun {
        commentAbove = Array(window.bytes[start..<window.end].prefix(Self.longestComment).prefix { !isLineEnd($0) })
      }
      while true {
        while window.place < window.end, !isLineEnd(window.bytes[window.place]) { window.place += 1 }
        guard window.place == window.end, !window.isLast else { break }
        try makeRoom()
      }
      if window.place < window.end { endLine() }
      try makeRoom()
    }
  }

  /// Where the comment stands that takes the whole line; nil if the line is another.
  private mutating func startOfComment() -> Int? {
    var start = window.place
    while start < window.end, window.bytes[start] == CSVDialect.blank { start += 1 }
    guard start < window.end else { return nil }
    guard window.bytes[start] == Self.comment else { return isRule(from: start) ? start : nil }
    if start + 1 < window.end, !isBlankSeparated, window.bytes[start + 1] == separator { return nil }
    if GapWords.ofSpreadsheets.contains(where: { window.bytes[start..<window.end].starts(with: $0) }) { return nil }
    commentCount += 1
    return start
  }

  /// Whether a line near the top is drawn under the header, as Markdown and databases' consoles do: `|---|:--|`.
  private func isRule(from start: Int) -> Bool {
    let linesAbove = 3
    guard line <= dialect.preambleLines + linesAbove, "|+-=:".utf8.contains(window.bytes[start]) else { return false }
    let text = window.bytes[start..<window.end].prefix { !isLineEnd($0) }
    return text.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") } > 2
      && text.allSatisfy { "|+-=: \t".utf8.contains($0) }
  }

  /// Where a comment begins behind the last cell of a line: # with blanks around it.
  private func trailingComment(_ start: Int, _ stop: Int) -> Int? {
    guard let mark = window.bytes[start..<stop].firstIndex(of: Self.comment), mark > start,
      window.bytes[mark - 1] == CSVDialect.blank, mark + 1 == stop || window.bytes[mark + 1] == CSVDialect.blank
    else { return nil }
    return mark
  }

  private mutating func passTrailingComment() {
    guard window.place < window.end, window.bytes[window.place] == Self.comment else { return }
    commentCount += 1
    while window.place < window.end, !isLineEnd(window.bytes[window.place]) { window.place += 1 }
  }

  // MARK: - Bytes

  private mutating func passBlanks(upTo separator: UInt8? = nil) {
    while window.place < window.end {
      let byte = window.bytes[window.place]
      guard byte == CSVDialect.blank || byte == UInt8(ascii: "\t"), byte != separator else { return }
      window.place += 1
    }
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || isLineEnd(byte) || isBlankSeparated && byte == UInt8(ascii: "\t")
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.newline || byte == Self.carriageReturn }

  /// Sees to it that the longest cell, quoted to the last character, lies in memory as a whole.
  @inline(__always)
  private mutating func makeRoom() throws(DatasetError) { try window.makeRoom(for: 2 * Self.longestCell + 8) }

  /// Looks for a byte order mark, for signs that this is no table, and for what parts the cells.
  private mutating func lookAtBeginning() throws(DatasetError) {
    if window.bytes[..<window.end].starts(with: [0xef, 0xbb, 0xbf]) { window.place = 3 }
    let beginning = window.bytes[window.place..<min(window.end, window.place + 1 << 16)]
    if let form = ForeignForm(beginning: beginning) { throw .table(.init(file: name), .foreign(form)) }
    dialect = CSVDialect(beginning: beginning, isWhole: beginning.endIndex == window.end && window.isLast)
    separator = dialect.separator
    quote = dialect.quote
    isBlankSeparated = dialect.isBlankSeparated
    window.place += dialect.preambleLength
    line += dialect.preambleLines
  }

  private var name: String { window.name }

  private func tooLong(_ line: Int) -> DatasetError {
    .table(.init(file: name, line: line), .longCell(limit: Self.longestCell))
  }
}
