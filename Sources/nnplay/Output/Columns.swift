/// A plain table: columns as wide as their widest cell, two blanks between them.
struct Columns {
  enum Side { case left, right }

  private let sides: [Side]
  private var rows: [[String]] = []

  init(_ sides: [Side]) {
    self.sides = sides
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows as lines without blanks at their ends.
  var lines: [String] {
    let widths = sides.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { Self.line($0, widths: widths, sides: sides) }
  }

  /// Cells laid out in columns of given widths: for tables that are printed while their rows come in.
  static func line(_ cells: [String], widths: [Int], sides: [Side]) -> String {
    let padded = zip(cells, zip(widths, sides)).map { cell, column in
      let blanks = String(repeating: " ", count: max(0, column.0 - cell.count))
      return column.1 == .left ? cell + blanks : blanks + cell
    }
    let line = padded.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
