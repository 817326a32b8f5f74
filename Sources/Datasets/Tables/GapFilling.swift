/// What becomes of lines in which a value is missing.
struct GapFilling {
  /// The lines that are samples.
  private(set) var lines: [Int] = []
  /// Lines left out because the label is missing, and because a feature is.
  private(set) var withoutLabel = 0
  private(set) var withoutFeature = 0
  /// Whether means fill the gaps, and how many there are.
  private(set) var isFilled = false
  private(set) var filled = 0

  /// Decides, unless it was said: lines are left out if at least half of them remain; else columns that are mostly
  /// empty, and if that does not help, the columns' means fill the gaps.
  ///
  /// - Throws: `DatasetError.table` when no line remains, or where nothing may be inferred and a value is missing.
  init(_ choice: RoleChoice, _ roles: inout ColumnRoles) throws(DatasetError) {
    let table = choice.table
    let all = choice.firstLine..<table.lineCount
    if choice.source.targetCount != nil, choice.source.missing == nil {
      // Every column is taken as it stands; what cannot be is found when it is read.
      lines = Array(all)
      return
    }
    let labelled = all.filter { line in !roles.targets.contains { table.cells[line * table.width + $0] == .gap } }
    withoutLabel = all.count - labelled.count
    var whole = Self.whole(labelled, table, roles.features)
    var isFilled = choice.source.missing == .mean
    if choice.source.missing == nil, !choice.source.takesAllColumns, whole.count * 2 < labelled.count {
      let kept = roles.features.filter { choice.profiles[$0.place].gaps * 2 <= labelled.count }
      if !kept.isEmpty, kept.count < roles.features.count {
        for column in roles.features where !kept.contains(column) {
          roles.leftOut.append(.init(column: column.place, reason: .manyGaps(choice.profiles[column.place].gaps)))
        }
        roles.features = kept
        whole = Self.whole(labelled, table, kept)
      }
      isFilled = whole.count * 2 < labelled.count
    }
    self.isFilled = isFilled
    if isFilled {
      lines = labelled
      let gaps = roles.features.map { column in
        labelled.count { table.cells[$0 * table.width + column.place] == .gap }
      }
      filled = gaps.reduce(0, +)
    } else {
      lines = whole
      withoutFeature = labelled.count - whole.count
    }
    guard !lines.isEmpty else { throw .table(.init(file: table.file), .noWholeLine) }
  }

  private static func whole(_ lines: [Int], _ table: RawTable, _ features: [TableColumn]) -> [Int] {
    lines.filter { line in !features.contains { table.cells[line * table.width + $0.place] == .gap } }
  }
}
