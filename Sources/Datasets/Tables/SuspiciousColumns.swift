/// Columns that name the lines rather than tell something of them: running numbers, keys, people.
extension RoleChoice {
  /// The last words of names that keys have.
  private static let keyWords: Set<String> = [
    "id", "ids", "index", "idx", "no", "nr", "num", "number", "key", "code", "uuid", "guid", "hash", "row", "rows",
    "rownames", "rowname", "rownumber", "rowid", "serial", "identifier", "unnamed", "record", "observation", "obs",
    "case",
    "sample", "subject", "patient", "person", "participant", "respondent", "customer", "client", "user", "member",
    "employee", "student", "passenger", "account", "order", "invoice", "ticket", "transaction", "item", "product",
    "isbn",
    "phone", "email", "name", "timestamp",
  ]

  /// Why a column of numbers looks like names of the lines; nil if it does not.
  ///
  /// Whole numbers that differ on each line are nothing unusual: pixels, prices, counts. They are suspicious if they
  /// count, run through all numbers between the least and the greatest, are called a key or nothing, or stand first in
  /// a file without names and no other column is like that.
  func suspicion(_ column: Int) -> ColumnRoles.Reason? {
    let profile = profiles[column]
    guard profile.numbers == lineCount, !profile.hasFractions, lineCount >= fewestLines(for: column) else { return nil }
    if profile.countsUp { return .countsUp }
    if profile.countsDown { return .countsDown }
    let runsThrough = profile.most - profile.least == Double(lineCount - 1)
    let isFirst = names == nil && column == 0
    guard runsThrough || isCalledKey(column) || isFirst else { return nil }
    let different = differentNumbers(column)
    if isFirst, !runsThrough {
      // Numbers with many figures, alone of their kind.
      guard profile.least > Double(lineCount), !(1..<table.width).contains(where: differsLikeKey) else { return nil }
    }
    return isNearlyAll(different) ? (different == lineCount ? .differsOnEachLine : .differsOnMostLines) : nil
  }

  /// Whether a column is called a key and is one.
  func isKey(_ column: Int) -> Bool {
    guard isCalledKey(column), lineCount >= fewestLines(for: column) else { return false }
    let profile = profiles[column]
    if profile.words == 0, profile.hasFractions { return false }
    let different = profile.words > 0 ? table.words[column].words.count : differentNumbers(column)
    return isNearlyAll(different)
  }

  /// Whether so many different values are one for each line, or nearly.
  func isNearlyAll(_ different: Int) -> Bool { different * 10 >= lineCount * 9 }

  /// A key that is called so may be told from few lines.
  private func fewestLines(for column: Int) -> Int { isCalledKey(column) ? 3 : Self.fewestLines }

  private func isCalledKey(_ column: Int) -> Bool {
    guard let names else { return false }
    return table.firstLine[column].isEmpty || Self.words(of: names[column]).last.map(Self.keyWords.contains) == true
      || names[column].lowercased().hasPrefix("unnamed:")
  }

  private func differsLikeKey(_ column: Int) -> Bool {
    let profile = profiles[column]
    return profile.numbers == lineCount && !profile.hasFractions && isNearlyAll(differentNumbers(column))
  }

  private func differentNumbers(_ column: Int) -> Int {
    var seen: Set<Double> = []
    for line in firstLine..<table.lineCount {
      if let value = table.cells[line * table.width + column].value { seen.insert(value) }
    }
    return seen.count
  }

  /// The words of a name in lower case: `customerID`, `customer_id` and `Customer Id` have two.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var wasLower = false
    for character in name {
      guard character.isLetter else {
        wasLower = false
        if words.last != "" { words.append("") }
        continue
      }
      if words.isEmpty || wasLower && character.isUppercase { words.append("") }
      words[words.count - 1] += character.lowercased()
      wasLower = character.isLowercase
    }
    return words.filter { !$0.isEmpty }
  }
}
