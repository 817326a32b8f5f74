/// One of the first lines of a file, looked at to find out how it is written.
struct SampleLine {
  /// The line without its end.
  let text: [UInt8]
  /// Where the next line begins, in bytes from the file's beginning.
  let end: Int
  /// Its number, counted from 1; of a line with line ends in quotation marks, that of its last part.
  let lastLine: Int

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  /// The first lines that are neither empty nor comments; the last only if it is whole.
  static func first(
    _ count: Int, of beginning: Slice<UnsafeMutableRawBufferPointer>, isWhole: Bool
  ) -> [SampleLine] {
    var lines: [SampleLine] = []
    var number = 1
    var start = beginning.startIndex
    while start < beginning.endIndex, lines.count < count {
      var isQuoted = false
      var stop = start
      var lineEnds = 0
      while stop < beginning.endIndex, isQuoted || !isLineEnd(beginning[stop]) {
        if beginning[stop] == quote, isQuoted || stop == start || isMark(beginning[stop - 1]) { isQuoted.toggle() }
        if beginning[stop] == newline { lineEnds += 1 }
        stop += 1
      }
      // A mark that is never closed is an inch, or a mistake: then lines end where they seem to.
      if isQuoted, let plain = beginning[start...].firstIndex(where: isLineEnd) { (stop, lineEnds) = (plain, 0) }
      if stop == beginning.endIndex, !isWhole { break }
      var next = min(stop + 1, beginning.endIndex)
      if stop < beginning.endIndex, beginning[stop] == carriageReturn, next < beginning.endIndex,
        beginning[next] == newline
      {
        next += 1
      }
      number += lineEnds
      let text = withoutComment(beginning[start..<stop])
      if let first = text.first(where: { $0 != CSVDialect.blank }), first != UInt8(ascii: "#") {
        lines.append(SampleLine(text: text, end: next - beginning.startIndex, lastLine: number))
      }
      number += 1
      start = next
    }
    return lines
  }

  /// The line without what follows a # with blanks around it.
  private static func withoutComment(_ line: Slice<UnsafeMutableRawBufferPointer>) -> [UInt8] {
    let mark = line.indices.dropFirst().first { place in
      line[place] == UInt8(ascii: "#") && line[place - 1] == CSVDialect.blank
        && (place + 1 == line.endIndex || line[place + 1] == CSVDialect.blank)
    }
    return Array(line[..<(mark ?? line.endIndex)])
  }

  /// The cells, quoted ones as they stand; between runs of blanks none is empty.
  func fields(_ separator: UInt8) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var isQuoted = false
    var start = 0
    for place in text.indices {
      if text[place] == Self.quote, isQuoted || place == start || Self.isMark(text[place - 1]) { isQuoted.toggle() }
      let parts = text[place] == separator || separator == CSVDialect.blank && text[place] == UInt8(ascii: "\t")
      guard parts, !isQuoted else { continue }
      fields.append(text[start..<place])
      start = place + 1
    }
    fields.append(text[start...])
    return separator == CSVDialect.blank ? fields.filter { !$0.isEmpty } : fields
  }

  /// What `sep=;` says, with or without quotation marks and in capitals or not.
  var announcedSeparator: UInt8? {
    let plain = text.filter { $0 != Self.quote }
    guard plain.count == 5, String(decoding: plain.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
    return plain[4]
  }

  /// Whether a quotation mark behind this byte may open a cell; others are inches, or stand in a text.
  private static func isMark(_ byte: UInt8) -> Bool { "\t ;|,~^".utf8.contains(byte) }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
}
