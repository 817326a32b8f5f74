import Words

/// What each column of a table is for, and why: said or inferred.
struct ColumnRoles {
  /// A column that is not learnt from.
  struct LeftOut {
    var column: Int
    var reason: Reason
  }

  /// Why a column is left out.
  enum Reason {
    case asked
    case empty
    case countsUp
    case differsOnEachLine
    case tooManyWords(Int)
    case manyGaps(Int)
  }

  /// The columns to be predicted.
  var targets: [Int] = []
  /// The columns to learn from, and how each becomes numbers.
  var features: [TableColumn] = []
  /// The columns left out.
  var leftOut: [LeftOut] = []
  /// Columns of numbers and words, all of which are taken for words.
  var mixed: [Int] = []
  /// Columns that look like running numbers or names and stay, for there are no others.
  var suspects: [Int] = []
}

/// Decides what the columns of a table are for.
struct RoleChoice {
  let table: RawTable
  let source: TableSource
  let profiles: [ColumnProfile]
  /// The first line of samples.
  let firstLine: Int
  /// What the columns are called; nil without a header.
  let names: [String]?

  /// Names by which a label is known, wherever it stands; earlier ones before later.
  private static let labelNames = ["label", "class", "target", "species", "y"]
  /// The most different words that become inputs.
  static let mostWords = 64
  /// For each word among classes that are numbers, fewer numbers than these.
  private static let numbersForStray = 10
  /// Fewer lines than these are too few to tell a running number, or a number from a class.
  static let fewestLines = 10

  private var lineCount: Int { table.lineCount - firstLine }

  /// Decides.
  ///
  /// - Throws: `DatasetError.table` where a column that was named is not there, or nothing is left to learn from.
  func roles() throws(DatasetError) -> ColumnRoles {
    var roles = ColumnRoles()
    let without = try source.without.map { (name) throws(DatasetError) in try column(named: name) }
    let kept = try source.with.map { (name) throws(DatasetError) in try column(named: name) }
    roles.targets = try targets(without: without)
    for column in 0..<table.width where !roles.targets.contains(column) {
      if without.contains(column) {
        roles.leftOut.append(.init(column: column, reason: .asked))
      } else if source.targetCount != nil {
        roles.features.append(tableColumn(column, .number))
      } else {
        try decide(column, isKept: kept.contains(column), &roles)
      }
    }
    if roles.features.isEmpty { keepNumbers(&roles) }
    guard !roles.features.isEmpty else {
      throw .table(
        .init(file: table.file), table.width < 2 ? .tooFewColumns(found: table.width, needed: 2) : .noFeatures)
    }
    return roles
  }

  // MARK: - The label

  private func targets(without: [Int]) throws(DatasetError) -> [Int] {
    let width = table.width
    if let count = source.targetCount {
      guard width > count else {
        throw .table(.init(file: table.file), .tooFewColumns(found: width, needed: count + 1))
      }
      return Array((width - count)..<width)
    }
    guard width > 1 else { throw .table(.init(file: table.file), .tooFewColumns(found: width, needed: 2)) }
    switch source.label {
    case .first?: return [0]
    case .last?: return [width - 1]
    case .column(let name)?: return [try column(named: name)]
    case nil: break
    }
    let candidates = (0..<width).filter { !without.contains($0) && !isEmpty($0) }
    let lowered = names?.map { $0.lowercased() } ?? []
    for name in Self.labelNames {
      guard let found = candidates.first(where: { lowered.indices.contains($0) && lowered[$0] == name }) else {
        continue
      }
      // Beside x, and with a third column to be predicted, y is a coordinate.
      if name == "y", lowered.contains("x"), candidates.count > 2 { continue }
      return [found]
    }
    return [candidates.last ?? width - 1]
  }

