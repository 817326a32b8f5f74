extension Frame {
  /// The frame as a terminal would be told to show it: `cat` it in a window that is large enough.
  public var ansi: String {
    var out = ""
    for row in 0..<size.height {
      var last: Cell?
      for cell in cells[row * size.width..<(row + 1) * size.width] where !cell.isCovered {
        if last.map({ !$0.looks(like: cell) }) ?? true { out += cell.selectGraphicRendition }
        last = cell
        out.unicodeScalars.append(cell.glyph)
        if let accent = cell.accent { out.unicodeScalars.append(accent) }
      }
      out += "\u{1B}[0m\n"
    }
    return out
  }
}

extension Cell {
  /// Whether another cell is written in the same colours and attributes.
  fileprivate func looks(like other: Cell) -> Bool {
    foreground == other.foreground && background == other.background && attributes == other.attributes
  }

  /// The control sequence that sets colours and attributes (ECMA-48, 8.3.117).
  fileprivate var selectGraphicRendition: String {
    var codes = "0"
    if attributes.contains(.bold) { codes += ";1" }
    if attributes.contains(.dim) { codes += ";2" }
    if attributes.contains(.underline) { codes += ";4" }
    if attributes.contains(.reverse) { codes += ";7" }
    for (color, base) in [(foreground, 30), (background, 40)] {
      switch color {
      case .terminal: break
      case .indexed(let entry) where entry < 8: codes += ";\(base + Int(entry))"
      case .indexed(let entry) where entry < 16: codes += ";\(base + 60 + Int(entry) - 8)"
      case .indexed(let entry): codes += ";\(base + 8);5;\(entry)"
      case .rgb(let red, let green, let blue): codes += ";\(base + 8);2;\(red);\(green);\(blue)"
      }
    }
    return "\u{1B}[\(codes)m"
  }
}
