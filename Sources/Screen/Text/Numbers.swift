import Words

/// Numbers in fixed widths, so that nothing moves while they change.
public enum Number {
  /// A weight, a bias or z: `+1.42`, from 10 on `+12.3`, in five columns; the minus is U+2212.
  public static func signed(_ value: Double, decimals: Int = 2, width: Int = 5) -> String {
    let sign = value < 0 ? "−" : "+"
    let magnitude = abs(value)
    guard magnitude.isFinite else { return padded(value.isNaN ? "nan" : sign + "inf", width) }
    for places in stride(from: decimals, through: 0, by: -1) {
      let text = sign + fixed(magnitude, decimals: places)
      if text.unicodeScalars.count <= width { return padded(text, width) }
    }
    return padded(sign + power(magnitude), width)
  }

  /// The role in which a signed number is written.
  public static func role(_ value: Double) -> Role { value < 0 ? .negative : .positive }

  /// A loss: `0.0233`, from 10 on three digits, below a thousandth `3.1e−6`, in six columns.
  public static func loss(_ value: Double) -> String {
    switch value {
    case 0: padded("0", 6)
    case 0..<0.001: padded(small(value), 6)
    case ..<9.99995: padded(fixed(value, decimals: 4), 6)
    case ..<99.95: padded(fixed(value, decimals: 1), 6)
    case ..<999_999: padded(fixed(value, decimals: 0), 6)
    case ..<Double.infinity: padded(power(value), 6)
    default: padded(value.isNaN ? "nan" : "inf", 6)
    }
  }

  /// An accuracy or a probability between 0 and 1: ` 95.7 %`, five columns and the unit.
  public static func percent(_ share: Double, decimals: Int = 1) -> String {
    padded(share.isFinite ? fixed(share * 100, decimals: decimals) : "–", decimals + 4) + " %"
  }

  /// An epoch in seven columns, `000,160`: zeros that lead are as dim as a rule.
  public static func epoch(_ epoch: Int) -> [Span] {
    let digits = String(max(0, epoch))
    let filled = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    let text = grouped(digits: filled)
    let leading = epoch == 0 ? text.count - 1 : text.prefix { $0 == "0" || $0 == "," }.count
    return [Span(String(text.prefix(leading)), .rule), Span(String(text.dropFirst(leading)), .strong, .bold)]
  }

  /// A count with its thousands set apart: `10,000`.
  public static func count(_ value: Int) -> String { (value < 0 ? "−" : "") + grouped(digits: String(value.magnitude)) }

  /// A speed in three digits and a unit: `21.3 M samples/s`; four columns before the letter.
  public static func speed(_ perSecond: Double, unit: String = "samples/s") -> String {
    guard perSecond.isFinite, perSecond >= 0 else { return padded("–", 4) + "   " + unit }
    let (value, letter) = metric(perSecond)
    return padded(digits(value, 3), 4) + " " + (letter.isEmpty ? " " : letter) + " " + unit
  }

  /// A number in about `count` digits, without an exponent: `2.41`, `24.1`, `241`.
  public static func digits(_ value: Double, _ count: Int) -> String {
    fixed(value, decimals: decimals(of: value, inDigits: count))
  }

  /// A number at the end of an axis, in three digits without zeros at its end: `−6`, `0.25`, `1,200` as `1200`.
  public static func short(_ value: Double) -> String {
    let text = digits(value, 3)
    guard text.contains(".") else { return text }
    var kept = text[...]
    while kept.hasSuffix("0") { kept.removeLast() }
    if kept.hasSuffix(".") { kept.removeLast() }
    return kept == "−0" ? "0" : String(kept)
  }

  /// A number as people type it: no zeros at its end, no point without a fraction; U+2212 for minus.
  public static func plain(_ value: Double, decimals: Int = 6) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−inf" : "inf" }
    var text = fixed(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "−0" ? "0" : text
  }

  /// A number with `decimals` places after the point, rounded half away from zero; U+2212 for minus.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−inf" : "inf" }
    return (value < 0 ? "−" : "") + (Words.fixed(value.magnitude, decimals: decimals) ?? power(value.magnitude))
  }

  /// Two digits and a negative power of ten, `3.1e−6`; one digit where the power has two.
  private static func small(_ value: Double) -> String {
    var mantissa = value
    var exponent = 0
    while mantissa < (exponent < 9 ? 0.995 : 0.95), exponent < 400 {
      mantissa *= 10
      exponent += 1
    }
    return "\(fixed(mantissa, decimals: exponent < 10 ? 1 : 0))e−\(exponent)"
  }

  /// One digit and a power of ten: `3e7`.
  private static func power(_ value: Double) -> String {
    var mantissa = value
    var exponent = 0
    while mantissa >= 9.5 {
      mantissa /= 10
      exponent += 1
    }
    return "\(Int(mantissa.rounded()))e\(exponent)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }
}
