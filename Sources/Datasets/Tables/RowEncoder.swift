/// Turns the cells of a column into inputs.
struct ColumnEncoder {
  private let reading: TableColumn.Reading
  private let count: Int
  /// For columns of words: which of them each word of the file is; −1 for none.
  private var places: [Int] = []
  private var placeOfNumber: [Double: Int] = [:]
  /// For columns of dates: each word as years.
  private var years: [Double?] = []

  init(_ column: TableColumn, _ table: RawTable) {
    reading = column.reading
    count = column.inputCount
    let words = table.words[column.place].words
    switch column.reading {
    case .number: break
    case .date, .dayFirstDate, .monthFirstDate:
      let order = column.dateOrder ?? .yearFirst
      years = words.map { DateReading.years($0, order) }
    case .words(let known):
      places = words.map { word in
        known.firstIndex(of: word) ?? known.firstIndex { $0.count > 1 && $0.lowercased() == word.lowercased() } ?? -1
      }
      for (place, word) in known.enumerated() {
        if let number = Double(word), numberWord(number) == word { placeOfNumber[number] = place }
      }
    }
  }

  /// Calls `add` with the inputs that are not zero, and their values; false for a cell that cannot be read so.
  @discardableResult
  func read(_ cell: TableCell, _ add: (_ input: Int, _ value: Double) -> Void) -> Bool {
    switch reading {
    case .number:
      guard let value = cell.value else { return false }
      add(0, value)
    case .date, .dayFirstDate, .monthFirstDate:
      guard let value = cell.word.flatMap({ years[$0] }) ?? cell.value else { return false }
      add(0, value)
    case .words:
      let place = cell.word.map { places[$0] } ?? cell.value.flatMap { placeOfNumber[$0] } ?? -1
      guard place >= 0 else { return false }
      if count > 1 { add(place, 1) } else if place == 1 { add(0, 1) }
    }
    return true
  }
}

/// Turns lines of a file into rows of inputs.
struct RowEncoder {
  private let table: RawTable
  private let columns: [TableColumn]
  private let encoders: [ColumnEncoder]
  private let names: [String]?
  private let width: Int

  init(_ table: RawTable, _ columns: [TableColumn], names: [String]?) {
    self.table = table
    self.columns = columns
    self.names = names
    encoders = columns.map { ColumnEncoder($0, table) }
    width = columns.reduce(0) { $0 + $1.inputCount }
  }

  /// The inputs of some lines, [lines × inputs].
  ///
  /// - Parameter keepsGaps: whether what is missing, and no filling is known for, stays as a NaN.
  /// - Throws: `DatasetError.table` at the first cell that cannot be read.
  func encode(_ lines: [Int], keepsGaps: Bool = false) throws(DatasetError) -> [Float] {
    if let values = encodeNumbers(lines) { return values }
    var values = [Float](repeating: 0, count: lines.count * width)
    for (row, line) in lines.enumerated() {
      var start = row * width
      for (column, encoder) in zip(columns, encoders) {
        let cell = table.cells[line * table.width + column.place]
        if !encoder.read(cell, { values[start + $0] = Float($1) }) {
          guard cell == .gap, keepsGaps || column.filling != nil else { throw refusal(of: cell, in: column) }
          for input in 0..<column.inputCount { values[start + input] = column.filling.map { Float($0[input]) } ?? .nan }
        }
        start += column.inputCount
      }
    }
    return values
  }

  /// The usual case, columns of numbers without a gap; nil for any other.
  private func encodeNumbers(_ lines: [Int]) -> [Float]? {
    guard columns.allSatisfy({ $0.reading == .number }) else { return nil }
    let places = columns.map(\.place)
    var isWhole = true
    let values = [Float](unsafeUninitializedCapacity: lines.count * width) { buffer, count in
      for line in lines where isWhole {
        let start = line * table.width
        for place in places {
          guard let value = table.cells[start + place].value else {
            isWhole = false
            break
          }
          buffer[count] = Float(value)
          count += 1
        }
      }
    }
    return isWhole ? values : nil
  }

  private func refusal(of cell: TableCell, in column: TableColumn) -> DatasetError {
    let words = table.words[column.place]
    func place(_ line: Int?) -> DatasetError.TablePlace {
      .init(file: table.file, line: line, column: column.place + 1, columnName: names?[column.place])
    }
    if cell == .gap { return .table(place(words.firstGap), .missingValue) }
    if cell == .notFinite {
      return .table(place(words.firstNotFinite?.line), .notFinite(words.firstNotFinite?.text ?? ""))
    }
    let word = cell.word.map { words.words[$0] } ?? cell.value.map(numberWord) ?? ""
    switch column.reading {
    case .number: return .table(place(words.line(of: cell)), .notANumber(word))
    case .date, .dayFirstDate, .monthFirstDate: return .table(place(words.line(of: cell)), .notADate(word))
    case .words(let known): return .table(place(words.line(of: cell)), .unknownWord(word, known: known))
    }
  }
}
