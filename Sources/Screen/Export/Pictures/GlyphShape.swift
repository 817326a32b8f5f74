/// What a character looks like where no font draws it: areas and lines in a cell of 10 × 20.
struct GlyphShape: Equatable {
  /// A rectangle of ink, and how dense it is.
  struct Area: Equatable {
    let x, y, width, height, density: Double
  }

  /// Points joined by a round pen; a single point is a dot.
  struct Line: Equatable {
    var points: [(x: Double, y: Double)]
    var width: Double

    static func == (a: Line, b: Line) -> Bool {
      a.width == b.width && a.points.elementsEqual(b.points) { $0.x == $1.x && $0.y == $1.y }
    }
  }

  var areas: [Area] = []
  var lines: [Line] = []

  static let width = 10.0
  static let height = 20.0

  /// The pen of letters and rules, and that of heavy ones.
  private static let pen = 1.5
  private static let heavyPen = 3.0

  /// The shape of a character; an empty box for one that nobody drew.
  init(_ glyph: Unicode.Scalar) {
    if let area = Self.blocks[glyph] {
      areas = area
    } else if (0x2801...0x28ff).contains(glyph.value) {
      lines = Self.braille(Int(glyph.value) - 0x2800)
    } else if let word = Self.rules[glyph] {
      lines = Self.lines(word, width: Self.pen)
    } else if let word = Self.heavyRules[glyph] {
      lines = Self.lines(word, width: Self.heavyPen)
    } else if let (word, width) = Self.marks[glyph] {
      lines = Self.lines(word, width: width)
    } else {
      lines = Self.letter(glyph)
    }
  }

  /// Lines of a word: pairs of digits to the base 36, a column and a row each; blanks part the lines.
  private static func lines(_ word: String, width: Double) -> [Line] {
    word.split(separator: " ").map { part in
      let numbers = part.compactMap { $0.hexDigitValue ?? Int(String($0), radix: 36) }.map(Double.init)
      return Line(
        points: stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }, width: width)
    }
  }

  /// A letter, or a smaller one that stands above or below the line.
  private static func letter(_ glyph: Unicode.Scalar) -> [Line] {
    if let word = StrokeFont.letters[glyph] { return lines(word, width: pen) }
    for (list, top) in [("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", 1.0), ("₀₁₂₃₄₅₆₇₈₉₊₋", 8.5)] {
      guard let place = Array(list.unicodeScalars).firstIndex(of: glyph) else { continue }
      let base = Array("0123456789+-".unicodeScalars)[place]
      return lines(StrokeFont.letters[base] ?? "", width: pen * 0.8).map { line in
        Line(points: line.points.map { (2 + $0.x * 0.6, top + $0.y * 0.6) }, width: line.width)
      }
    }
    return lines("28888f2f28", width: pen / 2)
  }

  /// Two columns of four dots; bits 0–2 and 6 are the left one from above, 3–5 and 7 the right one.
  private static func braille(_ bits: Int) -> [Line] {
    let rows = [0, 1, 2, 0, 1, 2, 3, 3]
    return (0..<8).filter { bits >> $0 & 1 == 1 }.map { bit in
      let isLeft = bit < 3 || bit == 6
      return Line(points: [(isLeft ? 2.5 : 7.5, 2.5 + 5 * Double(rows[bit]))], width: 2.8)
    }
  }

  /// Blocks and shades.
  private static let blocks: [Unicode.Scalar: [Area]] = {
    func area(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ density: Double = 1) -> Area {
      Area(x: x, y: y, width: width, height: height, density: density)
    }
    var blocks: [Unicode.Scalar: [Area]] = [
      "▀": [area(0, 0, 10, 10)], "▐": [area(5, 0, 5, 20)], "▔": [area(0, 0, 10, 2.5)], "▕": [area(8.75, 0, 1.25, 20)],
      "░": [area(0, 0, 10, 20, 0.25)], "▒": [area(0, 0, 10, 20, 0.5)], "▓": [area(0, 0, 10, 20, 0.75)],
      "▘": [area(0, 0, 5, 10)], "▝": [area(5, 0, 5, 10)], "▖": [area(0, 10, 5, 10)], "▗": [area(5, 10, 5, 10)],
      "▚": [area(0, 0, 5, 10), area(5, 10, 5, 10)], "▞": [area(5, 0, 5, 10), area(0, 10, 5, 10)],
      "■": [area(1, 6, 8, 8)], "▪": [area(3, 8, 4, 4)],
    ]
    for (place, glyph) in "▁▂▃▄▅▆▇█".unicodeScalars.enumerated() {
      let height = 2.5 * Double(place + 1)
      blocks[glyph] = [area(0, 20 - height, 10, height)]
    }
    for (place, glyph) in "▏▎▍▌▋▊▉".unicodeScalars.enumerated() {
      blocks[glyph] = [area(0, 0, 1.25 * Double(place + 1), 20)]
    }
    return blocks
  }()

  private static let rules: [Unicode.Scalar: String] = [
    "─": "0aaa", "│": "505k", "┌": "aa5a5k", "┐": "0a5a5k", "└": "505aaa", "┘": "505a0a", "├": "505k 5aaa",
    "┤": "505k 5a0a",
    "┬": "0aaa 5a5k", "┴": "0aaa 505a", "┼": "0aaa 505k", "╭": "aa8a6b5d5k", "╮": "0a2a4b5d5k", "╯": "5057492a0a",
    "╰": "5057698aaa", "╱": "0ka0", "╲": "00ak", "╳": "0ka0 00ak", "╴": "0a5a", "╵": "505a", "╶": "5aaa", "╷": "5a5k",
    "┆": "5153 575a 5e5h", "┊": "5153 575a 5e5h", "┄": "1a3a 6a8a", "┈": "1a3a 6a8a",
  ]

  private static let heavyRules: [Unicode.Scalar: String] = [
    "━": "0aaa", "┃": "505k", "╸": "0a5a", "╺": "5aaa", "╹": "505a", "╻": "5a5k",
  ]

  /// Signs for samples and choices, with their pens.
  private static let marks: [Unicode.Scalar: (String, Double)] = [
    "●": ("5a", 8), "•": ("5a", 4.5), "·": ("5a", 2.2), "○": ("57788a7c5d3c2a3857", 1.2),
    "◆": ("568a5e2a56 4868 3979 2a8a 3b7b 4c6c", 1.6),
    "◇": ("578a5d2a57", 1.2), "▲": ("567d3d56 5859 4a6a 4b6b 3c7c", 1.6), "▼": ("37775d37 4868 4969 5a5b", 1.6),
    "△": ("568d2d56", 1.2),
    "▽": ("28885d28", 1.2), "▸": ("373d7a37 4a5a", 2), "▶": ("363e8a36 4749 4b4d 4a7a 4868 4c6c", 1.6),
    "►": ("272d9a27 3a6a 394b", 1.6), "◂": ("777d3a77 6a5a", 2),
    "◀": ("767e2a76 6769 6b6d 3a6a 4868 4c6c", 1.6), "▾": ("28885d28 5a5b", 1.6), "▴": ("568d2d56 5b5a", 1.6),
    "□": ("26868e2e26", 1.2),
    "▢": ("26868e2e26", 1.2), "★": ("5467877a7f5c3f3a273754", 1.4), "✓": ("2a4e86", 1.8), "✗": ("278d 872d", 1.8),
    "…": ("2f 5f 8f", 2), "°": ("5465574554", 1.2), "ᵀ": ("2282 525a", 1.2),
  ]
}
