// Text from files reaches the terminal through these, so that it can neither move the cursor nor flood the line.

/// The text with control and direction-changing characters written out, as in `\u{1b}`.
package func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069:
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    default:
      result.append(scalar)
    }
  }
  return String(result)
}

/// The beginning of the text, printable.
func shortened(_ text: String) -> String {
  let limit = 40
  return printable(text.count > limit ? text.prefix(limit - 1) + "…" : text)
}

/// The beginning of the text, printable, in quotation marks.
func quoted(_ text: String) -> String { "\"\(shortened(text))\"" }

/// A whole number with commas between its thousands.
func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var place = digits.endIndex
  while let next = digits.index(place, offsetBy: -3, limitedBy: digits.startIndex), next > digits.startIndex {
    digits.insert(",", at: next)
    place = next
  }
  return (number < 0 ? "-" : "") + digits
}

/// A byte as two hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