  /// The column of a name, or of a number counted from 1.
  private func column(named name: String) throws(DatasetError) -> Int {
    if let found = names?.firstIndex(of: name) ?? names?.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
      return found
    }
    guard let number = Int(name), (1...table.width).contains(number) else {
      throw .table(
        .init(file: table.file), .noColumn(name, nearest: nearest(to: name, among: names ?? []), width: table.width))
    }
    return number - 1
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
        roles.features.append(tableColumn(column, .number))
      }
    } else {
      try decideWords(column, isKept: isKept, &roles)
    }
  }

  private func decideWords(_ column: Int, isKept: Bool, _ roles: inout ColumnRoles) throws(DatasetError) {
    let profile = profiles[column]
    let words = distinctWords(column)
    let areDates = profile.numbers == 0 && words?.allSatisfy { DateReading.years($0) != nil } == true
    let different = words?.count ?? 0
    // Ages such as 10-12 are few; months such as 1-07 follow one another.
    let areTimes = words?.first?.prefix(4).allSatisfy(\.isNumber) == true || different > Self.mostWords
    if areDates, areTimes || different == lineCount {
      roles.features.append(tableColumn(column, .date))
      return
    }
    let few = words.flatMap { $0.count <= Self.mostWords ? $0 : nil }
    // A word in a hundred numbers is a slip; one among the classes 2, 3, 4 and 5more is not.
    let mostStrays = profile.hasFractions || few == nil ? profile.numbers : profile.numbers / Self.numbersForStray
    if profile.numbers > 0, profile.words < mostStrays {
      throw refusal(of: column) { .wordAmongFeatures($0) }
    }
    if lineCount >= Self.fewestLines, !isKept, words?.count == lineCount - profile.gaps {
      roles.leftOut.append(.init(column: column, reason: .differsOnEachLine))
    } else if let few {
      if profile.numbers > 0 { roles.mixed.append(column) }
      roles.features.append(tableColumn(column, .words(few)))
    } else {
      guard !isKept else { throw .table(place(column), .tooManyWords(words?.count ?? 0, limit: Self.mostWords)) }
      roles.leftOut.append(.init(column: column, reason: .tooManyWords(words?.count ?? 0)))
    }
  }

  /// Where nothing else is left, columns of numbers that look like running numbers are learnt from after all.
  private func keepNumbers(_ roles: inout ColumnRoles) {
    let back = roles.leftOut.filter { left in
      switch left.reason {
      case .countsUp: true
      case .differsOnEachLine: profiles[left.column].words == 0
      case .asked, .empty, .tooManyWords, .manyGaps: false
      }
    }.map(\.column)
    roles.leftOut.removeAll { back.contains($0.column) }
    roles.suspects = back
    roles.features = back.map { tableColumn($0, .number) }
  }

  private func suspicion(_ column: Int) -> ColumnRoles.Reason? {
    let profile = profiles[column]
    guard lineCount >= Self.fewestLines, profile.numbers == lineCount, !profile.hasFractions else { return nil }
    if profile.countsUp { return .countsUp }
    return hasEqualNumbers(column) ? nil : .differsOnEachLine
  }

  private func hasEqualNumbers(_ column: Int) -> Bool {
    var seen: Set<Double> = []
    for line in firstLine..<table.lineCount {
      guard let value = table.cells[line * table.width + column].value else { continue }
      if !seen.insert(value).inserted { return true }
    }
    return false
  }

  // MARK: - Columns

  /// The different words of a column, numbers among them as words, in alphabetical order; nil if not all were kept.
  private func distinctWords(_ column: Int) -> [String]? {
    let profile = profiles[column]
    let all = table.words[column]
    guard !all.hasLost else { return nil }
    var words = Set(all.words.dropFirst(hasWordForName(column) ? 1 : 0))
    guard profile.numbers > 0 else { return words.sorted() }
    for line in firstLine..<table.lineCount {
      if let value = table.cells[line * table.width + column].value { words.insert(numberWord(value)) }
      // Far more than can be inputs need not be counted to the last.
      if words.count > Self.mostWords * 16 { break }
    }
    return words.sorted()
  }

  private func isEmpty(_ column: Int) -> Bool { profiles[column].gaps == lineCount }

  func tableColumn(_ column: Int, _ reading: TableColumn.Reading) -> TableColumn {
    TableColumn(name: names?[column] ?? "x\(column + 1)", place: column, reading: reading)
  }

  /// What is wrong with the first word among a column's samples.
  func refusal(of column: Int, _ problem: (String) -> DatasetError.TableProblem) -> DatasetError {
    let words = table.words[column]
    let first = hasWordForName(column) && words.words.count > 1 ? 1 : 0
    return .table(place(column, line: words.lines[first]), problem(words.words[first]))
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
