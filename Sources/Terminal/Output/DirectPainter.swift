import Screen

/// Writes changed cells past ncurses, with ANSI sequences: the way to colours that ncurses cannot say.
///
/// ncurses has 24-bit colours only under terminal descriptions that nobody has set (`xterm-direct`), and there only
/// 65,535 pairs. So where 24 bits are chosen, it takes the terminal and gives it back, but draws nothing: its picture
/// of the screen stays blank, and all cells come from here. Every terminal with 24 bits reads ANSI.
package struct DirectPainter {
  let depth: ColorDepth
  private var bytes: [UInt8] = []

  /// A painter for a terminal of so many colours; it assumes nothing of how the terminal was left.
  package init(depth: ColorDepth) { self.depth = depth }

  /// The bytes that turn the picture `old` into `frame`, within `limit`; they leave colours and styles at rest.
  package mutating func paint(_ frame: Frame, since old: Frame?, limit: Size) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    var cursor: Point?
    var pen: Pen?
    frame.forEachChange(since: old) { x, y, cell, drawable in
      guard y < limit.height, x + drawable.columns <= limit.width else { return }
      move(from: cursor, to: Point(x, y))
      let wanted = Pen(foreground: cell.foreground, background: cell.background, attributes: cell.attributes)
      take(wanted, instead: pen)
      pen = wanted
      append(glyph: drawable.glyph)
      if let accent = drawable.accent { append(glyph: accent) }
      // Terminals disagree about the width of what is not one plain glyph: the cursor is placed anew after it.
      let isPlain = drawable.columns == 1 && drawable.accent == nil && x + 1 < limit.width
      cursor = isPlain ? Point(x + 1, y) : nil
    }
    if !bytes.isEmpty { append("\u{1b}[m") }
    return bytes
  }

  /// What the terminal writes with.
  private struct Pen: Equatable {
    var foreground: Color
    var background: Color
    var attributes: Attributes
  }

  private mutating func move(from cursor: Point?, to place: Point) {
    if cursor == place { return }
    append("\u{1b}[")
    if let cursor, cursor.y == place.y, place.x > cursor.x {
      append(place.x - cursor.x)
      bytes.append(UInt8(ascii: "C"))
    } else {
      append(place.y + 1)
      bytes.append(UInt8(ascii: ";"))
      append(place.x + 1)
      bytes.append(UInt8(ascii: "H"))
    }
  }

  private mutating func take(_ pen: Pen, instead old: Pen?) {
    if pen == old { return }
    append("\u{1b}[")
    var present = old
    if old?.attributes != pen.attributes {
      // There is no way to take one attribute off that all terminals know: start from nothing.
      append("0;")
      for (attribute, number) in attributeNumbers where pen.attributes.contains(attribute) {
        append(number)
        append(";")
      }
      present = Pen(foreground: .terminal, background: .terminal, attributes: pen.attributes)
    }
    if present?.foreground != pen.foreground {
      append(pen.foreground, base: 30)
      append(";")
    }
    if present?.background != pen.background {
      append(pen.background, base: 40)
      append(";")
    }
    bytes[bytes.count - 1] = UInt8(ascii: "m")  // instead of the last semicolon
  }

  private let attributeNumbers: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7)]

  /// A colour as parameters of SGR; `base` is 30 for the glyph, 40 for its ground.
  private mutating func append(_ color: Color, base: Int) {
    if depth == .full, case .rgb(let red, let green, let blue) = color {
      append(base + 8)
      append(";2")
      for part in [red, green, blue] {
        append(";")
        append(Int(part))
      }
      return
    }
    switch color.entry(within: depth) {
    case nil:
      append(base + 9)
    case .some(let entry) where entry < 8:
      append(base + Int(entry))
    case .some(let entry) where entry < 16 && depth != .eight:
      append(base + 60 + Int(entry) - 8)
    case .some(let entry) where entry < 16:
      append(base + Int(entry) - 8)
    case .some(let entry):
      append(base + 8)
      append(";5;")
      append(Int(entry))
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(glyph: Unicode.Scalar) { bytes.append(contentsOf: glyph.utf8) }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
