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
    var label: UInt8?
    var strokes: [[PenPoint]]?
    try expect("{", "an object in braces")
    repeat {
      let key = try string()
      try expect(":", "a colon")
      switch key {
      case "label": label = try self.label()
      case "strokes": strokes = try self.strokes()
      default: try skipValue(depth: 0)
      }
    } while accept(",")
    try expect("}", "a comma or a closing brace")
    guard isBlank() else { throw problem(.expected("the end of the line", found: found())) }
    guard let strokes else { throw problem(.expected("the key \"strokes\"", found: "none"), at: bytes.startIndex) }
    guard !strokes.isEmpty else { throw problem(.noStrokes, at: bytes.startIndex) }
    return LabelledDrawing(drawing: Drawing(strokes: strokes), label: label)
  }

  private mutating func label() throws(Problem) -> UInt8? {
    _ = next()
    let start = place
    let text = word()
    if text == "null" { return nil }
    guard let label = UInt8(text) else { throw problem(.label(text), at: start) }
    return label
  }

  private mutating func strokes() throws(Problem) -> [[PenPoint]] {
    var strokes: [[PenPoint]] = []
    try expect("[", "a list of strokes")
    if accept("]") { return strokes }
    repeat {
      var stroke: [PenPoint] = []
      try expect("[", "a list of points")
      if !accept("]") {
        repeat {
          stroke.append(try point())
          pointCount += 1
          let limit = StrokesFile.mostPoints
          guard pointCount <= limit else { throw problem(.tooManyPoints(limit: limit)) }
        } while accept(",")
        try expect("]", "a comma or a closing bracket")
      }
      if !stroke.isEmpty { strokes.append(stroke) }
    } while accept(",")
    try expect("]", "a comma or a closing bracket")
    return strokes
  }

  private mutating func point() throws(Problem) -> PenPoint {
    try expect("[", "a point [x, y]")
    let x = try number()
    try expect(",", "a comma and y")
    let y = try number()
    // A third number (a time, a pressure) may follow.
    while accept(",") { _ = try number() }
    try expect("]", "a closing bracket")
    return PenPoint(x: x, y: y)
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

  /// A string without the meaning of its escapes: keys need none.
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
