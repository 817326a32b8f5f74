import Words

/// Reads one line of JSON that holds a drawing.
struct StrokesScanner {
  /// What is wrong, and at which byte of the line.
  struct Problem: Error {
    let offset: Int
    let problem: DatasetError.StrokesProblem
  }

  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var pointCount = 0

  /// How deep values under keys that are passed over may lie.
  private static let deepest = 64

  /// A scanner at the start of a line.
  init(_ line: ArraySlice<UInt8>) {
    bytes = line
    place = line.startIndex
  }

  /// Whether nothing but blanks is left.
  mutating func isBlank() -> Bool { next() == nil }

  /// The drawing on the line.
  mutating func drawing() throws(Problem) -> LabelledDrawing {
    var label: String?
    var word: String?
    var strokes: [[PenPoint]]?
    try expect("{", "an object in braces")
    repeat {
      let key = try string()
      try expect(":", "a colon")
      switch key {
      case "label": label = try self.label()
      case "strokes": strokes = try self.strokes { (scanner) throws(Problem) in try scanner.points() }
      case "word": word = try self.label()
      case "drawing": strokes = try self.strokes { (scanner) throws(Problem) in try scanner.columns() }
      default: try skipValue(depth: 0)
      }
    } while accept(",")
    try expect("}", "a comma or a closing brace")
    guard isBlank() else { throw problem(.expected("the end of the line", found: found())) }
    guard let strokes else { throw problem(.expected("the key \"strokes\"", found: "none"), at: bytes.startIndex) }
    guard !strokes.isEmpty else { throw problem(.noStrokes, at: bytes.startIndex) }
    return LabelledDrawing(drawing: Drawing(strokes: strokes), label: label ?? word)
  }

  /// A class: a number from 0 to 255, or a name in quotation marks; null is none.
  private mutating func label() throws(Problem) -> String? {
    let isName = next() == UInt8(ascii: "\"")
    let start = place
    let text = isName ? Self.unescaped(try string()).trimmed : word()
    if !isName, text == "null" { return nil }
    guard isName ? !text.isEmpty : UInt8(text) != nil else { throw problem(.label(text), at: start) }
    return text
  }

  private mutating func strokes(
    _ read: (inout Self) throws(Problem) -> [PenPoint]
  ) throws(Problem) -> [[PenPoint]] {
    var strokes: [[PenPoint]] = []
    try expect("[", "a list of strokes")
    if accept("]") { return strokes }
    repeat {
      let stroke = try read(&self)
      if !stroke.isEmpty { strokes.append(stroke) }
    } while accept(",")
    try expect("]", "a comma or a closing bracket")
    return strokes
  }

  /// A stroke as a list of points.
  private mutating func points() throws(Problem) -> [PenPoint] {
    var stroke: [PenPoint] = []
    try expect("[", "a list of points")
    if accept("]") { return stroke }
    repeat {
      stroke.append(try point())
      try countPoint()
    } while accept(",")
    try expect("]", "a comma or a closing bracket")
    return stroke
  }

  /// A stroke as Quick, Draw! has it: all x, all y, and perhaps all times.
  private mutating func columns() throws(Problem) -> [PenPoint] {
    try expect("[", "a list of all x and one of all y")
    let start = place
    let x = try coordinates()
    try expect(",", "a comma and the list of all y")
    let y = try coordinates()
    while accept(",") { try skipValue(depth: 1) }
    try expect("]", "a comma or a closing bracket")
    guard x.count == y.count else {
      throw problem(.expected("as many y as x", found: "\(x.count) and \(y.count)"), at: start)
    }
    return zip(x, y).map { PenPoint(x: $0, y: $1) }
  }

  private mutating func coordinates() throws(Problem) -> [Double] {
    var numbers: [Double] = []
    try expect("[", "a list of numbers")
    if accept("]") { return numbers }
    repeat {
      numbers.append(try coordinate())
      try countPoint()
    } while accept(",")
    try expect("]", "a comma or a closing bracket")
    return numbers
  }

  private mutating func countPoint() throws(Problem) {
    pointCount += 1
    let limit = StrokesFile.mostPoints
    guard pointCount <= limit else { throw problem(.tooManyPoints(limit: limit)) }
  }

