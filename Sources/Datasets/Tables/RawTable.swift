/// A table as it stands in its file: every cell, and nothing decided.
struct RawTable {
  let file: String
  /// How many columns there are.
  var width = 0
  /// [lines × width], row-major; the first line included, whatever it is.
  var cells: [TableCell] = []
  /// The first line as text.
  var firstLine: [String] = []
  /// What each column has in words.
  var words: [ColumnWords] = []
  /// How the file is written.
  var dialect = CSVDialect()
  /// Lines of comment that were passed over.
  var commentCount = 0
  /// Lines above the table that were passed over.
  var titleCount = 0

  /// What the last line was called, which summed up the others and was left out; nil where there is none.
  var footer: String?

  /// How many lines there are, a header included.
  var lineCount: Int { width == 0 ? 0 : cells.count / width }

  /// The cells of a line.
  func line(_ index: Int) -> ArraySlice<TableCell> { cells[(index * width)..<((index + 1) * width)] }
}
