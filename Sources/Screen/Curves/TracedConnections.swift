/// The pieces that a line is put together from in fonts without braille: it runs level, turns, and stands upright.
struct LinePieces: Sendable {
  let level: Unicode.Scalar
  let upright: Unicode.Scalar
  /// From the left, turning down or up.
  let leftDown: Unicode.Scalar
  let leftUp: Unicode.Scalar
  /// From above or from below, turning right.
  let aboveRight: Unicode.Scalar
  let belowRight: Unicode.Scalar

  static let light = LinePieces(
    level: "─", upright: "│", leftDown: "╮", leftUp: "╯", aboveRight: "╰", belowRight: "╭")
  static let heavy = LinePieces(
    level: "━", upright: "┃", leftDown: "┓", leftUp: "┛", aboveRight: "┗", belowRight: "┏")
}

extension Frame {
  /// Lines between two layers in whole cells: what is drawn with dots elsewhere becomes level and upright pieces with
  /// rounded corners. The strongest are heavy.
  mutating func tracedConnections(_ connections: Connections) {
    let isCrowded = connections.isCrowded
    for line in connections.visible() {
      let isHot = connections.isHot(line.link)
      let pieces: LinePieces = line.look.pen == .thick && isHot ? .heavy : .light
      let color = theme.lineColor(weight: line.weight, crowded: isCrowded)
      let style = isHot ? Style(color) : theme.style(.rule)
      let isDashed = theme.depth == .none && line.weight < 0
      clipped(to: connections.area) { frame in
        let (start, end) = connections.ends(line.link)
        frame.trace(
          in: connections.area, from: start, to: end, pieces, style, isDashed: isDashed)
      }
    }
  }

  /// One line through an area: it follows a curve with level ends, row by row.
  private mutating func trace(
    in area: Rect, from start: Double, to end: Double, _ pieces: LinePieces, _ style: Style, isDashed: Bool
  ) {
    var row = Int(start.rounded(.down))
    for column in 0..<area.width {
      // One column before the end it has arrived, so that it meets its unit level.
      let share = min(1, Double(column) / Double(max(1, area.width - 2)))
      let next = Int((start + (end - start) * Ease.level(share)).rounded(.down))
      let x = area.x + column
      if next == row {
        if !isDashed || column % 2 == 0 { write(pieces.level, x: x, y: row, style) }
        continue
      }
      let falls = next > row
      write(falls ? pieces.leftDown : pieces.leftUp, x: x, y: row, style)
      for y in min(row, next) + 1..<max(row, next) where !isDashed || y % 2 == 0 {
        write(pieces.upright, x: x, y: y, style)
      }
      write(falls ? pieces.aboveRight : pieces.belowRight, x: x, y: next, style)
      row = next
    }
  }
}
