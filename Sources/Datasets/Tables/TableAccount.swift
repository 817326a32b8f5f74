import Words

/// What was inferred about a table, in a sentence.
struct TableAccount {
  let choice: RoleChoice
  let roles: ColumnRoles
  let layout: TableLayout
  let targets: Table.Targets
  let gaps: GapFilling
  let hasSecondHeader: Bool

  /// Columns that are named one by one; of more, their number is said.
  private static let mostNamed = 4

  var sentence: String {
    var parts = ["label: \(label)", features]
    if !roles.suspects.isEmpty {
      let verbs = roles.suspects.count == 1 ? ("looks", "stays") : ("look", "stay")
      parts.append(
        "\(list(roles.suspects.map(named))) \(verbs.0) like a running number or a name and \(verbs.1), for there is "
          + "nothing else to learn from")
    }
    // The corners of pictures never change.
    if !roles.constant.isEmpty, choice.source.pixels == nil {
      parts.append("\(list(roles.constant.map(named))) never change\(roles.constant.count == 1 ? "s" : "")")
    }
    parts += layoutColumns.compactMap(merged)
    parts += standIns
    if !roles.mixed.isEmpty { parts.append("numbers are taken for words in \(list(roles.mixed.map(named)))") }
    if !roles.leftOut.isEmpty { parts.append("left out: \(list(roles.leftOut.map(reason)))") }
    if gaps.withoutFeature > 0 { parts.append("\(lines(gaps.withoutFeature)) left out (a value is missing)") }
    if gaps.withoutLabel > 0 { parts.append("\(lines(gaps.withoutLabel)) left out (the label is missing)") }
    if gaps.filled > 0 {
      parts.append("\(grouped(gaps.filled)) missing value\(gaps.filled == 1 ? "" : "s") filled with the column's mean")
    }
    return (parts + form).joined(separator: "; ")
  }

  private var label: String {
    let column = named(roles.targets[0])
    switch targets {
    case .classes(_, let names): return "\(column), \(names.count) classes"
    case .values(let values):
      guard let least = values.min(), let most = values.max() else { return column }
      return "\(column), a number from \(shortest(least)) to \(shortest(most))"
    case .none: return column
    }
  }

  private var features: String {
    let count = layout.features.count
    let inputs = layout.inputNames.count
    if let picture = choice.source.pixels {
      return "each line a picture of \(picture.rows)×\(picture.columns)"
        + (picture.channels == 1 ? "" : " in \(picture.channels) channels")
    }
    let words = "\(grouped(count)) feature\(count == 1 ? "" : "s")"
    let extra = inputs == count ? "" : " in \(grouped(inputs)) inputs"
    let dates = layout.features.filter { $0.dateOrder != nil }.map { "\(shortened($0.name)) as years" }
    return words + extra + (dates.isEmpty ? "" : " (\(list(dates)))")
  }

  private func reason(_ left: ColumnRoles.LeftOut) -> String {
    let name = named(left.column)
    return switch left.reason {
    case .asked: name
    case .empty: "\(name) is empty"
    case .countsUp: "\(name) counts up"
    case .countsDown: "\(name) counts down"
    case .differsOnEachLine: "\(name) differs on each line"
    case .differsOnMostLines: "\(name) differs on nearly each line"
    case .numbersInText(let text): "\(name) has text beside its numbers (\(quoted(text)))"
    case .openDates(let text): "\(name) has dates of which day and month cannot be told apart (\(quoted(text)))"
    case .tooManyWords(let count): "\(name) has \(grouped(count)) different words"
    case .manyGaps(let count): "\(name) lacks \(grouped(count)) values"
    }
  }

  /// The columns that are used.
  private var layoutColumns: [Int] { (roles.targets + layout.features.map(\.place)).sorted() }

  /// Numbers that may stand for missing values, of the first columns that have some.
  private var standIns: [String] {
    layoutColumns.lazy.compactMap { column in
      choice.standIn(in: column).map { found in
        "\(named(column)) has \(found.number) on \(lines(found.lines)): if that stands for a missing value, say "
          + "#gap=\(found.number)"
      }
    }.prefix(2).map { $0 }
  }

  /// Which words of a column are taken for one.
  private func merged(_ column: Int) -> String? {
    let words = choice.table.words[column]
    guard let (code, first) = words.merged.min(by: { $0.key < $1.key }) else { return nil }
    return "\(quoted(words.words[first])) and \(quoted(words.words[code])) are one word in \(named(column))"
  }

  /// How the file is written, where that is not the usual way.
  private var form: [String] {
    let table = choice.table
    var parts: [String] = []
    if choice.firstLine == 1, choice.source.hasHeader == nil, !table.line(0).contains(where: { $0.word != nil }) {
      parts.append("line 1 is a header, for it counts")
    }
    if hasSecondHeader { parts.append("line 2 left out (words over columns of numbers)") }
    if let side = squareSide { parts.append("#pixels=\(side)x\(side) takes each line for a picture") }
    if let footer = table.footer { parts.append("the last line left out (\(shortened(footer)))") }
    if table.titleCount > 0 { parts.append("\(lines(table.titleCount)) of title") }
    if table.dialect.hasDecimalCommas { parts.append("commas are decimal") }
    if table.commentCount > 0 { parts.append("\(lines(table.commentCount)) of comment") }
    return parts
  }

  /// The side of the square that the columns of pixels would make; nil where they are none.
  private var squareSide: Int? {
    let inputs = choice.profiles.indices.filter { !roles.targets.contains($0) }
    let side = Int(Double(inputs.count).squareRoot())
    let smallest = 8
    guard choice.source.pixels == nil, side >= smallest, side * side == inputs.count else { return nil }
    let arePixels = inputs.allSatisfy { column in
      let profile = choice.profiles[column]
      return profile.words == 0 && profile.numbers > 0 && profile.least >= 0 && profile.most <= 255
        && !profile.hasFractions
    }
    return arePixels ? side : nil
  }

  private func named(_ column: Int) -> String {
    let name = choice.table.firstLine[column]
    return "column \(grouped(column + 1))" + (choice.names == nil || name.isEmpty ? "" : " (\(shortened(name)))")
  }

  private func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(grouped(count)) lines" }

  private func list(_ items: [String]) -> String { items.beginning(most: Self.mostNamed) }
}
