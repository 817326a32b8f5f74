/// What a terminal of the xterm family would show: reads the bytes a program writes and keeps the picture as text.
///
/// It knows what ncurses and nnplay send under `TERM=xterm-256color`: cursor, erasing, inserting, scrolling, modes.
/// Colours it does not keep. Modes it does, to see whether a program leaves them as it found them.
public struct EmulatedScreen: Sendable {
  public private(set) var width: Int
  public private(set) var height: Int
  /// The private modes that are on, by number: 25 cursor, 1002 and 1003 pointer, 1006 its form, 1049 second screen,
  /// 2004 paste brackets.
  public private(set) var modes: Set<Int> = [7, 25]
  /// The text that was last put on the clipboard (OSC 52), in Base64.
  public private(set) var clipboard: String?

  /// What a terminal answers to the questions so far that are not answered yet.
  private var replies = ""

  private var rows: [[Character]]
  private var firstScreen: [[Character]]?
  private var column = 0
  private var row = 0
  private var saved = (column: 0, row: 0)
  private var region: ClosedRange<Int>
  private var pending: [UInt8] = []

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    rows = Self.blank(width, height)
    region = 0...max(0, height - 1)
  }

  private static func blank(_ width: Int, _ height: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The lines of the screen, without the blanks at their ends.
  public var lines: [String] {
    rows.map { row in
      let last = row.lastIndex { $0 != " " } ?? -1
      return String(row[...last])
    }
  }

  public var text: String { lines.joined(separator: "\n") }

  /// The window has another size; what does not fit is lost.
  public mutating func resize(width newWidth: Int, height newHeight: Int) {
    var fresh = Self.blank(newWidth, newHeight)
    for y in 0..<min(height, newHeight) {
      for x in 0..<min(width, newWidth) { fresh[y][x] = rows[y][x] }
    }
    (rows, width, height) = (fresh, newWidth, newHeight)
    region = 0...max(0, newHeight - 1)
    place(column, row)
  }

  /// The answers to what was asked since the last call: whether it is ready, and whether it knows a mode.
  public mutating func takeReplies() -> String {
    defer { replies = "" }
    return replies
  }

  /// Reads what the program wrote; sequences and characters may be cut anywhere.
  public mutating func write(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let end = step(from: index) { index = end }
    pending.removeFirst(index)
  }

  /// Does what one character or sequence asks; returns where the next begins, or `nil` if it is not complete.
  private mutating func step(from start: Int) -> Int? {
    let byte = pending[start]
    guard byte != 0x1b else { return escape(from: start) }
    if byte < 0x20 || byte == 0x7f {
      control(byte)
      return start + 1
    }
    let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    // Half a character is what a program leaves that is ended while it writes.
    guard pending[(start + 1)..<min(start + length, pending.count)].allSatisfy({ $0 & 0xc0 == 0x80 }) else {
      put("\u{fffd}")
      return start + 1
    }
    guard start + length <= pending.count else { return nil }
    put(String(decoding: pending[start..<start + length], as: UTF8.self).first ?? "\u{fffd}")
    return start + length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: place(column - 1, row)
    case 0x09: place((column / 8 + 1) * 8, row)
    case 0x0a: lineFeed()
    case 0x0d: place(0, row)
    default: break
    }
  }

  private mutating func put(_ character: Character) {
    if column >= width {
      column = 0
      lineFeed()
    }
    guard rows.indices.contains(row) else { return }
    rows[row][column] = character
    column += 1  // beyond the edge only the next character wraps
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(1) } else { place(column, row + 1) }
  }

  private mutating func scroll(_ count: Int) {
    for _ in 0..<min(count, region.count) {
      rows.remove(at: region.lowerBound)
      rows.insert(Array(repeating: " ", count: width), at: region.upperBound)
    }
  }

  private mutating func place(_ x: Int, _ y: Int) {
    column = max(0, min(x, width - 1))
    row = max(0, min(y, height - 1))
  }

  private mutating func escape(from start: Int) -> Int? {
    guard start + 1 < pending.count else { return nil }
    switch pending[start + 1] {
    case UInt8(ascii: "["):
      guard let end = pending[(start + 2)...].firstIndex(where: { (0x40...0x7e).contains($0) }) else { return nil }
      sequence(String(decoding: pending[(start + 2)..<end], as: UTF8.self), pending[end])
      return end + 1
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      guard let end = endOfString(from: start + 2) else { return nil }
      let text = String(decoding: pending[(start + 2)..<end.text], as: UTF8.self)
      if text.hasPrefix("52;c;") { clipboard = String(text.dropFirst(5)) }
      return end.next
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      return start + 3 <= pending.count ? start + 3 : nil
    case UInt8(ascii: "7"):
      saved = (column, row)
    case UInt8(ascii: "8"):
      place(saved.column, saved.row)
    default:
      break
    }
    return start + 2
  }

  private func endOfString(from start: Int) -> (text: Int, next: Int)? {
    for index in start..<max(start, pending.count) {
      if pending[index] == 0x07 { return (index, index + 1) }
      if pending[index] == 0x1b, index + 1 < pending.count, pending[index + 1] == UInt8(ascii: "\\") {
        return (index, index + 2)
      }
    }
    return nil
  }

  private mutating func sequence(_ parameters: String, _ final: UInt8) {
    if parameters == "5", final == UInt8(ascii: "n") { replies += "\u{1b}[0n" }
    if parameters == "?2026$", final == UInt8(ascii: "p") { replies += "\u{1b}[?2026;2$y" }
    if parameters.hasPrefix("?") {
      let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
      for number in numbers { setMode(number, on: final == UInt8(ascii: "h")) }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let given = numbers.first ?? nil
    let count = max(1, given ?? 1)
    switch Unicode.Scalar(final) {
    case "A": place(column, row - count)
    case "B", "e": place(column, row + count)
    case "C", "a": place(column + count, row)
    case "D": place(column - count, row)
    case "G", "`": place(count - 1, row)
    case "d": place(column, count - 1)
    case "H", "f": place((numbers.count > 1 ? numbers[1] ?? 1 : 1) - 1, count - 1)
    case "J": eraseScreen(given ?? 0)
    case "K": eraseLine(given ?? 0)
    case "X": fill(row, column..<min(column + count, width))
    case "P": shiftLeft(count)
    case "@": shiftRight(count)
    case "b": repeatLast(count)
    case "S": scroll(count)
    case "r": setRegion(given, numbers.count > 1 ? numbers[1] : nil)
    default: break
    }
  }

  private mutating func setMode(_ number: Int, on: Bool) {
    if on { modes.insert(number) } else { modes.remove(number) }
    guard number == 1049 else { return }
    if on, firstScreen == nil {
      firstScreen = rows
      saved = (column, row)
      rows = Self.blank(width, height)
    } else if !on, let first = firstScreen {
      let (wide, high) = (first.first?.count ?? 0, first.count)
      let target = (width, height)
      (rows, width, height, firstScreen) = (first, wide, high, nil)
      resize(width: target.0, height: target.1)
      place(saved.column, saved.row)
    }
  }

  private mutating func fill(_ y: Int, _ range: Range<Int>) {
    guard rows.indices.contains(y) else { return }
    for x in range where rows[y].indices.contains(x) { rows[y][x] = " " }
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: fill(row, min(column, width)..<width)
    case 1: fill(row, 0..<min(column + 1, width))
    default: fill(row, 0..<width)
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part != 1 { for y in min(row + 1, height)..<height { fill(y, 0..<width) } }
    if part != 0 { for y in 0..<row { fill(y, 0..<width) } }
    eraseLine(part)
  }

  private mutating func shiftLeft(_ count: Int) {
    guard column < width else { return }
    let gone = min(count, width - column)
    rows[row].removeSubrange(column..<column + gone)
    rows[row] += Array(repeating: " ", count: gone)
  }

  private mutating func shiftRight(_ count: Int) {
    guard column < width else { return }
    rows[row].insert(contentsOf: Array(repeating: " ", count: min(count, width - column)), at: column)
    rows[row].removeLast(rows[row].count - width)
  }

  private mutating func repeatLast(_ count: Int) {
    guard column > 0 else { return }
    let last = rows[row][min(column, width) - 1]
    for _ in 0..<min(count, width * height) { put(last) }
  }

  private mutating func setRegion(_ top: Int?, _ bottom: Int?) {
    let first = max(0, (top ?? 1) - 1)
    let last = min(height, bottom ?? height) - 1
    region = first < last ? first...last : 0...max(0, height - 1)
    place(0, 0)
  }
}
