/// Decides what the columns of a table are for.
struct RoleChoice {
  let table: RawTable
  let source: TableSource
  let profiles: [ColumnProfile]
  /// The first line of samples.
  let firstLine: Int
  /// What the columns are called; nil without a header.
  let names: [String]?

  /// The most different words that become inputs.
  static let mostWords = 64
  /// For each word among classes that are numbers, fewer numbers than these.
  private static let numbersForStray = 10
  /// Fewer lines than these are too few to tell a running number, or a number from a class.
  static let fewestLines = 10

  var lineCount: Int { table.lineCount - firstLine }

  /// Decides.
  ///
  /// - Throws: `DatasetError.table` where a column that was named is not there, or nothing is left to learn from.
  func roles() throws(DatasetError) -> ColumnRoles {
    var roles = ColumnRoles()
    let without = try source.without.map { (name) throws(DatasetError) in try column(named: name) }
    let kept = try source.with.map { (name) throws(DatasetError) in try column(named: name) }
    roles.targets = try targets(without: without)
    let (targets, asked, wanted) = (Set(roles.targets), Set(without), Set(kept))
    for column in 0..<table.width where !targets.contains(column) {
      if asked.contains(column) {
        roles.leftOut.append(.init(column: column, reason: .asked))
      } else if source.takesAllColumns {
        roles.features.append(tableColumn(column, .number))
      } else {
        try decide(column, isKept: wanted.contains(column), &roles)
      }
    }
    if roles.features.isEmpty { keepNumbers(&roles) }
    guard !roles.features.isEmpty else {
      throw .table(
        .init(file: table.file), table.width < 2 ? .tooFewColumns(found: table.width, needed: 2) : .noFeatures)
    }
    if let picture = source.pixels, picture.count != roles.features.count {
      throw .table(.init(file: table.file), .pictureSize(picture, found: roles.features.count))
    }
    return roles
  }

  // MARK: - The features

  private func decide(_ column: Int, isKept: Bool, _ roles: inout ColumnRoles) throws(DatasetError) {
    let profile = profiles[column]
    if isEmpty(column) {
      roles.leftOut.append(.init(column: column, reason: .empty))
    } else if profile.words == 0 {
      let reason = isKept ? nil : suspicion(column)
      if let reason {
        roles.leftOut.append(.init(column: column, reason: reason))
      } else {
        if profile.least == profile.most, profile.gaps == 0 { roles.constant.append(column) }
        roles.features.append(tableColumn(column, .number))
      }
    } else {
      try decideWords(column, isKept: isKept, &roles)
    }
  }

  private func decideWords(_ column: Int, isKept: Bool, _ roles: inout ColumnRoles) throws(DatasetError) {
    let profile = profiles[column]
    let words = differentWords(column)
    let finding = profile.numbers == 0 ? DateReading.order(of: words ?? [""]) : .none
    switch finding {
    case .order(let order) where areTimes(words ?? [], order):
      roles.features.append(tableColumn(column, .init(order)))
      return
    case .ambiguous:
      roles.leftOut.append(.init(column: column, reason: .openDates(words?.first ?? "")))
      return
    case .order, .none: break
    }
    let few = words.flatMap { $0.count <= Self.mostWords ? $0 : nil }
    // A word in a hundred numbers is a slip; one among the classes 2, 3, 4 and 5more is not.
    let mostStrays = profile.hasFractions || few == nil ? profile.numbers : profile.numbers / Self.numbersForStray
    if profile.numbers > 0, profile.words < mostStrays {
      if let line = laterHeader(over: column) { throw .table(.init(file: table.file, line: line), .severalHeaders) }
      throw refusal(of: column) { .wordAmongFeatures($0) }
    }
    let different = words?.count ?? table.words[column].words.count
    let filled = lineCount - profile.gaps
    let namesLines = lineCount >= Self.fewestLines && different * 10 >= filled * 9 || isKey(column)
    if !isKept, namesLines || few == nil {
      let reason: ColumnRoles.Reason = different == filled ? .differsOnEachLine : .differsOnMostLines
      let number = isKey(column) ? nil : numberInText(words ?? [])
      roles.leftOut.append(
        .init(column: column, reason: number ?? (namesLines ? reason : .tooManyWords(different))))
    } else if let few {
      if profile.numbers > 0 { roles.mixed.append(column) }
      if few.count == 1, profile.gaps == 0 { roles.constant.append(column) }
      roles.features.append(tableColumn(column, .words(few)))
    } else {
      throw .table(place(column), .tooManyWords(different, limit: Self.mostWords))
    }
  }

