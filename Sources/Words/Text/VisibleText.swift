// Text from files, links and strangers reaches a terminal through these, so that it can neither command it nor flood
// the line.

extension Unicode.Scalar {
  /// Whether the character would command the terminal or turn the direction of writing, instead of showing itself.
  package var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// The text with control and direction-changing characters written out, as in `\u{1b}`.
package func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  return text.unicodeScalars.map { $0.isControl ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
}

/// The beginning of the text, printable: at most `longest` characters, and `…` in place of the rest.
package func shortened(_ text: String, to longest: Int = 40) -> String {
  let start = text.unicodeScalars.prefix(longest)
  let isWhole = start.endIndex == text.unicodeScalars.endIndex
  return printable(isWhole ? text : String(String.UnicodeScalarView(start.dropLast()))) + (isWhole ? "" : "…")
}

/// The beginning of the text, printable, in quotation marks.
package func quoted(_ text: String) -> String { "\"\(shortened(text, to: 60))\"" }
