import Screen

/// What the terminal writes with: the colours and styles that the next glyph takes.
struct Pen: Equatable {
  var foreground = Color.terminal
  var background = Color.terminal
  var attributes: Attributes = []

  /// How many of the two colours differ: each costs up to seventeen bytes.
  func colorChanges(to other: Pen) -> Int {
    (foreground == other.foreground ? 0 : 1) + (background == other.background ? 0 : 1)
  }

  /// The shortest SGR that makes another pen of this one, appended to `bytes`.
  func change(to other: Pen, depth: ColorDepth, in bytes: inout [UInt8]) {
    if self == other { return }
    bytes.append("\u{1b}[")
    if other != Pen() {
      changeAttributes(to: other.attributes, in: &bytes)
      if foreground != other.foreground { bytes.append(other.foreground, base: 30, depth: depth) }
      if background != other.background { bytes.append(other.background, base: 40, depth: depth) }
      bytes.removeLast()  // the last semicolon
    }
    bytes.append(UInt8(ascii: "m"))
  }

  private func changeAttributes(to new: Attributes, in bytes: inout [UInt8]) {
    var present = attributes
    for (group, end) in Self.ends where !present.intersection(group).subtracting(new).isEmpty {
      bytes.append(end)
      bytes.append(";")
      present.subtract(group)
    }
    for (attribute, start) in Self.starts where new.subtracting(present).contains(attribute) {
      bytes.append(start)
      bytes.append(";")
    }
  }

  private static let starts: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7)]
  /// Bold and dim end by the same number.
  private static let ends: [(Attributes, Int)] = [([.bold, .dim], 22), (.underline, 24), (.reverse, 27)]
}

extension [UInt8] {
  mutating func append(_ text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }

  /// A number in decimal.
  mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A colour as parameters of SGR, each with a semicolon behind it; `base` is 30 for the glyph, 40 for its ground.
  fileprivate mutating func append(_ color: Color, base: Int, depth: ColorDepth) {
    if depth == .full, let entry = color.exactEntry {
      append(base + 8)
      append(";5;")
      append(Int(entry))
    } else if depth == .full, case .rgb(let red, let green, let blue) = color {
      append(base + 8)
      append(";2")
      for part in [red, green, blue] {
        append(";")
        append(Int(part))
      }
    } else {
      switch color.entry(within: depth) {
      case nil: append(base + 9)
      case .some(let entry) where entry < 8: append(base + Int(entry))
      case .some(let entry) where entry < 16 && depth != .eight: append(base + 60 + Int(entry) - 8)
      case .some(let entry) where entry < 16: append(base + Int(entry) - 8)
      case .some(let entry):
        append(base + 8)
        append(";5;")
        append(Int(entry))
      }
    }
    append(";")
  }
}
