/// Digits of three by five blocks, to be read from the last row of a class.
enum BigDigits {
  /// Five rows of each character, `#` a block.
  static let font: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ".": ["  ", "  ", "  ", "  ", "# "], ",": ["  ", "  ", "  ", " #", "# "],
    "−": ["   ", "   ", "###", "   ", "   "], "+": ["   ", " # ", "###", " # ", "   "],
    "%": ["# #", "  #", " # ", "#  ", "# #"], " ": [" ", " ", " ", " ", " "],
    "e": ["   ", "###", "## ", "#  ", "###"], "i": ["#", " ", "#", "#", "#"], "n": ["   ", "## ", "# #", "# #", "# #"],
    "f": [" ##", "#  ", "## ", "#  ", "#  "], "a": ["   ", " ##", "# #", "# #", " ##"],
    "x": ["   ", "# #", " # ", "# #", "   "],
  ]

  /// The rows of a character; of one that the font lacks, those of a space.
  static func rows(_ character: Character) -> [String] {
    font[character == "-" ? "−" : character] ?? BigLetters.font[character] ?? font[" "] ?? []
  }

  /// The columns of a character and the one that parts it from the next.
  static func width(_ character: Character, scale: Int) -> Int { (rows(character).first?.count ?? 0) * scale + 1 }
}

extension Frame {
  /// Writes a number, or a word in capitals, in large letters, `scale` columns and half rows a block, and returns the column after it.
  ///
  /// With the scale 2 a digit is six columns wide and five rows high. What the font lacks is a gap.
  @discardableResult
  public mutating func big(_ text: String, x: Int, y: Int, _ role: Role = .strong, scale: Int = 2) -> Int {
    let style = theme.style(role)
    var left = x
    for character in text {
      let rows = BigDigits.rows(character).map(Array.init)
      let columns = (rows.first?.count ?? 0) * scale
      func isSet(_ column: Int, _ halfRow: Int) -> Bool {
        halfRow < 5 * scale && rows[halfRow / scale][column / scale] == "#"
      }
      for row in 0..<(5 * scale + 1) / 2 {
        for column in 0..<columns {
          let glyph: Unicode.Scalar? =
            switch (isSet(column, 2 * row), isSet(column, 2 * row + 1)) {
            case (true, true): theme.glyphs.table.barFull
            case (true, false): theme.glyphs.hasHalfBlocks ? "▀" : "\""
            case (false, true): theme.glyphs.hasHalfBlocks ? "▄" : "."
            case (false, false): nil
            }
          if let glyph { write(glyph, x: left + column, y: y + row, style) }
        }
      }
      left += BigDigits.width(character, scale: scale)
    }
    return left
  }

  /// The columns that `big` takes for a text, without the gap after it.
  public static func bigWidth(_ text: String, scale: Int = 2) -> Int {
    max(0, text.reduce(0) { $0 + BigDigits.width($1, scale: scale) } - 1)
  }
}
