extension Frame {
  /// Draws a frame one pixel thick round a picture of `width × height` pixels that stands at `x`, `halfRow`.
  ///
  /// Without half blocks or ramps, brackets stand left and right of it instead.
  public mutating func frame(x: Int, halfRow: Int, width: Int, height: Int, _ role: Role = .accent) {
    guard theme.depth.hasRamps, theme.glyphs.hasHalfBlocks else {
      let style = theme.style(role).adding(.bold)
      let table = theme.glyphs.table
      for y in halfRow >> 1..<max(halfRow >> 1, (halfRow + height + 1) >> 1) {
        write(table.currentLeft, x: x - 1, y: y, style)
        write(table.currentRight, x: x + width, y: y, style)
      }
      return
    }
    let color = theme.color(role)
    for column in x - 1...x + width {
      setPixel(x: column, halfRow: halfRow - 1, color)
      setPixel(x: column, halfRow: halfRow + height, color)
    }
    for row in halfRow..<halfRow + max(0, height) {
      setPixel(x: x - 1, halfRow: row, color)
      setPixel(x: x + width, halfRow: row, color)
    }
  }
}

extension Frame {
  /// Marks the corners of a picture that fills whole cells, inside it, so that what stands around it stays.
  ///
  /// In ASCII and without ramps, brackets stand beside its first and last row.
  public mutating func corners(of rect: Rect, _ role: Role = .accent) {
    guard theme.depth.hasRamps, theme.glyphs.hasHalfBlocks else {
      let style = theme.style(role).adding(.bold)
      let table = theme.glyphs.table
      for y in [rect.y, rect.maxY - 1] {
        write(table.currentLeft, x: rect.x, y: y, style)
        write(table.currentRight, x: rect.maxX - 1, y: y, style)
      }
      return
    }
    let color = theme.color(role)
    let (top, bottom) = (rect.y * 2, rect.maxY * 2 - 1)
    for (x, inward) in [(rect.x, 1), (rect.maxX - 1, -1)] {
      for (row, down) in [(top, 1), (bottom, -1)] {
        for step in 0..<3 {
          setPixel(x: x + inward * step, halfRow: row, color)
          setPixel(x: x, halfRow: row + down * step, color)
        }
      }
    }
  }

  /// The colours of a map from −1 to +1, in one row.
  public mutating func ramp(x: Int, y: Int, width: Int) {
    let last = Float(max(1, width - 1))
    paint(Picture(width: width, height: 2) { column, _ in 2 * Float(column) / last - 1 }, x: x, halfRow: y * 2)
  }
}
