/// Puts the cells of a CSV file into columns, row by row.
struct TableReader {
  private let tokenizer: CSVTokenizer
  private let file: String
  private let columns: Table.Columns

  private var features: [Float] = []
  private var targets: [Float] = []
  private var labels: LabelColumn?
  private var names: [String]?
  private var width = 0
  private var featureCount = 0
  private var rowCount = 0

  /// The most columns of a table.
  static let mostColumns = 1 << 16
  /// The most values of a table: 200 MB of them.
  static let mostValues = 50_000_000

  /// A reader at the start of a file.
  init(_ stream: ByteStream, columns: Table.Columns) throws(DatasetError) {
    tokenizer = try CSVTokenizer(stream)
    file = stream.name
    self.columns = columns
  }

  /// Reads the file to its end.
  mutating func read() throws(DatasetError) -> Table {
    guard let (first, line) = try firstRow() else { throw .table(.init(file: file), .empty) }
    try divide(first.count)
    if isHeader(first) { names = first }
    if columns.lastIsLabel(width: width) { labels = LabelColumn(place: place(column: width - 1)) }
    if names == nil {
      for (column, text) in first.enumerated() {
        try Array(text.utf8).withUnsafeBufferPointer { (utf8) throws(DatasetError) in
          try append(UnsafeRawBufferPointer(utf8), column: column, line: line)
        }
      }
      rowCount = 1
    }
    try readRows()
    guard rowCount > 0 else { throw .table(.init(file: file), .headerOnly) }
    let targetCount = width - featureCount
    let targetNames = targetCount == 1 ? ["y"] : (0..<targetCount).map { "y\($0 + 1)" }
    let names = names ?? (0..<featureCount).map { "x\($0 + 1)" } + targetNames
    return Table(
      featureNames: Array(names[..<featureCount]), targetNames: Array(names[featureCount...]), rowCount: rowCount,
      features: features, targets: try finishTargets())
  }

  private mutating func readRows() throws(DatasetError) {
    var column = 0
    // A line with a column too few or too many is said to be so, rather than that its label is no number.
    var failure: DatasetError?
    while let cell = try tokenizer.next() {
      if column == 0 && cell.endsLine && cell.text.isEmpty { continue }
      if column < width && failure == nil {
        do throws(DatasetError) {
          try append(cell.text, column: column, line: cell.line)
        } catch {
          failure = error
        }
      }
      column += 1
      guard cell.endsLine else { continue }
      guard column == width else {
        throw .table(.init(file: file, line: cell.line), .ragged(found: column, expected: width))
      }
      if let failure { throw failure }
      column = 0
      rowCount += 1
      guard rowCount * width <= Self.mostValues else {
        throw .table(.init(file: file, line: cell.line), .tooManyValues(limit: Self.mostValues))
      }
    }
  }

  @inline(__always)
  private mutating func append(_ text: UnsafeRawBufferPointer, column: Int, line: Int) throws(DatasetError) {
    if column >= featureCount && labels != nil {
      try labels?.append(text, line: line)
      return
    }
    switch CellReading(text) {
    case .value(let value):
      if column < featureCount { features.append(Float(value)) } else { targets.append(Float(value)) }
    case .word: throw .table(place(column: column, line: line), .notANumber(String(decoding: text, as: UTF8.self)))
    case .missing: throw .table(place(column: column, line: line), .missingValue)
    case .notFinite: throw .table(place(column: column, line: line), .notFinite(String(decoding: text, as: UTF8.self)))
    }
  }

  /// The first line that is not empty, as text.
  private func firstRow() throws(DatasetError) -> (cells: [String], line: Int)? {
    var cells: [String] = []
    while let cell = try tokenizer.next() {
      if cells.isEmpty && cell.endsLine && cell.text.isEmpty { continue }
      cells.append(String(String(decoding: cell.text, as: UTF8.self).trimmingBlanks))
      guard cells.count <= Self.mostColumns else {
        throw .table(.init(file: file, line: cell.line), .tooManyColumns(limit: Self.mostColumns))
      }
      if cell.endsLine { return (cells, cell.line) }
    }
    return nil
  }

  /// Decides which columns are features.
  private mutating func divide(_ count: Int) throws(DatasetError) {
    width = count
    let (features, needed) = columns.features(width: count)
    guard let features else { throw .table(.init(file: file), .tooFewColumns(found: count, needed: needed)) }
    featureCount = features
  }

  /// A first line is a header if a feature, or a target that must be a number, is a word there.
  private func isHeader(_ cells: [String]) -> Bool {
    let numeric = columns.lastIsLabel(width: width) ? cells.prefix(featureCount) : cells[...]
    return numeric.contains { text in
      Array(text.utf8).withUnsafeBytes { CellReading($0) } == .word
    }
  }

  private func finishTargets() throws(DatasetError) -> Table.Targets {
    guard let labels else { return width == featureCount ? .none : .values(targets) }
    return switch try labels.finish(needsTwoClasses: columns == .lastIsLabel) {
    case .classes(let classes, let names): .classes(classes, names: names)
    case .numbers(let numbers): .values(numbers)
    }
  }

  private func place(column: Int, line: Int? = nil) -> DatasetError.TablePlace {
    .init(file: file, line: line, column: column + 1, columnName: names?[column])
  }
}
