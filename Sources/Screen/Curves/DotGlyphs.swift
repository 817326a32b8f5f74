extension DotCanvas {
  /// The braille character of a cell's dots.
  static func braille(_ dots: UInt8) -> Unicode.Scalar {
    // Braille numbers its dots down the left column, then the right, and the bottom row last.
    let numbering: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var value: UInt32 = 0x2800
    for bit in 0..<8 where dots & (1 << UInt8(bit)) != 0 { value |= numbering[bit] }
    return Unicode.Scalar(value) ?? " "
  }

  /// The braille characters of all 256 cells.
  static let brailleTable: [Unicode.Scalar] = (0...255).map { braille(UInt8($0)) }

  /// Quarters of a cell by the four that hold a dot: bit 0 upper left, 1 upper right, 2 lower left, 3 lower right.
  private static let quarters: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// The same dots in quarters of a cell, for fonts without braille.
  static let quarterTable: [Unicode.Scalar] = (0...255).map { dots in
    let upper = (dots | dots >> 2) & 3
    let lower = (dots >> 4 | dots >> 6) & 3
    return quarters[upper | lower << 2]
  }

  /// ASCII, where there are no dots, by where in a cell the dots stand, for what is drawn as a curve of single dots.
  static let asciiTable: [Unicode.Scalar] = (0...255).map { dots in
    let rows = (0..<4).filter { dots >> (2 * $0) & 3 != 0 }
    guard let first = rows.first, let last = rows.last else { return " " }
    if last - first >= 3 { return "|" }
    switch first + last {
    case ..<2: return "'"
    case ..<5: return "-"
    default: return "_"
    }
  }
}

extension Frame {
  /// Draws a canvas with its upper left cell at `x`, `y`; cells without a dot stay as they are.
  ///
  /// Over a map (`overMap`) the ground under a dot is the shade between the pixels it covers.
  public mutating func draw(_ canvas: DotCanvas, x: Int, y: Int, overMap: Bool = false) {
    let glyphs =
      switch theme.glyphs {
      case .full: DotCanvas.brailleTable
      case .blocks: DotCanvas.quarterTable
      case .console, .ascii: DotCanvas.asciiTable
      }
    for row in 0..<canvas.size.height {
      for column in 0..<canvas.size.width {
        let cell = canvas.cells[row * canvas.size.width + column]
        if cell.dots == 0 { continue }
        let glyph = glyphs[Int(cell.dots)]
        if overMap {
          mark(glyph, x: x + column, y: y + row, style: cell.style, on: Pixel(under: cell.dots))
        } else {
          write(glyph, x: x + column, y: y + row, cell.style)
        }
      }
    }
  }
}
