// Text from files, links and strangers reaches a terminal through these, so that it can neither command it nor flood
// the line.

extension Unicode.Scalar {
  /// Whether the character would command the terminal or turn the direction of writing, instead of showing itself.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether the character shows itself whatever stands around it.
  fileprivate var isPlain: Bool {
    if value < 0x300 { return !isControl && value != 0xAD }
    return !isControl && !isAccent && !properties.isDefaultIgnorableCodePoint
  }

  /// Whether it is set over or around the character before it.
  fileprivate var isAccent: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  /// Whether it says how the character before it looks or joins the next, as in emoji and in Persian.
  fileprivate var isJoiner: Bool { [0x200C, 0x200D, 0xFE0E, 0xFE0F].contains(value) }
}

/// The most accents on one character: Vietnamese has two, Hebrew three.
private let mostAccents = 3

/// The text with every character visible: the one function through which foreign text passes on its way out.
///
/// What would command the terminal, turn the direction of writing, or take no room and so hide or hide others is replaced by
/// its `spelling`. Accents stay, a few on one character, and of joiners one.
package func visible(_ text: String, spelling: (Unicode.Scalar) -> String) -> String {
  guard !text.unicodeScalars.allSatisfy(\.isPlain) else { return text }
  var visible = String.UnicodeScalarView()
  // Nothing can be set over what stands before the text.
  var (accents, joiners) = (mostAccents, 1)
  for scalar in text.unicodeScalars {
    if scalar.isPlain {
      (accents, joiners) = (0, 0)
    } else if scalar.isAccent, accents < mostAccents {
      accents += 1
    } else if scalar.isJoiner, joiners == 0 {
      joiners = 1
    } else {
      visible.append(contentsOf: spelling(scalar).unicodeScalars)
      (accents, joiners) = (mostAccents, 1)
      continue
    }
    visible.append(scalar)
  }
  return String(visible)
}

/// The text with what would not show itself written out, as in `\u{1b}`.
package func printable(_ text: String) -> String { visible(text) { "\\u{\(String($0.value, radix: 16))}" } }

/// The beginning of the text, printable: at most `longest` characters, and `…` in place of the rest.
package func shortened(_ text: String, to longest: Int = 40) -> String {
  let start = text.unicodeScalars.prefix(longest)
  let isWhole = start.endIndex == text.unicodeScalars.endIndex
  return printable(isWhole ? text : String(String.UnicodeScalarView(start.dropLast()))) + (isWhole ? "" : "…")
}

/// The beginning of the text, printable, in quotation marks.
package func quoted(_ text: String) -> String { "\"\(shortened(text, to: 60))\"" }
