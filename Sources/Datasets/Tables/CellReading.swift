/// What the text of a cell is.
enum CellReading: Equatable {
  case value(Double)
  /// An infinity, or too large for a `Float`.
  case notFinite
  /// Nothing, or what stands for it: NA, ?, nan and their kin.
  case missing
  case word

  private static let powersOfTen: [Double] = (0...22).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }
  /// Whole numbers up to here are exact in a `Double`.
  static let largestExact = 1 << 53

  /// Reads a decimal number such as -1.5e-3, blanks around it allowed; the nearest `Double`, whatever the locale.
  ///
  /// - Parameter hasDecimalCommas: whether -1,5 is meant, and 1.234 is a thousand and more.
  init(_ text: UnsafeRawBufferPointer, hasDecimalCommas: Bool = false) {
    let (first, last) = Self.bounds(text)
    guard first < last else {
      self = .missing
      return
    }
    if !hasDecimalCommas, let value = Self.exact(text, first, last) {
      self = .value(value)
    } else {
      self = Self.uncommon(UnsafeRawBufferPointer(rebasing: text[first..<last]), hasDecimalCommas: hasDecimalCommas)
    }
  }

  /// Where the text begins and ends without the blanks around it.
  @inline(__always)
  static func bounds(_ text: UnsafeRawBufferPointer) -> (first: Int, last: Int) {
    var first = 0
    var last = text.count
    while first < last, text[first] == 0x20 || text[first] == 0x09 { first += 1 }
    while first < last, text[last - 1] == 0x20 || text[last - 1] == 0x09 { last -= 1 }
    return (first, last)
  }

  /// The usual case: digits worth less than 2⁵³ and a power of ten that is exact, so that one operation rounds once.
  static func exact(_ text: UnsafeRawBufferPointer, _ first: Int, _ last: Int) -> Double? {
    var place = first
    let isNegative = text[place] == UInt8(ascii: "-")
    if isNegative || text[place] == UInt8(ascii: "+") { place += 1 }
    var digits = 0
    var digitCount = 0
    var fractionCount = 0
    var isFraction = false
    while place < last {
      let byte = text[place]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        let digit = Int(byte) - 0x30
        guard digit >= 0, digit < 10 else { break }
        // 18 digits cannot overflow; more are left to the slow way.
        digitCount += 1
        guard digitCount <= 18 else { return nil }
        digits = digits * 10 + digit
        if isFraction { fractionCount += 1 }
      }
      place += 1
    }
    guard digitCount > 0, digits < largestExact, let exponent = exponent(text, place, last) else { return nil }
    let power = exponent - fractionCount
    guard abs(power) < powersOfTen.count else { return nil }
    let magnitude = power < 0 ? Double(digits) / powersOfTen[-power] : Double(digits) * powersOfTen[power]
    return Float(magnitude).isFinite ? (isNegative ? -magnitude : magnitude) : nil
  }

  /// What follows the digits: nothing, or e and a whole number of at most three digits.
  private static func exponent(_ text: UnsafeRawBufferPointer, _ start: Int, _ last: Int) -> Int? {
    guard start < last else { return 0 }
    guard text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var place = start + 1
    guard place < last else { return nil }
    let isNegative = text[place] == UInt8(ascii: "-")
    if isNegative || text[place] == UInt8(ascii: "+") { place += 1 }
    guard place < last, last - place <= 3 else { return nil }
    var exponent = 0
    while place < last {
      let digit = Int(text[place]) - 0x30
      guard digit >= 0, digit < 10 else { return nil }
      exponent = exponent * 10 + digit
      place += 1
    }
    return isNegative ? -exponent : exponent
  }
}
