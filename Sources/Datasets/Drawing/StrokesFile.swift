/// A drawing and, if it is known, what it shows.
public struct LabelledDrawing: Equatable, Sendable {
  /// What the pen drew.
  public var drawing: Drawing
  /// The class it shows, by its name; nil if unknown.
  public var label: String?

  /// A drawing with its class.
  public init(drawing: Drawing, label: String? = nil) {
    self.drawing = drawing
    self.label = label
  }
}

/// Drawings as text: a line of JSON for each, `{"label": 3, "strokes": [[[0.1, 0.2], [0.3, 0.4]], …]}`.
///
/// The label is a number or a class's name in quotation marks, and may be left out; other keys are passed over; y grows
/// downwards. A line of Quick, Draw! is taken too: `{"word": "cat", "drawing": [[[x, x], [y, y]], …]}`.
public enum StrokesFile {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 26
  /// The most points that one drawing may have: a hand draws some hundred.
  public static let mostPoints = 100_000

  /// Reads a file, gzipped or not; blank lines are passed over.
  ///
  /// - Throws: `DatasetError.strokes` with line and character, or `.cannotRead`.
  public static func read(path: String) throws(DatasetError) -> [LabelledDrawing] {
    let stream = try ByteStream(path: path, orStream: true)
    return try parse(stream.readText(limit: largestFile), name: path)
  }

  /// Reads the contents of a file; `name` is what errors call it.
  public static func parse(_ bytes: [UInt8], name: String) throws(DatasetError) -> [LabelledDrawing] {
    var drawings: [LabelledDrawing] = []
    var line = 0
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      var scanner = StrokesScanner(text)
      do throws(StrokesScanner.Problem) {
        guard !scanner.isBlank() else { continue }
        drawings.append(try scanner.drawing())
      } catch {
        throw .strokes(file: name, line: line, character: error.offset + 1, error.problem)
      }
    }
    guard !drawings.isEmpty else { throw .strokes(file: name, line: 1, character: 1, .empty) }
    return drawings
  }
}
