extension Frame {
  /// Lines between two layers in ASCII, for the strong weights only.
  ///
  /// A line keeps its level ends; where it is nearly level, `'`, `-` and `_` tell three heights within a row, where it
  /// falls or climbs `\` and `/`, where it is steep `|`. The strongest are doubled (`=`) and bold.
  mutating func asciiConnections(_ connections: Connections) {
    let area = connections.area
    for line in connections.visible() where line.look.strength >= 0.3 {
      let isHot = connections.isHot(line.link)
      let isStrong = line.look.strength > 0.7 && isHot
      var style = isHot ? Style(theme.lineColor(weight: line.weight)) : theme.style(.rule)
      if isStrong { style = style.adding(.bold) }
      let start = connections.sources[line.link.source]
      let rise = connections.targets[line.link.target] - start
      func height(_ column: Int) -> Double { start + rise * Ease.level(Double(column) / Double(area.width)) }
      for column in 0..<area.width {
        let (from, to) = (height(column), height(column + 1))
        clipped(to: area) { $0.asciiStep(from: from, to: to, x: area.x + column, isStrong: isStrong, style) }
      }
    }
  }

  /// One column of a line that enters at height `from` and leaves at `to`, in rows.
  private mutating func asciiStep(from: Double, to: Double, x: Int, isStrong: Bool, _ style: Style) {
    let middle = (from + to) / 2
    let fall = to - from
    let row = Int(middle.rounded(.down))
    if abs(fall) < 0.3 {
      let height = middle - middle.rounded(.down)
      let level: Unicode.Scalar = isStrong ? "=" : height < 0.25 ? "'" : height > 0.75 ? "_" : "-"
      write(level, x: x, y: row, style)
    } else if abs(fall) <= 1.2 {
      write(fall > 0 ? "\\" : "/", x: x, y: row, style)
    } else {
      let top = Int(min(from, to).rounded())
      for y in top...max(top, Int(max(from, to).rounded()) - 1) { write("|", x: x, y: y, style) }
    }
  }
}