  /// The line of another header near the top of a column: nothing but words; nil where there is none.
  private func laterHeader(over column: Int) -> Int? {
    let mostHeaders = 5
    let row = (1..<min(mostHeaders, table.lineCount)).last { row in
      table.cells[row * table.width + column].word != nil && table.line(row).allSatisfy { $0.value == nil }
    }
    return row.flatMap { table.words[column].line(of: table.cells[$0 * table.width + column]) }
  }

  /// Ages such as 10-12 are few and no dates; months such as 1-07 follow one another.
  private func areTimes(_ words: [String], _ order: DateOrder) -> Bool {
    order != .yearFirst || words.count > Self.mostWords || words.count == lineCount
      || words.first?.prefix(4).allSatisfy(\.isNumber) == true
  }

  /// Numbers with something around them, if all of some words are that.
  private func numberInText(_ words: [String]) -> ColumnRoles.Reason? {
    guard let first = words.first, words.allSatisfy({ $0.first { !"+-<>~".contains($0) }?.isNumber == true }) else {
      return nil
    }
    return .numbersInText(first)
  }

  /// Where nothing else is left, columns of numbers that look like running numbers are learnt from after all.
  private func keepNumbers(_ roles: inout ColumnRoles) {
    let back = roles.leftOut.filter { left in
      switch left.reason {
      case .countsUp, .countsDown: true
      case .differsOnEachLine, .differsOnMostLines: profiles[left.column].words == 0
      case .asked, .empty, .tooManyWords, .numbersInText, .openDates, .manyGaps: false
      }
    }.map(\.column)
    roles.leftOut.removeAll { back.contains($0.column) }
    roles.suspects = back
    roles.features = back.map { tableColumn($0, .number) }
  }

  // MARK: - Columns

  /// The different words of a column, numbers among them as words, in alphabetical order; nil if not all were kept.
  private func differentWords(_ column: Int) -> [String]? {
    let profile = profiles[column]
    let all = table.words[column]
    guard !all.hasLost else { return nil }
    var words = Set(all.different(from: hasWordForName(column) ? 1 : 0))
    guard profile.numbers > 0 else { return words.sorted() }
    for line in firstLine..<table.lineCount {
      if let value = table.cells[line * table.width + column].value { words.insert(numberWord(value)) }
      // Far more than can be inputs need not be counted to the last.
      if words.count > Self.mostWords * 16 { break }
    }
    return words.sorted()
  }

  func isEmpty(_ column: Int) -> Bool { profiles[column].gaps == lineCount }

  func tableColumn(_ column: Int, _ reading: TableColumn.Reading) -> TableColumn {
    TableColumn(name: names?[column] ?? "x\(column + 1)", place: column, reading: reading)
  }

  /// What is wrong with the first word among a column's samples.
  func refusal(of column: Int, _ problem: (String) -> DatasetError.TableProblem) -> DatasetError {
    let words = table.words[column]
    let first = hasWordForName(column) && words.words.count > 1 ? 1 : 0
    // Of a word that is also the column's name it is not known where it stands again.
    let line = first == 0 && firstLine == 1 ? nil : words.lines[first]
    return .table(place(column, line: line), problem(words.words[first]))
  }

  /// Whether the first word kept of a column is what the header calls it.
  private func hasWordForName(_ column: Int) -> Bool {
    firstLine == 1 && !profiles[column].repeatsFirstWord && table.line(0)[column].word != nil
  }

  func place(_ column: Int, line: Int? = nil) -> DatasetError.TablePlace {
    .init(file: table.file, line: line, column: column + 1, columnName: names?[column])
  }
}

/// A number that stands among words, as a word: 1 and 1.0 are one.
func numberWord(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
