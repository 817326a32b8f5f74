import Words

/// Rows that a trained network is asked about, in the form it was trained on, and what is right where the file says it.
public struct AskedTable: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  /// [rowCount × inputs], row-major.
  public let features: [Float]
  /// What is right.
  public let truth: Truth
  /// How columns were matched where that is not by their names, in a sentence.
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
    let raw = try reader.read()
    let hasHeader = raw.names(layout) || raw.hasHeader(raw.profiles, isCounted: layout.isNamed)
    let names = hasHeader ? raw.columnNames : nil
    let lines = Array((hasHeader ? 1 : 0)..<raw.lineCount)
    guard !lines.isEmpty else { throw .table(.init(file: raw.file), .headerOnly) }
    let match = try Self.match(layout, names: names, raw)
    rowCount = lines.count
    features = try RowEncoder(raw, match.features, names: names).encode(lines)
    account =
      layout.isNamed && names == nil ? "The file has no header: its columns are taken in the model's order." : nil
    guard !match.targets.isEmpty else {
      truth = .none
      return
    }
    let width = raw.width
    if hasClasses, let label = match.targets.first {
      let words = raw.words[label.place].words
      truth = .labels(
        lines.map { line in
          let cell = raw.cells[line * width + label.place]
          return cell.word.map { words[$0] } ?? cell.value.map(numberWord)
        })
    } else {
      truth = .values(
        lines.flatMap { line in
          match.targets.map { column in raw.cells[line * width + column.place].value.map(Float.init) ?? .nan }
        })
    }
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
    if raw.width == layout.width { return (layout.features, layout.targets) }
    let (inputs, outputs) = (layout.features.count, layout.targets.count)
    guard raw.width == inputs || raw.width == inputs + outputs else {
      throw .table(.init(file: raw.file), .columnCount(found: raw.width, needed: layout.width))
    }
    let features = layout.features.enumerated().map { $1.moved(to: $0) }
    let targets = raw.width == inputs ? [] : layout.targets.enumerated().map { $1.moved(to: inputs + $0) }
    return (features, targets)
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
  /// Whether the first line has the names of all of a layout's features.
  fileprivate func names(_ layout: TableLayout) -> Bool {
    let found = ColumnSearch(columnNames)
    return layout.isNamed && layout.features.allSatisfy { found.moved($0) != nil }
  }
}
