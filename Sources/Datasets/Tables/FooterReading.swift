/// A last line that is no sample: it sums up those above.
extension RawTable {
  private static let footers: Set<String> = ["total", "totals", "grand total", "sum", "average", "mean"]

  /// Takes the last line away if its first word says that it sums up the others, and stands nowhere else.
  mutating func dropFooter() {
    let fewest = 4
    guard lineCount >= fewest else { return }
    let last = lineCount - 1
    guard let column = line(last).firstIndex(where: { $0 != .gap }).map({ $0 - last * width }),
      let code = cells[last * width + column].word, Self.footers.contains(words[column].words[code].lowercased()),
      isLast(code, in: column)
    else { return }
    footer = words[column].words[code]
    for column in 0..<width {
      if let code = cells[last * width + column].word, isLast(code, in: column) { words[column].forgetLast() }
    }
    cells.removeLast(width)
  }

  /// Whether a word came last in its column, and only there.
  private func isLast(_ code: Int, in column: Int) -> Bool {
    code == words[column].words.count - 1
      && !stride(from: column, to: cells.count - width, by: width).contains { cells[$0].word == code }
  }
}
