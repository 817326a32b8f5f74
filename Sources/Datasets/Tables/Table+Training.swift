extension Table {
  /// Reads the table of an experiment, gzipped or not, of at most 1 GiB and 50 million values.
  ///
  /// What the source leaves open is inferred from the columns, and told in `account`.
  ///
  /// - Throws: `DatasetError.table` with line and column, or `.cannotRead`.
  public init(_ source: TableSource) throws(DatasetError) {
    var reader = try TableReader(ByteStream(path: source.path, orStream: true))
    var raw = try reader.read()
    if source.targetCount == nil { raw.dropFooter() }
    var profiles = raw.profiles
    let hasHeader = source.hasHeader ?? raw.hasHeader(profiles)
    let hasSecondHeader = hasHeader && source.targetCount == nil && raw.dropSecondHeader(profiles)
    if !source.gaps.isEmpty { raw.clear(source.gaps, from: hasHeader ? 1 : 0) }
    if hasSecondHeader || !source.gaps.isEmpty { profiles = raw.profiles }
    try self.init(
      raw, source, hasHeader: hasHeader, hasSecondHeader: hasSecondHeader,
      profiles: hasHeader ? profiles : raw.withFirstLine(profiles))
  }

  private init(
    _ raw: RawTable, _ source: TableSource, hasHeader: Bool, hasSecondHeader: Bool, profiles: [ColumnProfile]
  ) throws(DatasetError) {
    let firstLine = hasHeader ? 1 : 0
    guard raw.lineCount > firstLine else { throw .table(.init(file: raw.file), .headerOnly) }
    let names = hasHeader ? raw.columnNames : nil
    let choice = RoleChoice(table: raw, source: source, profiles: profiles, firstLine: firstLine, names: names)
    var roles = try choice.roles()
    let gaps = try GapFilling(choice, &roles)
    let targetNames = roles.targets.count == 1 ? ["y"] : (1...roles.targets.count).map { "y\($0)" }
    let layout = TableLayout(
      width: raw.width, isNamed: hasHeader, features: roles.features,
      targets: zip(roles.targets, targetNames).map { place, name in
        TableColumn(name: names?[place] ?? name, place: place, reading: .number)
      }, gaps: source.gaps.isEmpty ? nil : source.gaps)
    let targets: Targets
    if source.targetCount != nil {
      let columns = layout.targets.map { column in
        TableColumn(name: names?[column.place] ?? "", place: column.place, reading: .number)
      }
      targets = .values(try RowEncoder(raw, columns, names: names).encode(gaps.lines))
    } else {
      targets = try LabelReader(choice: choice, column: roles.targets[0]).read(gaps.lines)
    }
    self.init(
      layout: layout, rowCount: gaps.lines.count,
      features: try RowEncoder(raw, layout.features, names: names).encode(gaps.lines, keepsGaps: gaps.isFilled),
      targets: targets, picture: source.pixels, hasGaps: gaps.isFilled,
      account: source.targetCount == nil
        ? TableAccount(
          choice: choice, roles: roles, layout: layout, targets: targets, gaps: gaps, hasSecondHeader: hasSecondHeader
        ).sentence : nil)
  }
}

extension RawTable {
  /// What stands in each column, the first line counted in.
  func withFirstLine(_ below: [ColumnProfile]) -> [ColumnProfile] {
    var profiles = Array(repeating: ColumnProfile(), count: width)
    for start in stride(from: 0, to: cells.count, by: width) {
      for column in 0..<width { profiles[column].add(cells[start + column], first: cells[column]) }
    }
    return profiles
  }
}
