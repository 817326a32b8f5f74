extension Frame {
  /// Empties a rectangle and paints its ground.
  public mutating func fill(_ rect: Rect, _ role: Role = .ground) {
    fill(rect, color: theme.color(role))
  }

  /// Empties a rectangle and paints it in a colour of its own, such as a step of a ramp.
  public mutating func fill(_ rect: Rect, color: Color) {
    let blank = Cell.blank(color)
    changeCells(in: rect) { $0 = blank }
  }

  /// A thin rule of `width` cells.
  public mutating func rule(x: Int, y: Int, width: Int, _ role: Role = .rule) {
    let style = theme.style(role)
    for column in x..<x + max(0, width) { write(theme.glyphs.table.horizontalRule, x: column, y: y, style) }
  }

  /// A thin upright rule of `height` cells.
  public mutating func uprightRule(x: Int, y: Int, height: Int, _ role: Role = .faint) {
    let style = theme.style(role)
    for row in y..<y + max(0, height) { write(theme.glyphs.table.verticalRule, x: x, y: row, style) }
  }

  /// Writes one glyph of a cell's width and keeps the ground it stands on.
  ///
  /// Where the glyph set lacks it, the nearest character of ASCII takes its place.
  /// Where a row is shown reversed (the title without colours), it stays reversed, and nothing on it is dim.
  public mutating func write(_ glyph: Unicode.Scalar, x: Int, y: Int, _ style: Style) {
    guard x >= clip.x, x < clip.maxX, y >= clip.y, y < clip.maxY else { return }
    let old = cells[y * size.width + x]
    let glyph = theme.glyphs.allowed(glyph)
    var attributes = style.attributes
    if theme.depth == .none, old.attributes.contains(.reverse) {
      attributes.insert(.reverse)
      attributes.remove(.dim)
    }
    if glyph == " ", !attributes.contains(.underline) {
      place(.blank(old.background, attributes.intersection(.reverse)), x: x, y: y)
    } else {
      let cell = Cell(glyph, foreground: style.foreground, background: old.background, attributes: attributes)
      place(cell, x: x, y: y)
    }
  }

  /// Sets an accent on the glyph in a cell.
  mutating func accent(_ mark: Unicode.Scalar, x: Int, y: Int) {
    var cell = self[x, y]
    cell.accent = mark
    place(cell, x: x, y: y)
  }
}
