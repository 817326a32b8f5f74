import Words

/// Text as a glyph set can spell it.
extension GlyphSet {
  /// The text with every character visible, and in ASCII what the set does not have: `x₁²` becomes `x1^2`.
  ///
  /// Control characters, which could command the terminal, show as `␛` (or as `^[`), what hides as `\u{FFFD}`; a tab is one
  /// space. What cannot be spelled is `?`.
  public func spelled(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let text = Words.visible(text, spelling: visible)
    if text.unicodeScalars.allSatisfy(contains) { return text }
    var spelled = String.UnicodeScalarView()
    var isRaised = false
    for scalar in text.unicodeScalars {
      if !contains(scalar), let plain = GlyphSet.raised[scalar] {
        // One caret raises all that follow each other: e⁻ᶻ is e^-z.
        spelled.append(contentsOf: ((isRaised ? "" : "^") + plain).unicodeScalars)
        isRaised = true
        continue
      }
      isRaised = false
      if contains(scalar) {
        spelled.append(scalar)
      } else {
        spelled.append(contentsOf: GlyphSet.asciiSpelling(scalar).unicodeScalars)
      }
    }
    return String(spelled)
  }

  /// A character that does not show itself, made visible: the pictures of Unicode, or caret notation.
  private func visible(_ control: Unicode.Scalar) -> String {
    switch control.value {
    case 0x09: return " "
    case 0..<0x20:
      let value = control.value + (contains("␛") ? 0x2400 : 0x40)
      let picture = Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
      return contains("␛") ? picture : "^" + picture
    case 0x7F: return contains("␡") ? "␡" : "^?"
    default: return contains("\u{FFFD}") ? "\u{FFFD}" : "?"
    }
  }

  private static func asciiSpelling(_ scalar: Unicode.Scalar) -> String {
    if let spelling = asciiSpellings[scalar] { return spelling }
    return scalar.columns == 0 ? "" : String(repeating: "?", count: scalar.columns)
  }

  /// The glyph, or where the set lacks it the one character of ASCII that comes nearest.
  func allowed(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    if glyph.value <= 0x7E || contains(glyph) { return glyph }
    return GlyphSet.asciiSpelling(glyph).unicodeScalars.first ?? "?"
  }

  /// Small letters and figures above the line.
  private static let raised: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    "ⁿ": "n", "ᶻ": "z", "ᵀ": "T", "ᵗ": "t",
  ]

  /// Mathematics and typography in ASCII.
  private static let asciiSpellings: [Unicode.Scalar: String] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
    "ᵢ": "_i", "ⱼ": "_j", "ₙ": "_n", "ₜ": "_t", "Φ": "Phi", "γ": "gamma", "ẑ": "z^", "∕": "/", "θ": "theta", "ŷ": "y^",
    "−": "-", "–": "-", "—": "-", "·": "*", "×": "x", "÷": "/", "±": "+-", "½": "1/2", "¼": "1/4", "¾": "3/4",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∞": "inf", "√": "sqrt ", "∂": "d", "∇": "grad ", "Σ": "sum ",
    "∑": "sum ", "Δ": "delta ", "∈": "in", "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "°": " deg", "‖": "||",
    "α": "alpha", "β": "beta", "δ": "delta", "ε": "eps", "η": "eta", "Θ": "Theta",
    "λ": "lambda",
    "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "ω": "omega", "′": "'", "″": "\"",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "…": "...", "•": "*", "●": "o", "○": "0", "■": "x", "□": ".",
    "▸": ">", "►": ">", "▍": "\"", "━": "=", "─": "-", "│": "|", "█": "#", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
    "├": "+", "▲": "^", "△": "^", "▼": "v", "◆": "%", "◇": "&", "▪": "*", "⎡": "[", "⎣": "[", "⎤": "]", "⎦": "]",
    "\u{A0}": " ", "ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "é": "e", "è": "e",
  ]

  /// How many columns the text takes in this set.
  public func width(_ text: String) -> Int {
    let utf8 = text.utf8
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return spelled(text).unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}
