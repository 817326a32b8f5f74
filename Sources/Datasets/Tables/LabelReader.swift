/// Reads the labels of a table: as classes or as numbers.
struct LabelReader {
  let choice: RoleChoice
  let column: Int

  /// The most classes that a label can name: it is kept as a byte.
  static let mostClasses = 256
  /// So many whole numbers are classes as long as each stands on a few lines; more must also count from 0 or 1.
  private static let usualClasses = 20
  private static let fewLinesEach = 10

  private var table: RawTable { choice.table }
  private var profile: ColumnProfile { choice.profiles[column] }

  /// A class as it is told from others: 1 and 1.0 are one.
  private enum Name: Hashable {
    case number(Double)
    case word(Int)
  }

  /// The labels of some lines.
  ///
  /// - Throws: `DatasetError.table` where they cannot be told apart, or are no numbers.
  func read(_ lines: [Int]) throws(DatasetError) -> Table.Targets {
    if profile.notFinite > 0, let first = table.words[column].firstNotFinite {
      throw .table(choice.place(column, line: first.line), .notFinite(first.text))
    }
    let cells = lines.map { table.cells[$0 * table.width + column] }
    if try areNumbers(cells) { return .values(cells.map { Float($0.value ?? 0) }) }
    return try classes(cells)
  }

  /// Words are classes; so are whole numbers, unless nearly each stands on a line of its own.
  private func areNumbers(_ cells: [TableCell]) throws(DatasetError) -> Bool {
    if profile.words > 0 {
      if choice.source.labelKind == .number { throw choice.refusal(of: column) { .notANumber($0) } }
      if profile.hasFractions, choice.source.labelKind == nil {
        throw choice.refusal(of: column) { .wordAmongNumbers($0) }
      }
      return false
    }
    if choice.source.labelKind == .number { return true }
    if profile.hasHuge, !profile.hasFractions { throw .table(choice.place(column), .hugeLabels) }
    if choice.source.labelKind == .classes || choice.source.holdsPictures { return false }
    if profile.hasFractions { return true }
    var different: Set<Double> = []
    for cell in cells where different.count <= Self.mostClasses { different.insert(cell.value ?? 0) }
    guard cells.count >= RoleChoice.fewestLines else { return false }
    if different.count > Self.mostClasses { return true }
    if cells.count < 2 * different.count { return true }
    guard different.count > Self.usualClasses, let least = different.min(), let most = different.max() else {
      return false
    }
    let isCode = (least == 0 || least == 1) && most - least == Double(different.count - 1)
    return !isCode || cells.count < Self.fewLinesEach * different.count
  }

  private func classes(_ cells: [TableCell]) throws(DatasetError) -> Table.Targets {
    let words = table.words[column].words
    var codes: [UInt8] = []
    codes.reserveCapacity(cells.count)
    var codeOfName: [Name: UInt8] = [:]
    for cell in cells {
      let name = cell.word.map(Name.word) ?? .number(cell.value ?? 0)
      if let code = codeOfName[name] {
        codes.append(code)
      } else {
        guard codeOfName.count < Self.mostClasses, cell != .lostWord else {
          throw .table(choice.place(column), .tooManyClasses(limit: Self.mostClasses, numeric: profile.words == 0))
        }
        codes.append(UInt8(codeOfName.count))
        codeOfName[name] = UInt8(codeOfName.count)
      }
    }
    func text(_ name: Name) -> String {
      switch name {
      case .number(let number): numberWord(number)
      case .word(let code): words[code]
      }
    }
    if codeOfName.count == 1, let only = codeOfName.keys.first {
      throw .table(choice.place(column), .oneClass(text(only)))
    }
    if profile.words > 0, cells.count >= RoleChoice.fewestLines, codeOfName.count == cells.count {
      throw .table(choice.place(column), .labelOnEachLine(cells[0].word.map { words[$0] } ?? ""))
    }
    let sorted = codeOfName.sorted { a, b in
      switch (a.key, b.key) {
      case (.number(let a), .number(let b)): a < b
      case (.number, .word): true
      case (.word, .number): false
      case (.word(let a), .word(let b)): words[a] < words[b]
      }
    }
    var renumbered = [UInt8](repeating: 0, count: Self.mostClasses)
    for (new, entry) in sorted.enumerated() { renumbered[Int(entry.value)] = UInt8(new) }
    return .classes(codes.map { renumbered[Int($0)] }, names: sorted.map { text($0.key) })
  }
}
