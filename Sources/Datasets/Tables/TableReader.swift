/// Puts the cells of a file into rows.
struct TableReader: ~Copyable {
  private var tokenizer: CSVTokenizer
  private var table: RawTable
  private var wordBudget = mostWordBytes

  /// The most columns of a table.
  static let mostColumns = 1 << 18
  /// The most values of a table: 400 MB of them.
  static let mostValues = 50_000_000
  /// The most bytes of different words that are kept.
  private static let mostWordBytes = 1 << 27

  /// A line near the top, as text.
  private typealias Line = (cells: [String], number: Int)

  /// A reader at the start of a file.
  init(_ stream: ByteStream) throws(DatasetError) {
    tokenizer = try CSVTokenizer(stream)
    table = RawTable(file: stream.name)
  }

  /// Reads the file to its end.
  mutating func read() throws(DatasetError) -> RawTable {
    try tokenizer.begin()
    table.dialect = tokenizer.dialect
    table.titleCount = table.dialect.titleCount
    var lines: [Line] = []
    while lines.count < 2, let line = try readLine() {
      if lines.isEmpty, isTitle(line) { table.titleCount += 1 } else { lines.append(line) }
    }
    guard let top = lines.first else { throw .table(.init(file: table.file), .empty) }
    if let names = namesInComment(over: top) { lines.insert(names, at: 0) }
    try settleWidth(&lines)
    table.firstLine = lines[0].cells
    table.words = Array(repeating: ColumnWords(), count: table.width)
    for line in lines {
      for (column, text) in line.cells.enumerated() { append(text, column: column, line: line.number) }
    }
    try readRows()
    table.commentCount += tokenizer.commentCount
    for column in table.words.indices { table.tidyWords(of: column) }
    return table
  }

  private mutating func readRows() throws(DatasetError) {
    let width = table.width
    var column = 0
    var hasMore = false
    while let cell = try tokenizer.next() {
      if column == 0 && cell.endsLine && isBlank(cell.text) { continue }
      if column < width {
        append(cell.text, column: column, line: cell.line)
      } else if !isBlank(cell.text) {
        hasMore = true
      }
      column += 1
      guard cell.endsLine else { continue }
      // Separators at the end of a line are no columns.
      guard column >= width, !hasMore else { throw ragged(cell.line, found: column, expected: width) }
      column = 0
      if table.cells.last == .gap { dropEmptyRow() }
      guard table.cells.count <= Self.mostValues else {
        throw .table(.init(file: table.file, line: cell.line), .tooManyValues(limit: Self.mostValues))
      }
    }
  }

  /// Spreadsheets write separators for rows that were used once.
  private mutating func dropEmptyRow() {
    if table.cells.suffix(table.width).allSatisfy({ $0 == .gap }) { table.cells.removeLast(table.width) }
  }

  // MARK: - Cells

  @inline(__always)
  private mutating func append(_ text: UnsafeRawBufferPointer, column: Int, line: Int) {
    let reading = CellReading(text, hasDecimalCommas: table.dialect.hasDecimalCommas)
    if case .value(let value) = reading {
      table.cells.append(TableCell(value))
    } else {
      appendOther(reading, text, column: column, line: line)
    }
  }

  private mutating func appendOther(
    _ reading: CellReading, _ text: UnsafeRawBufferPointer, column: Int, line: Int
  ) {
    switch reading {
    case .value(let value): table.cells.append(TableCell(value))
    case .word: table.cells.append(table.words[column].cell(text, line: line, budget: &wordBudget))
    case .missing:
      if table.words[column].firstGap == nil { table.words[column].firstGap = line }
      table.cells.append(.gap)
    case .notFinite:
      if table.words[column].firstNotFinite == nil {
        table.words[column].firstNotFinite = (line, String(decoding: text, as: UTF8.self))
      }
      table.cells.append(.notFinite)
    }
  }

  private mutating func append(_ text: String, column: Int, line: Int) {
    Array(text.utf8).withUnsafeBytes { append($0, column: column, line: line) }
  }

  // MARK: - The first lines

  /// Settles how wide the table is: separators at the ends of lines count for nothing, and R gives the column of its
  /// rows' names no name.
  private mutating func settleWidth(_ lines: inout [Line]) throws(DatasetError) {
    table.width = lines[0].cells.count
    guard lines.count > 1 else { return }
    while lines[0].cells.count > lines[1].cells.count, lines[0].cells.last?.isEmpty == true {
      lines[0].cells.removeLast()
    }
    while lines[1].cells.count > lines[0].cells.count, lines[1].cells.last?.isEmpty == true {
      lines[1].cells.removeLast()
    }
    if lines[1].cells.count == lines[0].cells.count + 1, lines[0].cells.allSatisfy({ reading($0) == .word }) {
      lines[0].cells.insert("", at: 0)
    }
    table.width = lines[0].cells.count
    // With names from a comment there are three lines.
    if lines.count > 2 {
      while lines[2].cells.count > table.width, lines[2].cells.last?.isEmpty == true { lines[2].cells.removeLast() }
      let found = lines[2].cells.count
      guard found == table.width else { throw ragged(lines[2].number, found: found, expected: table.width) }
    }
    let found = lines[1].cells.count
    guard found != table.width else { return }
    // Where the line after is like the second, it is the first that stands out.
    if let third = try readLine(), third.cells.count == found {
      throw .table(.init(file: table.file, line: lines[0].number), .oddFirstLine(found: table.width, expected: found))
    }
    throw ragged(lines[1].number, found: found, expected: table.width)
  }

  /// Whether a line over the table is a title: nothing but words in its first cell.
  private func isTitle(_ line: Line) -> Bool {
    let fewestCells = 3
    return line.cells.count >= fewestCells && line.cells.dropFirst().allSatisfy(\.isEmpty)
      && reading(line.cells[0]) == .word
  }

  /// The columns' names where they stand in a comment, as numpy writes them; nil if they do not.
  private mutating func namesInComment(over line: Line) -> Line? {
    let separator = table.dialect.separator
    let text = tokenizer.commentAbove.drop { $0 == UInt8(ascii: "#") || $0 == CSVDialect.blank }
    let fields = text.split(omittingEmptySubsequences: table.dialect.isBlankSeparated) { $0 == separator }
    let names = fields.map { field in field.withUnsafeBytes { word(of: $0) } }
    guard names.count > 1, names.count == line.cells.count, names.allSatisfy({ reading($0) == .word }),
      line.cells.contains(where: { reading($0) != .word }), Set(names).count == names.count
    else { return nil }
    table.commentCount -= 1
    return (names, line.number - 1)
  }

  /// The next line that is not empty.
  private mutating func readLine() throws(DatasetError) -> Line? {
    var cells: [String] = []
    while let cell = try tokenizer.next() {
      if cells.isEmpty && cell.endsLine && isBlank(cell.text) { continue }
      cells.append(word(of: cell.text))
      guard cells.count <= Self.mostColumns else {
        throw .table(.init(file: table.file, line: cell.line), .tooManyColumns(limit: Self.mostColumns))
      }
      guard cell.endsLine else { continue }
      if cells.allSatisfy(\.isEmpty), cells.count > 1 {
        cells = []
        continue
      }
      return (cells, cell.line)
    }
    return nil
  }

  private func reading(_ text: String) -> CellReading { Array(text.utf8).withUnsafeBytes { CellReading($0) } }

  private func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
    let (first, last) = CellReading.bounds(text)
    return first == last
  }

  private func ragged(_ line: Int, found: Int, expected: Int) -> DatasetError {
    .table(.init(file: table.file, line: line), .ragged(found: found, expected: expected))
  }
}
