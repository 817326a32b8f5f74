import Words

/// Numbers as they are printed: few digits, always the same number of them.
enum Figures {
  /// A number with a fixed number of decimals, rounded half away from zero.
  static func fixed(_ value: Double, decimals: Int) -> String {
    Words.fixed(value, decimals: decimals) ?? value.description
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
    let (value, letter) = metric(max(0, value))
    return "\(threeDigits(value)) \(letter)\(letter.isEmpty ? "" : " ")samples/s"
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

  private static func threeDigits(_ value: Double) -> String {
    fixed(value, decimals: Words.decimals(of: value, inDigits: 3))
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
