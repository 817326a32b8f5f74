extension Frame {
  /// Colours one pixel: column `x`, half row `halfRow` (row `halfRow / 2`, its upper or lower half). What the other
  /// half of the cell shows stays.
  public mutating func setPixel(x: Int, halfRow: Int, _ color: Color) {
    let y = halfRow >> 1
    guard x >= clip.x, x < clip.maxX, y >= clip.y, y < clip.maxY else { return }
    var (upper, lower) = cells[y * size.width + x].pixels
    if halfRow & 1 == 0 { upper = color } else { lower = color }
    place(Cell(upper: upper, lower: lower), x: x, y: y)
  }

  /// The two pixels of a cell; where it holds text, its ground twice.
  func pixels(x: Int, y: Int) -> (upper: Color, lower: Color) { self[x, y].pixels }
}

extension Cell {
  var pixels: (upper: Color, lower: Color) {
    switch glyph {
    case "▀": (foreground, background)
    case "▄": (background, foreground)
    default: (background, background)
    }
  }

  /// A cell of two pixels. The terminal's own background can only stand behind a glyph, never in front.
  init(upper: Color, lower: Color) {
    if upper == lower {
      self = .blank(upper)
    } else if upper == .terminal {
      self.init("▄", foreground: lower, background: upper)
    } else {
      self.init("▀", foreground: upper, background: lower)
    }
  }
}
