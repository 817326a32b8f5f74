/// How a file writes its table: what parts the cells, and what the comma in a number means.
///
/// Found out from the first lines; RFC 4180 is the usual case, and spreadsheets, pandas, R and the UCI repository have
/// habits of their own.
struct CSVDialect: Equatable {
  /// What parts the cells; a blank stands for any run of blanks and tabs.
  var separator = UInt8(ascii: ",")
  /// What stands around cells that hold a separator.
  var quote = UInt8(ascii: "\"")
  /// Whether the comma in a number is the decimal sign, and a point parts thousands.
  var hasDecimalCommas = false
  /// Bytes to pass over: `sep=;` on a line of its own, as Excel writes and reads it, and titles.
  var preambleLength = 0
  /// Lines that they take, and how many of those are titles.
  var preambleLines = 0
  var titleCount = 0

  static let blank = UInt8(ascii: " ")
  private static let comma = UInt8(ascii: ",")
  private static let usualSeparators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), comma]
  /// Taken where none of the usual ones is there: signs that are rare in text, and what Hive and ASCII have for it.
  private static let rareSeparators = [UInt8(ascii: "~"), UInt8(ascii: "^"), 0x01, 0x1f, UInt8(ascii: "@"), colon]
  private static let colon = UInt8(ascii: ":")
  private static let linesLookedAt = 32
  private static let mostTitles = 4

  var isBlankSeparated: Bool { separator == Self.blank }

  /// The usual dialect.
  init() {}

  /// The dialect of a file that begins so; `isWhole` says whether that is all of it.
  init(beginning: Slice<UnsafeMutableRawBufferPointer>, isWhole: Bool) {
    var lines = SampleLine.first(Self.linesLookedAt + Self.mostTitles, of: beginning, isWhole: isWhole)
    if let first = lines.first, let separator = first.announcedSeparator {
      self.separator = separator
      pass(first)
      lines.removeFirst()
    } else {
      let choice = Self.separator(of: lines)
      separator = choice.separator
      lines[..<choice.titles].forEach { pass($0) }
      titleCount = choice.titles
      lines.removeFirst(choice.titles)
    }
    if Self.needsSingleQuotes(lines, separator) { quote = UInt8(ascii: "'") }
    hasDecimalCommas = hasDecimalCommas(in: lines)
  }

  private mutating func pass(_ line: SampleLine) {
    preambleLength = line.end
    preambleLines = line.lastLine
  }

  // MARK: - Separators

  /// What parts the cells, and how many lines at the beginning are no part of the table but titles.
  private static func separator(of lines: [SampleLine]) -> (separator: UInt8, titles: Int) {
    for titles in 0..<max(1, min(mostTitles + 1, lines.count - 1)) {
      let table = lines[titles...]
      guard let found = regularSeparator(of: table) else { continue }
      if lines[..<titles].allSatisfy({ isTitle($0, before: table, found) }) { return (found, titles) }
    }
    // 12:30 is one cell.
    let rare = rareSeparators.first { isRegular(lines[...], $0) && ($0 != colon || lines[0].fields($0).count > 2) }
    if let rare { return (rare, 0) }
    let first = lines.first?.text ?? []
    return (usualSeparators.reversed().first(where: first.contains) ?? comma, 0)
  }

  /// Whether a line above a table is none of it: words without a separator, and no name of the only column.
  private static func isTitle(_ line: SampleLine, before table: ArraySlice<SampleLine>, _ separator: UInt8) -> Bool {
    guard separator != blank, line.fields(separator).filter({ !$0.isEmpty }).count == 1 else { return false }
    let isPhrase = line.text.contains(blank) || line.text.first.map { !isLetterOrQuote($0) } == true
    return isPhrase || table.first?.fields(separator).allSatisfy { !$0.contains(where: isDigit) } == true
  }

  /// The separator by which every line has as many fields; nil if there is none.
  private static func regularSeparator(of lines: ArraySlice<SampleLine>) -> UInt8? {
    guard let first = lines.first?.text else { return nil }
    let areBlanksRegular = isRegular(lines, blank)
    var regular = usualSeparators.filter { isRegular(lines, $0) }
    // The first line, a header, may have one more or fewer, where nothing does better.
    if regular.isEmpty, !areBlanksRegular {
      regular = usualSeparators.filter { isRegular(lines, $0, isHeaderFree: true) }
    }
    // Where commas may just as well be decimal signs, what parts numbers of that form is the separator.
    if let other = regular.first(where: { $0 != comma && commasAreDecimal(lines, between: $0) }), regular.count > 1 {
      return other
    }
    let hasMarks = first.contains(UInt8(ascii: ";")) || first.contains(UInt8(ascii: "|"))
    if regular.isEmpty || regular == [comma], !hasMarks, commasAreDecimal(lines, between: blank),
      areBlanksRegular || regular.isEmpty && isRegular(lines, blank, isHeaderFree: true)
    {
      return blank
    }
    return regular.max { (lines.last?.fields($0).count ?? 0) < (lines.last?.fields($1).count ?? 0) }
  }

  /// Whether every line has as many fields, two or more; a header may have one more or fewer.
  private static func isRegular(_ lines: ArraySlice<SampleLine>, _ separator: UInt8, isHeaderFree: Bool = false) -> Bool
  {
    let counts = lines.map { $0.fields(separator).count }
    guard let last = counts.last, last > 1, let first = counts.first, first > 1 else { return false }
    return counts.dropFirst().allSatisfy { $0 == last } && abs(first - last) <= (isHeaderFree ? 1 : 0)
  }

  /// Whether each cell with a comma is a number such as -0,75.
  private static func commasAreDecimal(_ lines: ArraySlice<SampleLine>, between separator: UInt8) -> Bool {
    lines.lazy.flatMap { $0.fields(separator) }.allSatisfy { field in
      guard field.contains(comma) else { return true }
      let parts = field.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        .split(separator: comma, omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }
  }

  // MARK: - Quotation marks

  /// Whether single quotation marks hold separators, as Weka writes them, and double ones are not used.
  private static func needsSingleQuotes(_ lines: [SampleLine], _ separator: UInt8) -> Bool {
    let mark = UInt8(ascii: "'")
    let cells = lines.flatMap { $0.fields(separator) }
    guard !cells.contains(where: { $0.first == UInt8(ascii: "\"") }) else { return false }
    let begun = cells.count { $0.first == mark && ($0.count == 1 || $0.last != mark) }
    let ended = cells.count { $0.last == mark && ($0.count == 1 || $0.first != mark) }
    return begun > 0 && begun == ended
  }

  // MARK: - Decimal commas

  /// Whether cells such as 0,75 or 3,9 show that commas are decimal signs, and none such as 0.75 that they are not.
  ///
  /// `1,234` alone may be either: with semicolons, which take the comma's place for just that reason, it is a fraction.
  private func hasDecimalCommas(in lines: [SampleLine]) -> Bool {
    var fractions = 0
    var groups = 0
    for line in lines {
      for field in line.fields(separator) {
        let digits = field.filter { $0 != quote && $0 != Self.blank }.drop { $0 == UInt8(ascii: "-") }
        guard let form = Self.commaForm(Array(digits)) else { continue }
        switch form {
        case .fraction: fractions += 1
        case .group: groups += 1
        case .point: return false
        }
      }
    }
    return fractions > 0 || groups > 0 && separator == UInt8(ascii: ";")
  }

  private enum CommaForm { case fraction, group, point }

  /// What a number's comma or point seems to be; nil if it has none, or is no number.
  private static func commaForm(_ text: [UInt8]) -> CommaForm? {
    guard text.contains(where: isDigit), text.allSatisfy({ isDigit($0) || $0 == comma || $0 == UInt8(ascii: ".") })
    else { return nil }
    let groups = text.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard let lastComma = text.lastIndex(of: comma) else {
      // 1.234.567 has no decimal sign; 1.234 leaves it open.
      return groups.count == 2 && !areThousands(groups) ? .point : nil
    }
    if let point = text.lastIndex(of: UInt8(ascii: ".")) { return point < lastComma ? .fraction : .point }
    return areThousands(groups) ? .group : groups.count == 2 ? .fraction : nil
  }

  private static func areThousands(_ groups: [ArraySlice<UInt8>]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrQuote(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20) || byte >= 0x80 || byte == UInt8(ascii: "\"")
  }
}
