/// Why data could not be had: each a sentence with the place, the value found, and what to do.
public enum DatasetError: Error, Equatable, Sendable {
  /// No data set is called so; the nearest name, if one is near.
  case unknownDataset(String, suggestion: String?)
  /// `csv` without a path.
  case noPath(String)
  /// A choice of classes such as `mnist:3,8` that cannot be made.
  case classChoice(dataset: String, ClassChoiceProblem)
  /// `pixels:…` without a size from 1x1 to 64x64.
  case pixelSize(String)
  /// A feature of images that is none.
  case imageFeature(String)
  /// The files of an image set are in none of the folders where they are looked for.
  case notInstalled(dataset: String, lookedFor: [String], remedy: String)
  /// A file that cannot be opened or read.
  case cannotRead(file: String, FileProblem)
  /// A file that cannot be written.
  case cannotWrite(file: String, FileProblem)
  /// A gzip stream whose contents are wrong, and zlib's word for it.
  case brokenGzip(file: String, at: Int, reason: String)
  /// A file that stops early; sizes in bytes, unpacked.
  case truncated(file: String, found: Int, expected: Int)
  /// A file that goes on after its end; the size in bytes that it should have, unpacked.
  case tooLong(file: String, expected: Int)
  /// A published file that was altered; MD5 digests of the unpacked bytes.
  case wrongDigest(file: String, found: String, expected: String, remedy: String)
  /// A file that is not in the format its place asks for.
  case format(file: String, FormatProblem)
  /// A table (CSV) that cannot be used, and where it goes wrong.
  case table(TablePlace, TableProblem)
  /// A file of strokes that cannot be used; lines and characters count from 1.
  case strokes(file: String, line: Int, character: Int, StrokesProblem)

  /// What is wrong with a choice of classes.
  public enum ClassChoiceProblem: Equatable, Sendable {
    case takesNone
    case unknown(String, known: [String])
    case twice(String)
    case fewerThanTwo
  }

  /// Why the system would not give or take a file.
  public enum FileProblem: Equatable, Sendable {
    case missing
    case forbidden
    case notAFile
    case tooLarge(bytes: Int, limit: Int)
    case system(String)
  }

  /// What is wrong with a binary file.
  public enum FormatProblem: Equatable, Sendable {
    case notIDX(firstBytes: [UInt8])
    case dimensions(found: Int, expected: Int)
    case announcesTooMuch(sizes: [Int], limit: Int)
    case countsDiffer(images: Int, labels: Int)
    case label(UInt8, item: Int, classCount: Int)
    case records(bytes: Int, recordSize: Int)
    case imageSize(width: Int, height: Int, expectedWidth: Int, expectedHeight: Int)
    case empty
  }

  /// A place in a table; lines and columns count from 1.
  public struct TablePlace: Equatable, Sendable {
    public var file: String
    public var line: Int?
    public var column: Int?
    public var columnName: String?

    /// A place in a file, as exact as it is known.
    public init(file: String, line: Int? = nil, column: Int? = nil, columnName: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.columnName = columnName
    }
  }

  /// What is wrong with a table.
  public enum TableProblem: Equatable, Sendable {
    case empty
    case headerOnly
    case notText
    case notANumber(String)
    case missingValue
    case notFinite(String)
    case ragged(found: Int, expected: Int)
    case tooFewColumns(found: Int, needed: Int)
    case oneClass(String)
    case wordAmongNumbers(String)
    case tooManyClasses(limit: Int, numeric: Bool)
    case openQuote
    case textAfterQuote
    case longCell(limit: Int)
    case tooManyValues(limit: Int)
    case tooManyColumns(limit: Int)
    case targets(String)
  }

  /// What is wrong with a line of strokes.
  public enum StrokesProblem: Equatable, Sendable {
    case expected(String, found: String)
    case noStrokes
    case notFinite(String)
    case tooManyPoints(limit: Int)
    case label(String)
    case empty
  }
}
