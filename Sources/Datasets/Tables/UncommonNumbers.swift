/// Numbers as spreadsheets, printed tables, shops and other countries write them.
extension CellReading {
  private static let infinities: Set<String> = ["inf", "infinity"]

  /// Reads what is not a plain number: text without blanks around it, at least a byte of it.
  static func uncommon(_ text: UnsafeRawBufferPointer, hasDecimalCommas: Bool) -> CellReading {
    // Most cells that come here are words, and most words begin with a letter.
    if isLetter(text[0]), !GapWords.mayContain(text) { return .word }
    if hasDecimalCommas, let value = swappingMarks(text) { return .value(value) }
    let string = String(decoding: text, as: UTF8.self)
    if GapWords.contains(string) { return .missing }
    let plain = PlainNumber(string, hasDecimalCommas: hasDecimalCommas).text
    if plain.isEmpty || GapWords.contains(plain) { return .missing }
    let unsigned = plain.drop { $0 == "-" || $0 == "+" }
    if infinities.contains(unsigned.lowercased()) { return .notFinite }
    // The library also takes hexadecimal numbers and names; a table has digits.
    guard let start = unsigned.unicodeScalars.first, start == "." || ("0"..."9").contains(start),
      !unsigned.hasPrefix("0x"), !unsigned.hasPrefix("0X"), let value = Double(plain)
    else { return .word }
    return Float(value).isFinite ? .value(value) : .notFinite
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// The usual number of a file with decimal commas: the same with points.
  private static func swappingMarks(_ text: UnsafeRawBufferPointer) -> Double? {
    guard !text.contains(UInt8(ascii: ".")) else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: text.count, alignment: 1) { copy in
      for place in text.indices { copy[place] = text[place] == UInt8(ascii: ",") ? UInt8(ascii: ".") : text[place] }
      return exact(UnsafeRawBufferPointer(copy), 0, copy.count)
    }
  }
}

/// A number without what people put around and into it: the text that a program would write, if it is one.
///
/// Taken away are odd blanks, single quotation marks, a currency's sign, a per cent sign (12 % is 12), and marks between
/// thousands; brackets around it are a minus, as accountants write it.
struct PlainNumber {
  /// ASCII's digits, minus and point, where the text was a number; else the text itself.
  private(set) var text: String

  init(_ written: String, hasDecimalCommas: Bool) {
    text = written
    var rest = Array(written.unicodeScalars)[...]
    rest.trim(Self.isBlank)
    if rest.count > 1, rest.first == "'", rest.last == "'" { rest = rest.dropFirst().dropLast() }
    rest.trim(Self.isBlank)
    guard !rest.isEmpty else {
      text = ""
      return
    }
    let isBracketed = rest.count > 2 && rest.first == "(" && rest.last == ")"
    if isBracketed { rest = rest.dropFirst().dropLast() }
    rest.trim(Self.isBlank)
    var sign = rest.popSign()
    if rest.last == "%" { rest = rest.dropLast() }
    rest.trim { Self.isBlank($0) || $0.properties.generalCategory == .currencySymbol }
    sign = sign ?? rest.popSign()
    guard let number = Self.ungrouped(rest, hasDecimalCommas: hasDecimalCommas), !number.isEmpty else { return }
    if isBracketed && !number.contains(where: \.isNumber) { return }
    text = (isBracketed ? "-" : sign.map(String.init) ?? "") + number
  }

  /// The digits with a decimal point and without marks between thousands; nil if the marks stand elsewhere.
  private static func ungrouped(_ written: ArraySlice<Unicode.Scalar>, hasDecimalCommas: Bool) -> String? {
    let decimal: Unicode.Scalar = hasDecimalCommas ? "," : "."
    let thousands: Unicode.Scalar = hasDecimalCommas ? "." : ","
    let point = written.firstIndex(of: decimal) ?? written.endIndex
    let groups = written[..<point].map(asciiDigit)
      .split(omittingEmptySubsequences: false) { $0 == thousands || $0 == "'" || $0 == "’" || isBlank($0) }
    if groups.count > 1 {
      guard groups.joined().allSatisfy(isDigit), areThousands(groups.map(\.count)) else { return nil }
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: groups.joined())
    if point < written.endIndex {
      plain.append(".")
      plain.append(contentsOf: written[written.index(after: point)...].map(asciiDigit))
      // Fortran's double precision: 1.5D+03.
      if let mark = plain.firstIndex(where: { $0 == "D" || $0 == "d" }),
        plain[..<mark].allSatisfy({ isDigit($0) || $0 == "." })
      {
        plain.replaceSubrange(mark...mark, with: ["E"])
      }
    }
    return String(plain)
  }

  /// 1,234,567 and India's 12,34,567.
  private static func areThousands(_ counts: [Int]) -> Bool {
    guard let first = counts.first, (1...3).contains(first), counts.last == 3 else { return false }
    let middle = counts.dropFirst().dropLast()
    return middle.allSatisfy { $0 == 3 } || first < 3 && middle.allSatisfy { $0 == 2 }
  }

  /// A digit of any script as ASCII has it; anything else as it is.
  private static func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard !scalar.isASCII, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return scalar }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Blanks, those included that do not break a line.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\u{a0}", "\u{202f}", "\u{2007}", "\u{2009}", "\u{feff}"].contains(scalar)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate mutating func trim(_ isOutside: (Unicode.Scalar) -> Bool) {
    while let last, isOutside(last) { removeLast() }
    while let first, isOutside(first) { removeFirst() }
  }

  /// Takes away the sign at the front, as ASCII writes it.
  fileprivate mutating func popSign() -> Unicode.Scalar? {
    guard let first, "-+−–".unicodeScalars.contains(first) else { return nil }
    removeFirst()
    return first == "+" ? "+" : "-"
  }
}
