import Words

/// Rows that a trained network is asked about, in the form it was trained on, and what is right where the file says it.
public struct AskedTable: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  /// [rowCount × inputs], row-major.
  public let features: [Float]
  /// What is right.
  public let truth: Truth
  /// What is to be said of the file, in sentences: columns that were not matched by names, labels that are no numbers.
  public let account: String?

  /// What the file says of the label.
  public enum Truth: Sendable {
    /// It has no column for it.
    case none
    /// Words and numbers as they stand, for each row; nil where it is missing.
    case labels([String?])
    /// [rowCount × targets], row-major; not a number where it is missing.
    case values([Float])
  }

  /// Reads a file whose columns are those of a layout: by their names where file and layout have names, in any order
  /// and with others between them; else by their places.
  ///
  /// - Parameter hasClasses: whether what is to be predicted is a class.
  /// - Throws: `DatasetError.table` if columns are not there, or cells are not what they were at training.
  public init(path: String, layout: TableLayout, hasClasses: Bool) throws(DatasetError) {
    var reader = try TableReader(ByteStream(path: path, orStream: true))
    var raw = try reader.read()
    raw.dropFooter()
    let hasHeader = raw.names(layout) || raw.hasHeader(raw.profiles, isCounted: layout.isNamed)
    let names = hasHeader ? raw.columnNames : nil
    if let gaps = layout.gaps { raw.clear(gaps, from: hasHeader ? 1 : 0) }
    let lines = Array((hasHeader ? 1 : 0)..<raw.lineCount)
    guard !lines.isEmpty else { throw .table(.init(file: raw.file), .headerOnly) }
    let match = try Self.match(layout, names: names, raw)
    rowCount = lines.count
    features = try RowEncoder(raw, match.features, names: names).encode(lines)
    var said: [String] = []
    if layout.isNamed && names == nil {
      said.append("The file has no header: its columns are taken in the model's order.")
    }
    if let footer = raw.footer { said.append("The last line (\(printable(footer))) is left out.") }
    if match.targets.isEmpty {
      truth = .none
    } else if hasClasses {
      truth = .labels(raw.labels(lines, in: match.targets[0].place))
    } else {
      let words = raw.wordCount(lines, in: match.targets)
      if words > 0 { said.append("\(grouped(words)) label\(words == 1 ? " is no number" : "s are no numbers").") }
      truth = .values(raw.values(lines, in: match.targets))
    }
    account = said.isEmpty ? nil : said.joined(separator: " ")
  }

  private static func match(
    _ layout: TableLayout, names: [String]?, _ raw: RawTable
  ) throws(DatasetError) -> (features: [TableColumn], targets: [TableColumn]) {
    if let names {
      let found = ColumnSearch(names)
      let features = layout.features.compactMap(found.moved)
      if features.count == layout.features.count { return (features, layout.targets.compactMap(found.moved)) }
      guard !layout.isNamed else {
        let missing = layout.features.filter { found.moved($0) == nil }.map(\.name)
        throw .table(.init(file: raw.file), .otherColumns(missing: missing, found: names))
      }
    }
    guard let match = byPlace(layout, width: raw.width) else {
      throw .table(.init(file: raw.file), .columnCount(found: raw.width, needed: layout.width))
    }
    return match
  }

  /// The columns of a file without names: those that the model's file had, or the inputs alone, with what is to be
  /// predicted behind them or without; nil where none of that fits, or two do.
  private static func byPlace(
    _ layout: TableLayout, width: Int
  ) -> (features: [TableColumn], targets: [TableColumn])? {
    let (inputs, outputs) = (layout.features.count, layout.targets.count)
    if width == layout.width { return (layout.features, layout.targets) }
    let lacksTargets = width == layout.width - outputs && layout.targets.allSatisfy { $0.place >= width }
    let hasInputs = width == inputs || width == inputs + outputs
    guard lacksTargets != hasInputs || inputs + outputs == layout.width else { return nil }
    if lacksTargets { return (layout.features, []) }
    guard hasInputs else { return nil }
    let features = layout.features.enumerated().map { $1.moved(to: $0) }
    return (features, width == inputs ? [] : layout.targets.enumerated().map { $1.moved(to: inputs + $0) })
  }
}

/// Finds a model's columns in a file by their names, capitals or not.
private struct ColumnSearch {
  private var places: [String: Int] = [:]
  private var placesInLowerCase: [String: Int] = [:]

  init(_ names: [String]) {
    for (place, name) in names.enumerated() {
      places[name] = places[name] ?? place
      placesInLowerCase[name.lowercased()] = placesInLowerCase[name.lowercased()] ?? place
    }
  }

  /// The column at its place in the file; nil if there is none of its name.
  func moved(_ column: TableColumn) -> TableColumn? {
    (places[column.name] ?? placesInLowerCase[column.name.lowercased()]).map { column.moved(to: $0) }
  }
}

extension TableColumn {
  fileprivate func moved(to place: Int) -> TableColumn {
    var moved = self
    moved.place = place
    return moved
  }
}

extension RawTable {
  /// The labels of some lines as words.
  fileprivate func labels(_ lines: [Int], in column: Int) -> [String?] {
    let words = words[column].words
    return lines.map { line in
      let cell = cells[line * width + column]
      return cell.word.map { words[$0] } ?? cell.value.map(numberWord)
    }
  }

  /// The numbers of some lines, [lines × columns]; not a number where there is none.
  fileprivate func values(_ lines: [Int], in columns: [TableColumn]) -> [Float] {
    lines.flatMap { line in columns.map { cells[line * width + $0.place].value.map(Float.init) ?? .nan } }
  }

  /// How many lines have a word there.
  fileprivate func wordCount(_ lines: [Int], in columns: [TableColumn]) -> Int {
    lines.count { line in columns.contains { cells[line * width + $0.place].word != nil } }
  }

  /// Whether the first line has the names of all of a layout's features.
  fileprivate func names(_ layout: TableLayout) -> Bool {
    let found = ColumnSearch(columnNames)
    return layout.isNamed && layout.features.allSatisfy { found.moved($0) != nil }
  }
}
