extension Frame {
  /// Writes a glyph as a cursor: on the ground of what is current.
  public mutating func cursor(_ glyph: Unicode.Scalar, x: Int, y: Int) {
    let attributes: Attributes = theme.depth == .none ? [.bold, .reverse] : .bold
    place(
      Cell(
        theme.glyphs.allowed(glyph), foreground: theme.depth == .none ? .terminal : theme.ground,
        background: theme.depth == .none ? .terminal : theme.color(.accent), attributes: attributes),
      x: x, y: y)
  }

  /// Which pixel of a cell a mark lies on.
  public enum Pixel: Hashable, Sendable {
    case upper, lower
    /// On both: the ground is the shade between them.
    case both
  }

  /// Writes a glyph over a map. The ground under it is the shade of the pixel that it marks.
  public mutating func mark(
    _ glyph: Unicode.Scalar, x: Int, y: Int, _ role: Role, _ attributes: Attributes = .bold, on pixel: Pixel = .both
  ) {
    mark(glyph, x: x, y: y, style: theme.style(role).adding(attributes), on: pixel)
  }

  /// Writes a glyph over a map, in a style of its own.
  public mutating func mark(_ glyph: Unicode.Scalar, x: Int, y: Int, style: Style, on pixel: Pixel = .both) {
    guard clip.contains(Point(x, y)) else { return }
    let old = self[x, y]
    var cell = Cell(theme.glyphs.allowed(glyph), foreground: style.foreground, attributes: style.attributes)
    switch theme.depth {
    case .palette, .full:
      let (upper, lower) = old.pixels
      cell.background =
        switch pixel {
        case .upper: upper
        case .lower: lower
        case .both: theme.shades(.signed).middle(upper, lower)
        }
    case .eight, .sixteen:
      // Brown and blue are dark in some terminals and light in others: black and white stand out on both.
      cell.background = old.background
      if old.background == theme.color(.negativeResting) {
        cell.foreground = .indexed(0)
        cell.attributes.remove(.bold)
      } else if old.background == theme.color(.positiveResting) {
        cell.foreground = .indexed(theme.depth == .eight ? 7 : 15)
        cell.attributes.insert(.bold)
      }
    case .none:
      let density = theme.glyphs.table.density
      if density.suffix(2).contains(old.glyph) || old.attributes.contains(.reverse) { cell.attributes.insert(.reverse) }
    }
    place(cell, x: x, y: y)
  }
}
