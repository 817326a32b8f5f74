/// A number as short as it can be without losing a bit: `10`, `0.03`, `1e-07`.
package func shortest(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> String {
  Int(exactly: value).map(String.init) ?? value.description
}

/// A number with `decimals` figures after the point, rounded half away from zero; zero has no sign.
///
/// Nil for what is not finite, and from 2⁵³ on, where the decimals of a double mean nothing.
package func fixed(_ value: Double, decimals: Int) -> String? {
  let scaled = (value.magnitude * power(of: 10, decimals)).rounded()
  guard scaled < 0x1p53 else { return nil }
  let digits = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = value < 0 && scaled > 0 ? "-" : ""
  return decimals <= 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}

/// How many decimals a number has that is written in `count` figures: 2 for 2.413 in three, 0 from 999.5 on.
package func decimals(of value: Double, inDigits count: Int) -> Int {
  var places = max(0, count - 1)
  var limit = 10.0
  while places > 0, value.magnitude >= limit - 0.5 * limit / power(of: 10, count) {
    places -= 1
    limit *= 10
  }
  return places
}

/// The nearest number that has no more than `count` significant digits.
package func rounded(_ value: Double, toDigits count: Int) -> Double {
  let limit = power(of: 10, count)
  guard value.isFinite, value.magnitude >= .leastNormalMagnitude * limit else { return value }
  var unit = 1.0
  while value.magnitude / unit >= limit { unit *= 10 }
  while value.magnitude / unit < limit / 10 { unit /= 10 }
  let digits = (value / unit).rounded()
  return unit >= 1 ? digits * unit : digits / (1 / unit).rounded()
}

/// A number that is not negative as a part of a thousand, a million or a thousand million, and the letter that says so.
package func metric(_ value: Double) -> (value: Double, letter: String) {
  let scales: [(Double, String)] = [(1e9, "G"), (1e6, "M"), (1e3, "k")]
  // What three digits round up to a thousand is one of the next letter.
  let (scale, letter) = scales.first { value >= $0.0 * 0.9995 } ?? (1, "")
  return (value / scale, letter)
}

private func power(of base: Double, _ exponent: Int) -> Double {
  (0..<max(0, exponent)).reduce(1.0) { power, _ in power * base }
}
