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
    let hasHeader = raw.hasHeader(raw.profiles, isCounted: layout.isNamed)
    let names = hasHeader ? raw.firstLine : nil
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
      let features = layout.features.compactMap { find($0, among: names) }
      if features.count == layout.features.count {
        return (features, layout.targets.compactMap { find($0, among: names) })
      }
      guard !layout.isNamed else {
        let missing = layout.features.filter { find($0, among: names) == nil }.map(\.name)
        throw .table(.init(file: raw.file), .otherColumns(missing: missing, found: names))
      }
    }
    if raw.width == layout.width { return (layout.features, layout.targets) }
    let (inputs, outputs) = (layout.features.count, layout.targets.count)
    guard raw.width == inputs || raw.width == inputs + outputs else {
      throw .table(.init(file: raw.file), .columnCount(found: raw.width, needed: layout.width))
    }
    let features = layout.features.enumerated().map { moved($1, to: $0) }
    let targets = raw.width == inputs ? [] : layout.targets.enumerated().map { moved($1, to: inputs + $0) }
    return (features, targets)
  }

  private static func find(_ column: TableColumn, among names: [String]) -> TableColumn? {
    let place =
      names.firstIndex(of: column.name) ?? names.firstIndex { $0.lowercased() == column.name.lowercased() }
      ?? (column.name == "x\(column.place + 1)" && names.indices.contains(column.place) && names[column.place].isEmpty
        ? column.place : nil)
    return place.map { moved(column, to: $0) }
  }

  private static func moved(_ column: TableColumn, to place: Int) -> TableColumn {
    var moved = column
    moved.place = place
    return moved
  }
}
