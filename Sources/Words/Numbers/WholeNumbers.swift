/// A whole number with commas between its thousands: `10,000`.
package func grouped(_ number: Int) -> String { (number < 0 ? "-" : "") + grouped(digits: String(number.magnitude)) }

/// Figures with a comma before each third from the end: `000,160`.
package func grouped(digits: String) -> String {
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return text
}

/// A whole number in base 16 with zeros before it, where it has fewer than `digits`: `0a`.
package func hexadecimal(_ number: some BinaryInteger, digits: Int = 2) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
