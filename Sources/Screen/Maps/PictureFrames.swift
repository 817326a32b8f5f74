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
