/// Puts the cells of a file into rows.
struct TableReader {
  private let tokenizer: CSVTokenizer
  private var table: RawTable
  private var wordBudget = mostWords

  /// The most columns of a table.
  static let mostColumns = 1 << 16
  /// The most values of a table: 400 MB of them.
  static let mostValues = 50_000_000
  /// The most different words of a table that are kept.
  private static let mostWords = 1 << 20

  /// A reader at the start of a file.
  init(_ stream: ByteStream) throws(DatasetError) {
    tokenizer = try CSVTokenizer(stream)
    table = RawTable(file: stream.name)
    table.dialect = tokenizer.dialect
  }

  /// Reads the file to its end.
  mutating func read() throws(DatasetError) -> RawTable {
    guard let line = try readFirstLine() else { throw .table(.init(file: table.file), .empty) }
    table.width = table.firstLine.count
    let second = try readSecondLine()
    startTable(line)
    if let second {
      for (column, cell) in second.cells.enumerated() { append(cell, column: column, line: second.line) }
      try readRows()
    }
    table.commentCount = tokenizer.commentCount
    return table
  }

  private mutating func readRows() throws(DatasetError) {
    let width = table.width
    var column = 0
    while let cell = try tokenizer.next() {
      if column == 0 && cell.endsLine && isBlank(cell.text) { continue }
      if column < width { append(cell.text, column: column, line: cell.line) }
      column += 1
      guard cell.endsLine else { continue }
      // A separator at the end of a line is no column.
      if column == width + 1 && isBlank(cell.text) { column = width }
      guard column == width else { throw ragged(cell.line, found: column) }
      column = 0
      guard table.cells.count <= Self.mostValues else {
        throw .table(.init(file: table.file, line: cell.line), .tooManyValues(limit: Self.mostValues))
      }
    }
  }

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

  private mutating func readFirstLine() throws(DatasetError) -> Int? {
    guard let (cells, line) = try readLine() else { return nil }
    table.firstLine = cells
    return line
  }

  /// The second line; it settles how wide the table is where the first, a header, has a cell more or fewer.
  private mutating func readSecondLine() throws(DatasetError) -> (cells: [String], line: Int)? {
    guard let (found, line) = try readLine() else { return nil }
    var cells = found
    let first = table.firstLine
    if cells.count == first.count + 1, cells.last?.isEmpty == true {
      cells.removeLast()
    } else if cells.count + 1 == first.count, first.last?.isEmpty == true {
      table.firstLine.removeLast()
    } else if cells.count == first.count + 1, first.allSatisfy(isWord) {
      // R names the rows and gives their column no name.
      table.firstLine.insert("", at: 0)
    }
    table.width = table.firstLine.count
    guard cells.count == table.width else { throw ragged(line, found: cells.count) }
    return (cells, line)
  }

  private mutating func startTable(_ line: Int) {
    table.words = Array(repeating: ColumnWords(), count: table.width)
    for (column, text) in table.firstLine.enumerated() { append(text, column: column, line: line) }
  }

  /// The next line that is not empty, as text.
  private func readLine() throws(DatasetError) -> (cells: [String], line: Int)? {
    var cells: [String] = []
    while let cell = try tokenizer.next() {
      if cells.isEmpty && cell.endsLine && isBlank(cell.text) { continue }
      cells.append(word(of: cell.text))
      guard cells.count <= Self.mostColumns else {
        throw .table(.init(file: table.file, line: cell.line), .tooManyColumns(limit: Self.mostColumns))
      }
      if cell.endsLine { return (cells, cell.line) }
    }
    return nil
  }

  private func isWord(_ text: String) -> Bool { Array(text.utf8).withUnsafeBytes { CellReading($0) } == .word }

  private func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
    let (first, last) = CellReading.bounds(text)
    return first == last
  }

  private func ragged(_ line: Int, found: Int) -> DatasetError {
    .table(.init(file: table.file, line: line), .ragged(found: found, expected: table.width))
  }
}
