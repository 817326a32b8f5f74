/// Cuts a table's text into cells as they are asked for (RFC 4180), holding a stretch of it in memory at a time.
///
/// Lines end with LF, CRLF or CR; cells may be quoted, with quotation marks doubled inside; a byte order mark and lines
/// that begin with # are passed over. What parts the cells is found out from the first lines.
final class CSVTokenizer {
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
  static let longestCell = 1000
  /// The most bytes of a file, unpacked.
  static let largestFile = 1 << 30

  /// How the file is written.
  private(set) var dialect = CSVDialect()
  /// Lines of comment that were passed over.
  private(set) var commentCount = 0

  private let stream: TextStream
  private let buffer: UnsafeMutableRawBufferPointer
  /// What has been read and not yet cut: `buffer[place..<end]`.
  private var place = 0
  private var end = 0
  private var line = 1
  private var separator = UInt8(ascii: ",")
  private var isBlankSeparated = false
  /// Whether the last cell was followed by a separator, so that one more must come.
  private var owesCell = false
  private var isAtLineStart = true

  private static let bufferSize = 1 << 20
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Begins to read; the size is looked at first.
  init(_ stream: ByteStream) throws(DatasetError) {
    guard stream.storedCount <= Self.largestFile else {
      throw .cannotRead(file: stream.name, .tooLarge(bytes: stream.storedCount, limit: Self.largestFile))
    }
    self.stream = try TextStream(stream)
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 1)
    try refill()
    try lookAtBeginning()
  }

  deinit { buffer.deallocate() }

  /// The next cell; nil at the end of the file. An empty line is one empty cell.
  func next() throws(DatasetError) -> Cell? {
    try makeRoom()
    if isAtLineStart { try passComments() }
    if isBlankSeparated { passBlanks() }
    guard place < end else {
      guard owesCell else { return nil }
      owesCell = false
      return Cell(text: UnsafeRawBufferPointer(rebasing: buffer[end..<end]), endsLine: true, line: line)
    }
    return buffer[place] == UInt8(ascii: "\"") ? try quotedCell() : try plainCell()
  }

  private func plainCell() throws(DatasetError) -> Cell {
    let start = place
    var stop = start
    while stop < end, !isEnd(buffer[stop]) { stop += 1 }
    guard stop - start <= Self.longestCell else { throw tooLong(line) }
    let text = UnsafeRawBufferPointer(rebasing: buffer[start..<stop])
    place = stop
    return finish(text)
  }

  private func quotedCell() throws(DatasetError) -> Cell {
    let opened = line
    let start = place + 1
    // Doubled quotation marks become single in place: the text only gets shorter.
    var write = start
    var read = start
    while true {
      guard read < end else {
        throw read - start > Self.longestCell ? tooLong(opened) : .table(.init(file: name, line: opened), .openQuote)
      }
      let byte = buffer[read]
      if byte == UInt8(ascii: "\"") {
        guard read + 1 < end, buffer[read + 1] == byte else { break }
        read += 1
      } else if byte == Self.newline {
        line += 1
      }
      buffer[write] = byte
      write += 1
      read += 1
      guard write - start <= Self.longestCell else { throw tooLong(opened) }
    }
    place = read + 1
    while place < end, buffer[place] == CSVDialect.blank, !isBlankSeparated { place += 1 }
    guard place == end || isEnd(buffer[place]) else { throw .table(.init(file: name, line: line), .textAfterQuote) }
    return finish(UnsafeRawBufferPointer(rebasing: buffer[start..<write]), begunOn: opened)
  }

  /// Passes over what ends the cell.
  private func finish(_ text: UnsafeRawBufferPointer, begunOn begun: Int? = nil) -> Cell {
    let cellLine = begun ?? line
    if isBlankSeparated { passBlanks() }
    owesCell = place < end && !isBlankSeparated && buffer[place] == separator
    isAtLineStart = false
    if owesCell {
      place += 1
      return Cell(text: text, endsLine: false, line: cellLine)
    }
    if place < end {
      guard isLineEnd(buffer[place]) else { return Cell(text: text, endsLine: false, line: cellLine) }
      endLine()
    }
    return Cell(text: text, endsLine: true, line: cellLine)
  }

  private func endLine() {
    let isPair = buffer[place] == Self.carriageReturn && place + 1 < end && buffer[place + 1] == Self.newline
    place += isPair ? 2 : 1
    line += 1
    isAtLineStart = true
  }

  /// Passes over lines that begin with #, unless that is a column's name.
  private func passComments() throws(DatasetError) {
    while place < end, buffer[place] == UInt8(ascii: "#") {
      if place + 1 < end, !isBlankSeparated, buffer[place + 1] == separator { return }
      if CellReading.spreadsheetErrors.contains(where: { buffer[place..<end].starts(with: $0) }) { return }
      while true {
        while place < end, !isLineEnd(buffer[place]) { place += 1 }
        guard place == end, end == buffer.count else { break }
        try makeRoom()
      }
      if place < end { endLine() }
      commentCount += 1
      try makeRoom()
    }
  }

  private func passBlanks() {
    while place < end, buffer[place] == CSVDialect.blank || buffer[place] == UInt8(ascii: "\t") { place += 1 }
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || isLineEnd(byte) || isBlankSeparated && byte == UInt8(ascii: "\t")
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.newline || byte == Self.carriageReturn }

  /// Sees to it that the longest cell, quoted to the last character, lies in the buffer as a whole.
  private func makeRoom() throws(DatasetError) {
    let longestForm = 2 * Self.longestCell + 8
    guard end - place < longestForm, end == buffer.count else { return }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[place..<end]))
    end -= place
    place = 0
    try refill()
  }

  private func refill() throws(DatasetError) {
    end += try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    guard stream.offset <= Self.largestFile else {
      throw .cannotRead(file: name, .tooLarge(bytes: stream.offset, limit: Self.largestFile))
    }
  }

  /// Looks for a byte order mark, for signs that this is no table, and for what parts the cells.
  private func lookAtBeginning() throws(DatasetError) {
    if buffer[..<end].starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
    let beginning = buffer[place..<min(end, place + 1 << 16)]
    if let form = ForeignForm(beginning: beginning) { throw .table(.init(file: name), .foreign(form)) }
    dialect = CSVDialect(beginning: beginning, isWhole: beginning.endIndex == end && end < buffer.count)
    separator = dialect.separator
    isBlankSeparated = dialect.isBlankSeparated
    place += dialect.preambleLength
    if dialect.preambleLength > 0 { line += 1 }
  }

  private var name: String { stream.name }

  private func tooLong(_ line: Int) -> DatasetError {
    .table(.init(file: name, line: line), .longCell(limit: Self.longestCell))
  }
}
