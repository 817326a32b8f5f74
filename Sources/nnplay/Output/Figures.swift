/// Numbers as they are printed: few digits, always the same number of them.
enum Figures {
  /// A number with a fixed number of decimals, rounded half away from zero.
  static func fixed(_ value: Double, decimals: Int) -> String {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value.magnitude * power).rounded()
    // Above 2⁵³ the decimals of a double mean nothing.
    guard scaled < 0x1p53 else { return value.description }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// A loss: four decimals, from 10 on three digits; `-` where there is none.
  static func loss(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    switch value.magnitude {
    case ..<10: return fixed(value, decimals: 4)
    case ..<100: return fixed(value, decimals: 1)
    case ..<1e6: return fixed(value, decimals: 0)
    case _: return value.description
    }
  }

  /// A share as per cent with one decimal.
  static func percent(_ share: Double?, decimals: Int = 1) -> String {
    guard let share, share.isFinite else { return "-" }
    return "\(fixed(share * 100, decimals: decimals)) %"
  }

  /// Samples a second, three digits and a unit: `21.3 M samples/s`.
  static func speed(_ value: Double) -> String {
    switch value {
    case 1e6...: "\(threeDigits(value / 1e6)) M samples/s"
    case 1e3...: "\(threeDigits(value / 1e3)) k samples/s"
    case _: "\(threeDigits(max(0, value))) samples/s"
    }
  }

  /// A length of time: `2.35 ms`, `1.25 s`, `3:07 min`, `1:02 h`.
  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.9995: return "\(threeDigits(seconds * 1000)) ms"
    case ..<60: return "\(threeDigits(seconds)) s"
    case ..<3600:
      let whole = Int(seconds)
      return "\(whole / 60):\(twoDigits(whole % 60)) min"
    case ..<1e9:
      let minutes = Int(seconds / 60)
      return "\(minutes / 60):\(twoDigits(minutes % 60)) h"
    case _: return "ages"
    }
  }

  /// A number of epochs: `1 epoch`, `2,000 epochs`.
  static func epochs(_ count: Int) -> String { count == 1 ? "1 epoch" : "\(grouped(count)) epochs" }

  /// A whole number in groups of three: `60,000`.
  static func grouped(_ number: Int) -> String {
    var groups = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { groups = "," + groups }
      groups = String(digit) + groups
    }
    return number < 0 ? "-" + groups : groups
  }

  private static func threeDigits(_ value: Double) -> String {
    fixed(value, decimals: value < 10 ? 2 : value < 100 ? 1 : 0)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
