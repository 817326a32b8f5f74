extension Chart {
  /// A line across the plot at which something is to happen.
  public enum Mark: Hashable, Sendable {
    /// Upright, at a time.
    case time(Double)
    /// Level, at a value.
    case value(Double)
  }
}

extension Frame {
  /// Draws marks where nothing else stands, with a sign at the upper or the right end; what lies beyond the axes is left
  /// out.
  mutating func chartMarks(_ chart: Chart, in plot: Rect) {
    let table = theme.glyphs.table
    let style = theme.style(.dim)
    for mark in chart.marks {
      let cells: [Point]
      let line: Unicode.Scalar
      switch mark {
      case .time(let time):
        guard time > 0, time <= chart.time.end else { continue }
        let x = chart.column(of: time, in: plot)
        (cells, line) = (plot.rows.map { Point(x, $0) }, table.verticalRule)
      case .value(let value):
        guard (0.001..<0.999).contains(chart.scale.share(value)) else { continue }
        let y = chart.row(of: value, in: plot)
        (cells, line) = (plot.columns.reversed().map { Point($0, y) }, table.horizontalRule)
      }
      for (index, cell) in cells.enumerated() where isFree(cell) {
        if index == 0 {
          put(table.stopped, x: cell.x, y: cell.y, .dim)
        } else {
          write(line, x: cell.x, y: cell.y, style)
        }
      }
    }
  }

  /// Whether a cell of a chart has nothing but ground or its grid.
  private func isFree(_ cell: Point) -> Bool {
    let found = self[cell.x, cell.y]
    return found.glyph == " " || theme.depth.hasRamps && found.foreground == theme.color(.faint)
  }
}