  private mutating func point() throws(Problem) -> PenPoint {
    try expect("[", "a point [x, y]")
    let x = try coordinate()
    try expect(",", "a comma and y")
    let y = try coordinate()
    // A third number (a time, a pressure) may follow.
    if accept(",") { _ = try number() }
    try expect("]", "a closing bracket after x, y and at most one number more")
    return PenPoint(x: x, y: y)
  }

  private mutating func coordinate() throws(Problem) -> Double {
    _ = next()
    let start = place
    let number = try number()
    guard abs(number) <= PenPoint.farthest else {
      throw problem(.tooFar(String(decoding: bytes[start..<place], as: UTF8.self)), at: start)
    }
    return number
  }

  private mutating func number() throws(Problem) -> Double {
    _ = next()
    let start = place
    let text = word()
    guard let number = Double(text) else {
      throw problem(.expected("a number", found: text.isEmpty ? found() : quoted(text)), at: start)
    }
    guard number.isFinite else { throw problem(.notFinite(text), at: start) }
    return number
  }

  private mutating func skipValue(depth: Int) throws(Problem) {
    guard depth < Self.deepest else { throw problem(.expected("less nesting", found: "\(depth) levels")) }
    switch next() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "["): try skipList(depth: depth, close: "]", hasKeys: false)
    case UInt8(ascii: "{"): try skipList(depth: depth, close: "}", hasKeys: true)
    case _: if word().isEmpty { throw problem(.expected("a value", found: found())) }
    }
  }

  private mutating func skipList(depth: Int, close: Unicode.Scalar, hasKeys: Bool) throws(Problem) {
    place += 1
    if accept(close) { return }
    repeat {
      if hasKeys {
        _ = try string()
        try expect(":", "a colon")
      }
      try skipValue(depth: depth + 1)
    } while accept(",")
    try expect(close, "a comma or the end of the list")
  }

  /// A string as it stands, escapes and all.
  private mutating func string() throws(Problem) -> String {
    try expect("\"", "a key in quotation marks")
    let start = place
    while place < bytes.endIndex, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < bytes.endIndex else {
      throw problem(.expected("a closing quotation mark", found: "the end of the line"), at: start)
    }
    place += 1
    return String(decoding: bytes[start..<place - 1], as: UTF8.self)
  }

  /// The text that a string stands for.
  private static func unescaped(_ text: String) -> String {
    var parts = text.split(separator: "\\", omittingEmptySubsequences: false)
    var plain = String(parts.removeFirst())
    var isEscaped = false
    for part in parts {
      // Of two backslashes the second is the character itself.
      if isEscaped || part.isEmpty {
        plain += isEscaped ? part : "\\"
        isEscaped = !isEscaped && part.isEmpty
        continue
      }
      let code = part.first == "u" ? UInt32(part.dropFirst().prefix(4), radix: 16).flatMap(Unicode.Scalar.init) : nil
      let controls: [Character: Character] = ["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}"]
      plain +=
        code.map { String($0) + part.dropFirst(5) } ?? String(controls[part[part.startIndex]] ?? part[part.startIndex])
        + part.dropFirst()
    }
    return plain
  }

  /// What stands here up to a blank or a bracket: a number, a name such as null.
  private mutating func word() -> String {
    let start = place
    while place < bytes.endIndex, !Self.ends.contains(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static let ends = Array(" \t\r\n,:[]{}\"".utf8)

  /// The next byte that is no blank, without passing it.
  private mutating func next() -> UInt8? {
    while place < bytes.endIndex, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0d { place += 1 }
    return place < bytes.endIndex ? bytes[place] : nil
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar, _ what: String) throws(Problem) {
    guard accept(character) else { throw problem(.expected(what, found: found())) }
  }

  /// What stands here, for an error.
  private func found() -> String {
    guard place < bytes.endIndex else { return "the end of the line" }
    return quoted(String(decoding: bytes[place...].prefix(20), as: UTF8.self))
  }

  private func problem(_ problem: DatasetError.StrokesProblem, at start: Int? = nil) -> Problem {
    Problem(offset: min(start ?? place, bytes.endIndex) - bytes.startIndex, problem: problem)
  }
}
