import CNcurses
import Screen

/// Hands changed cells to ncurses, which knows how this terminal wants them; for up to 256 colours.
struct CursesPainter {
  let depth: ColorDepth

  /// Draws what differs between two frames.
  func paint(_ frame: Frame, since old: Frame?) {
    let rows = Int(nc_screen_rows())
    let columns = Int(nc_screen_columns())
    frame.forEachChange(since: old) { x, y, cell, drawable in
      guard y < rows, x + drawable.columns <= columns else { return }
      func put(_ glyph: Unicode.Scalar, accent: Unicode.Scalar?, x: Int) {
        nc_screen_put(
          Int32(y), Int32(x), glyph.value, accent?.value ?? 0, cell.attributes.curses, number(cell.foreground),
          number(cell.background))
      }
      // ncurses counts columns in its own way; where it differs, the row must not shift.
      if drawable.glyph.isASCII || nc_glyph_width(drawable.glyph.value) == drawable.columns {
        put(drawable.glyph, accent: drawable.accent, x: x)
      } else {
        for column in x..<x + drawable.columns { put("?", accent: nil, x: column) }
      }
    }
    nc_screen_flush()
  }

  /// The palette number for ncurses; −1 is the terminal's own colour.
  private func number(_ color: Color) -> Int32 { color.entry(within: depth).map(Int32.init) ?? -1 }
}

extension Attributes {
  fileprivate var curses: UInt32 {
    var style: UInt32 = 0
    if contains(.bold) { style |= nc_bold }
    if contains(.dim) { style |= nc_dim }
    if contains(.underline) { style |= nc_underline }
    if contains(.reverse) { style |= nc_reverse }
    return style
  }
}
