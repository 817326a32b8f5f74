/// How a file writes its table: what parts the cells, and what the comma in a number means.
///
/// Found out from the first lines; RFC 4180 is the usual case, and spreadsheets, pandas, R and the UCI repository have
/// habits of their own.
struct CSVDialect: Equatable {
  /// What parts the cells; a blank stands for any run of blanks and tabs.
  var separator = UInt8(ascii: ",")
  /// Whether the comma in a number is the decimal sign, and a point parts thousands.
  var hasDecimalCommas = false
  /// Bytes to pass over: `sep=;` on a line of its own, as Excel writes and reads it.
  var preambleLength = 0

  static let blank = UInt8(ascii: " ")
  private static let separators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]
  private static let linesLookedAt = 32

  var isBlankSeparated: Bool { separator == Self.blank }

  /// The usual dialect.
  init() {}

  /// The dialect of a file that begins so; `isWhole` says whether that is all of it.
  init(beginning: Slice<UnsafeMutableRawBufferPointer>, isWhole: Bool) {
    var lines = beginning.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).flatMap {
      $0.split(separator: UInt8(ascii: "\r")).map { Array($0) }
    }
    if !isWhole && lines.count > 1 { lines.removeLast() }
    if let first = lines.first, first.count == 5, first.starts(with: Array("sep=".utf8)) {
      separator = first[4]
      let rest = beginning.dropFirst(5).prefix { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
      preambleLength = 5 + min(rest.count, 2)
      lines.removeFirst()
    } else {
      lines = Self.sample(lines)
      separator = Self.separator(of: lines)
    }
    hasDecimalCommas = hasDecimalCommas(in: Self.sample(lines))
  }

  /// The first lines of data: none that are empty, and no comments.
  private static func sample(_ lines: [[UInt8]]) -> [[UInt8]] {
    Array(
      lines.lazy.filter { line in
        guard let first = line.first(where: { $0 != blank }) else { return false }
        return first != UInt8(ascii: "#")
      }.prefix(linesLookedAt))
  }

  // MARK: - Separators

  private static func separator(of lines: [[UInt8]]) -> UInt8 {
    let comma = UInt8(ascii: ",")
    guard let first = lines.first else { return comma }
    let areBlanksRegular = isRegular(fieldCounts(lines, blank))
    var regular = separators.filter { isRegular(fieldCounts(lines, $0)) }
    // The first line, a header, may have one more or fewer, where nothing does better.
    if regular.isEmpty, !areBlanksRegular {
      regular = separators.filter { isRegular(fieldCounts(lines, $0), isHeaderFree: true) }
    }
    // Where commas may just as well be decimal signs, what parts numbers of that form is the separator.
    if let other = regular.first(where: { $0 != comma && commasAreDecimal(lines, between: $0) }), regular.count > 1 {
      return other
    }
    let hasMarks = first.contains(UInt8(ascii: ";")) || first.contains(UInt8(ascii: "|"))
    if regular.isEmpty || regular == [comma], !hasMarks, areBlanksRegular,
      commasAreDecimal(lines, between: blank)
    {
      return blank
    }
    let widest = regular.max { (fieldCounts(lines, $0).last ?? 0) < (fieldCounts(lines, $1).last ?? 0) }
    if let widest { return widest }
    return [comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")].first(where: first.contains) ?? comma
  }

  /// Whether every line has as many fields, two or more; a header may have one more or fewer.
  private static func isRegular(_ counts: [Int], isHeaderFree: Bool = false) -> Bool {
    guard let last = counts.last, last > 1, let first = counts.first, first > 1 else { return false }
    return counts.dropFirst().allSatisfy { $0 == last } && abs(first - last) <= (isHeaderFree ? 1 : 0)
  }

  private static func fieldCounts(_ lines: [[UInt8]], _ separator: UInt8) -> [Int] {
    lines.map { fields(of: $0, separator).count }
  }

  /// The cells of a line, quoted ones as they stand.
  private static func fields(of line: [UInt8], _ separator: UInt8) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var isQuoted = false
    var start = 0
    for place in line.indices {
      if line[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      let parts = line[place] == separator || separator == blank && line[place] == UInt8(ascii: "\t")
      guard parts, !isQuoted else { continue }
      fields.append(line[start..<place])
      start = place + 1
    }
    fields.append(line[start...])
    return separator == blank ? fields.filter { !$0.isEmpty } : fields
  }

  /// Whether each cell with a comma is a number such as -0,75.
  private static func commasAreDecimal(_ lines: [[UInt8]], between separator: UInt8) -> Bool {
    lines.lazy.flatMap { fields(of: $0, separator) }.allSatisfy { field in
      guard field.contains(UInt8(ascii: ",")) else { return true }
      let parts = field.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }
  }

  // MARK: - Decimal commas

  /// Whether cells such as 0,75 or 3,9 show that commas are decimal signs, and none such as 0.75 that they are not.
  ///
  /// `1,234` alone may be either: with semicolons, which take the comma's place for just that reason, it is a fraction.
  private func hasDecimalCommas(in lines: [[UInt8]]) -> Bool {
    var fractions = 0
    var groups = 0
    for line in lines {
      for field in Self.fields(of: line, separator) {
        let digits = field.filter { $0 != UInt8(ascii: "\"") && $0 != Self.blank }.drop { $0 == UInt8(ascii: "-") }
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
    guard text.contains(where: isDigit),
      text.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
    else { return nil }
    let groups = text.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard let comma = text.lastIndex(of: UInt8(ascii: ",")) else {
      // 1.234.567 has no decimal sign; 1.234 leaves it open.
      return groups.count == 2 && !areThousands(groups) ? .point : nil
    }
    if let point = text.lastIndex(of: UInt8(ascii: ".")) { return point < comma ? .fraction : .point }
    return areThousands(groups) ? .group : groups.count == 2 ? .fraction : nil
  }

  private static func areThousands(_ groups: [ArraySlice<UInt8>]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
