/// What the words of a column are taken for once all of it is known.
extension RawTable {
  /// Takes words such as `unknown` for gaps where everything else is a number, and words that differ in capitals alone
  /// for one.
  mutating func tidyWords(of column: Int) {
    let all = words[column].words
    guard lineCount > 1, !words[column].hasLost, !all.isEmpty else { return }
    let codes = all.indices.dropFirst(hasName(column) ? 1 : 0)
    guard !codes.isEmpty else { return }
    if codes.allSatisfy({ GapWords.amongNumbers.contains(all[$0].lowercased()) }) {
      guard hasNumbers(in: column) else { return }
      words[column].firstGap = words[column].firstGap ?? codes.map { words[column].lines[$0] }.min()
      replace(in: column) { _ in .gap }
    } else {
      mergeCapitals(of: codes, in: column)
    }
  }

  /// `Yes`, `YES` and `yes` are the first of them to come; single letters stay as they are.
  private mutating func mergeCapitals(of codes: Range<Int>, in column: Int) {
    let all = words[column].words
    guard codes.count < Self.mostMerged else { return }
    var firsts: [String: Int] = [:]
    var merged: [Int: Int] = [:]
    for code in codes where all[code].count > 1 {
      let lowered = all[code].lowercased()
      if let first = firsts[lowered] { merged[code] = first } else { firsts[lowered] = code }
    }
    guard !merged.isEmpty else { return }
    words[column].merged = merged
    replace(in: column) { code in TableCell(word: merged[code] ?? code) }
  }

  /// More different words than could be classes are not looked at.
  private static let mostMerged = 1 << 12

  /// Whether the first line has a word in the column that never comes again: what the column is called.
  private func hasName(_ column: Int) -> Bool {
    guard words[column].words.count > 1, let name = cells[column].word else { return cells[column].word != nil }
    return !stride(from: width + column, to: cells.count, by: width).contains { cells[$0].word == name }
  }

  private func hasNumbers(in column: Int) -> Bool {
    stride(from: width + column, to: cells.count, by: width).contains { cells[$0].value != nil }
  }

  /// Replaces each word below the first line.
  private mutating func replace(in column: Int, _ replacement: (Int) -> TableCell) {
    for place in stride(from: width + column, to: cells.count, by: width) {
      if let code = cells[place].word { cells[place] = replacement(code) }
    }
  }
}
