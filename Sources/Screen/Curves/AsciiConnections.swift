extension Frame {
  /// Lines between two layers in ASCII, in a crowd for the strong weights only; the strongest are bold, and doubled where
  /// level.
  ///
  /// A line leaves and arrives level and is straight between: `\` and `/` where it falls or climbs, `|` where it is
  /// steep; where it is nearly level, `'`, `-` and `_` tell three heights within a row.
  mutating func asciiConnections(_ connections: Connections) {
    let weakest = connections.isCrowded ? 0.3 : 0.1
    for line in connections.visible() where line.look.strength >= weakest || connections.hot != nil {
      let isHot = connections.isHot(line.link)
      let isStrong = line.look.strength > 0.7 && isHot
      var style = isHot ? Style(theme.lineColor(weight: line.weight)) : theme.style(.rule)
      if isStrong { style = style.adding(.bold) }
      let isDashed = theme.depth == .none && line.weight < 0
      clipped(to: connections.area) { frame in
        let (start, end) = connections.ends(line.link)
        frame.asciiLine(
          in: connections.area.columns, from: start, to: end, level: isStrong ? "=" : "-", style, isDashed: isDashed)
      }
    }
  }

  private mutating func asciiLine(
    in columns: Range<Int>, from start: Double, to end: Double, level: Unicode.Scalar, _ style: Style, isDashed: Bool
  ) {
    guard let first = columns.first, let last = columns.last else { return }
    let stub = columns.count > 4 ? 1 : 0
    for x in [first, last] where stub > 0 {
      write(level, x: x, y: Int((x == first ? start : end).rounded(.down)), style)
    }
    let width = Double(columns.count - 2 * stub)
    let slope = (end - start) / width
    let left = Double(first + stub)
    if abs(slope) <= 1 {
      for x in first + stub...max(first + stub, last - stub) where !isDashed || x % 3 != 2 {
        let height = start + slope * (Double(x) + 0.5 - left)
        let row = height.rounded(.down)
        let leavesRow = (height + slope).rounded(.down) != row
        let glyph = Frame.asciiPiece(slope: slope, height: height - row, leavesRow: leavesRow, level: level)
        write(glyph, x: x, y: Int(row), style)
      }
    } else {
      let rows = Int(min(start, end).rounded(.down))...Int(max(start, end).rounded(.down))
      for y in rows.dropFirst().dropLast() where !isDashed || y % 3 != 2 {
        let x = left + (Double(y) + 0.5 - start) / slope
        write(abs(slope) > 2.5 ? "|" : slope > 0 ? "\\" : "/", x: Int(x.rounded(.down)), y: y, style)
      }
    }
  }

  /// The character for a line that rises or falls by `slope` rows a column, at `height` (0 top … 1 bottom) of its cell.
  ///
  /// A doubled line has one height only; it steps down where it leaves the row.
  private static func asciiPiece(
    slope: Double, height: Double, leavesRow: Bool, level: Unicode.Scalar
  ) -> Unicode.Scalar {
    let isDoubled = level == "="
    if abs(slope) > 0.42 || (isDoubled && leavesRow && slope != 0) { return slope > 0 ? "\\" : "/" }
    if slope == 0 || isDoubled { return level }
    return height < 0.3 ? "'" : height > 0.75 ? "_" : level
  }
}
