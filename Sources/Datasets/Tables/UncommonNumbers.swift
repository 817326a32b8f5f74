/// Numbers as spreadsheets, printed tables and other countries write them, and the words for a value that is missing.
extension CellReading {
  /// What stands for a missing value, whatever the case of its letters.
  private static let missingWords: Set<String> = [
    "?", "-", "#n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?", "--", ".", "na", "n/a", "nan", "-nan", "null",
    "#na", "<na>", "-1.#ind", "1.#qnan", "#null!",
  ]
  /// What a spreadsheet writes where a formula has no value; a line may begin with it and is then no comment.
  static let spreadsheetErrors = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#NAME?"].map { Array($0.utf8) }
  private static let infinities: Set<String> = ["inf", "infinity"]
  /// Written so by Python only; `none` is a word like any other.
  private static let noneOfPython = "None"
  private static let longestMissingWord = 8

  /// Reads what is not a plain number: text without blanks around it, at least a byte of it.
  static func uncommon(_ text: UnsafeRawBufferPointer, hasDecimalCommas: Bool) -> CellReading {
    // Most cells that come here are words, and most words begin with a letter.
    if isLetter(text[0]), text.count > longestMissingWord || text.count > 4 && !isLetter(text[text.count - 1]) {
      return .word
    }
    if hasDecimalCommas, let value = swappingMarks(text) { return .value(value) }
    let string = String(decoding: text, as: UTF8.self)
    let plain = plainForm(of: string, hasDecimalCommas: hasDecimalCommas)
    let lowered = plain.lowercased()
    if missingWords.contains(lowered) || plain == noneOfPython || plain.isEmpty { return .missing }
    let unsigned = lowered.drop { $0 == "-" || $0 == "+" }
    if infinities.contains(String(unsigned)) { return .notFinite }
    // The library also takes hexadecimal numbers and names; a table has digits.
    guard let start = unsigned.unicodeScalars.first, start == "." || ("0"..."9").contains(start),
      !unsigned.hasPrefix("0x"), let value = Double(lowered)
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

  /// The text with ASCII's minus, a decimal point, and without quotation marks, odd blanks and marks between thousands.
  private static func plainForm(of text: String, hasDecimalCommas: Bool) -> String {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    var rest = scalars.drop(while: isBlank)
    if rest.count > 1, rest.first == "'", rest.last == "'" { rest = rest.dropFirst().dropLast() }
    var plain = String.UnicodeScalarView()
    if let sign = rest.first, "-+−".unicodeScalars.contains(sign) {
      plain.append(sign == "−" ? "-" : sign)
      rest = rest.dropFirst()
    }
    let decimal: Unicode.Scalar = hasDecimalCommas ? "," : "."
    let thousands: Unicode.Scalar = hasDecimalCommas ? "." : ","
    let fraction = rest.firstIndex(of: decimal) ?? rest.endIndex
    let groups = rest[..<fraction].split(omittingEmptySubsequences: false) {
      $0 == thousands || $0 == "'" || $0 == "’" || isBlank($0) && $0 != " "
    }
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.joined().allSatisfy(isDigit)
      else { return text }
    }
    plain.append(contentsOf: groups.joined())
    if fraction < rest.endIndex {
      plain.append(".")
      plain.append(contentsOf: rest[rest.index(after: fraction)...])
    }
    return String(plain)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Blanks, those included that do not break a line.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\u{a0}", "\u{202f}", "\u{2007}", "\u{2009}", "\u{feff}"].contains(scalar)
  }
}

/// The text of a cell that is a word: without blanks around it, and without Weka's single quotation marks.
///
/// What is no UTF-8 is taken for Latin-1, which spreadsheets still write.
func word(of text: UnsafeRawBufferPointer) -> String {
  let (first, last) = CellReading.bounds(text)
  var inner = text[first..<last]
  let quote = UInt8(ascii: "'")
  if inner.count > 1, inner.first == quote, inner.last == quote { inner = inner.dropFirst().dropLast() }
  if let word = String(validating: inner, as: UTF8.self) { return word }
  return String(String.UnicodeScalarView(inner.map { Unicode.Scalar($0) }))
}
