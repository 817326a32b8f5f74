/// Numbers such as -999 that stand in for a missing value.
extension RoleChoice {
  private static let standIns: Set<Double> = [-99, -999, -9999, -99999, 999, 9999, 99999]

  /// A number that lies far outside all others of its column and is one that people write for what they do not know,
  /// and on how many lines it stands; nil if there is none.
  func standIn(in column: Int) -> (number: Int, lines: Int)? {
    let profile = profiles[column]
    guard let suspect = [profile.least, profile.most].first(where: Self.standIns.contains), profile.words == 0 else {
      return nil
    }
    let values = (firstLine..<table.lineCount).compactMap { table.cells[$0 * table.width + column].value }
    let others = values.filter { $0 != suspect }
    guard let least = others.min(), let most = others.max() else { return nil }
    let distance = suspect < least ? least - suspect : suspect - most
    return distance > 2 * (most - least) ? (Int(suspect), values.count - others.count) : nil
  }
}

extension RawTable {
  /// Takes some texts for gaps, as numbers or as words, below the first line if it names the columns.
  mutating func clear(_ gaps: [String], from firstLine: Int) {
    let numbers = Set(gaps.compactMap(Double.init))
    let codes = words.map { words in Set(words.words.indices.filter { gaps.contains(words.words[$0]) }) }
    for place in cells.indices.dropFirst(firstLine * width) {
      let cell = cells[place]
      if let value = cell.value, numbers.contains(value) {
        cells[place] = .gap
      } else if let code = cell.word, codes[place % width].contains(code) {
        cells[place] = .gap
      }
    }
  }
}
