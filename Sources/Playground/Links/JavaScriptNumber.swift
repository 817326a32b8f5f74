import Words

/// Numbers as the page's language reads and writes them.
enum JavaScriptNumber {
  /// What unary plus makes of a text: a decimal number, `Infinity`, 0x, 0o or 0b; not-a-number for anything else.
  static func read(_ text: some StringProtocol) -> Double {
    let text = text.trimmed
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.lowercased().hasPrefix(prefix) {
      return digits(text.dropFirst(2), radix: radix)
    }
    if text.isEmpty { return 0 }
    let unsigned = text.drop { $0 == "+" || $0 == "-" }
    guard text.count - unsigned.count <= 1 else { return .nan }
    if unsigned == "Infinity" { return text.hasPrefix("-") ? -.infinity : .infinity }
    // Swift also reads "nan", "inf" and hexadecimal fractions, which JavaScript does not.
    let isDecimal = unsigned.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }
    return isDecimal ? Double(text) ?? Double(text + "0") ?? .nan : .nan
  }

  private static func digits(_ text: Substring, radix: Int) -> Double {
    guard !text.isEmpty else { return .nan }
    var value = 0.0
    for character in text {
      guard let digit = character.hexDigitValue, digit < radix, character.isASCII else { return .nan }
      value = value * Double(radix) + Double(digit)
    }
    return value
  }

  /// A number as `String(number)` writes it: as few digits as name it, an exponent from 1e21 on and below 1e-6.
  static func write(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return "0" }
    let sign = value < 0 ? "-" : ""
    let (digits, point) = shortestDigits(abs(value))
    switch point {
    case digits.count...21: return sign + digits + String(repeating: "0", count: point - digits.count)
    case 1..<max(digits.count, 1): return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return sign + "0." + String(repeating: "0", count: -point) + digits
    case _:
      let exponent = point - 1
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + "\(abs(exponent))"
    }
  }

  /// The fewest digits that name a positive number, and how many of them stand before the point.
  private static func shortestDigits(_ value: Double) -> (digits: String, point: Int) {
    let parts = value.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let all = mantissa[0] + fraction
    let significant = all.drop { $0 == "0" }
    let point = mantissa[0].count + exponent - (all.count - significant.count)
    let end = significant.lastIndex { $0 != "0" }.map(significant.index(after:)) ?? significant.endIndex
    return (String(significant[..<end]), point)
  }
}
