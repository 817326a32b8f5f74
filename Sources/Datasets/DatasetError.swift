import Formulas
import NeuralEngine

/// Why data could not be had: each a sentence with the place, the value found, and what to do.
public enum DatasetError: Error, Equatable, Sendable {
  /// No data set is called so; the nearest name, if one is near.
  case unknownDataset(String, suggestion: String?)
  /// `csv` without a path.
  case noPath(String)
  /// A choice of classes such as `mnist:3,8` that cannot be made.
  case classChoice(dataset: String, ClassChoiceProblem)
  /// A formula that gives no data set, or no feature; the name is what stands before it, or all of it.
  case formula(name: String?, LabelFormulaProblem)
  /// `pixels:…` without a size from 1x1 to 64x64.
  case pixelSize(String)
  /// A feature of images that is none.
  case imageFeature(String)
  /// What follows `idx:` names no files that belong together, or has an option that there is not.
  case idxSource(String)
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
  /// A picture (PNG) that cannot be used.
  case png(file: String, PNGProblem)
  /// A file of strokes that cannot be used; lines and characters count from 1.
  case strokes(file: String, line: Int, character: Int, StrokesProblem)

  /// What is wrong with a formula for labels or inputs.
  public enum LabelFormulaProblem: Equatable, Sendable {
    /// It cannot be read.
    case malformed(FormulaError)
    /// An input that is the same everywhere.
    case constant
    /// A curve without values that can be learnt, on nearly all of the map.
    case undefined
    /// A class that no place of the map belongs to, or that all do.
    case neverTrue, alwaysTrue
  }

  /// What is wrong with a choice of classes.
  public enum ClassChoiceProblem: Equatable, Sendable {
    /// The set has no classes to choose from.
    case takesNone
    /// A class that the set does not have, and those that it has.
    case unknown(String, known: [String])
    /// A class that was named before.
    case twice(String)
    /// One class leaves nothing to tell apart.
    case fewerThanTwo
  }

  /// Why the system would not give or take a file.
  public enum FileProblem: Equatable, Sendable {
    /// Nothing is there.
    case missing
    /// It may not be opened.
    case forbidden
    /// It is a folder, a pipe or a device.
    case notAFile
    /// It is the keyboard.
    case keyboard
    /// It is a pipe, or standard input, and nothing comes out of it.
    case nothingComes
    /// It is larger than is taken.
    case tooLarge(bytes: Int, limit: Int)
    /// What else the system says.
    case system(String)
  }

  /// What is wrong with a binary file.
  public enum FormatProblem: Equatable, Sendable {
    /// It does not begin as an IDX file of bytes does.
    case notIDX(firstBytes: [UInt8])
    /// Its numbers are stored in another way than as bytes.
    case notBytes(String)
    /// Its numbers are fractions, and classes are counted.
    case notWhole(String)
    /// Its shape has another number of dimensions.
    case dimensions(found: Int, expected: Int)
    /// Its header asks for more bytes than are taken.
    case announcesTooMuch(sizes: [Int], limit: Int)
    /// Images and labels do not belong together.
    case countsDiffer(images: Int, labels: Int)
    /// A label for which there is no class; items count from 1.
    case label(Int, item: Int, classCount: Int)
    /// All its labels are this one.
    case oneClass(Int)
    /// Its pictures are of another size than those that are learnt from.
    case otherSize(found: [Int], expected: [Int])
    /// Its size is no multiple of a record's.
    case records(bytes: Int, recordSize: Int)
    /// It holds nothing.
    case empty
  }

  /// A place in a table; lines and columns count from 1.
  public struct TablePlace: Equatable, Sendable {
    /// The file's path.
    public var file: String
    /// The line on which the cell begins; nil if it is not about one line.
    public var line: Int?
    /// The column; nil if it is not about one column.
    public var column: Int?
    /// What the header calls the column, if there is a header.
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
    /// There is no line in it.
    case empty
    /// There is a header and nothing else.
    case headerOnly
    /// It is something else than rows of text.
    case foreign(ForeignForm)
    /// A feature or target is a word.
    case notANumber(String)
    /// A feature is a word where most others are numbers.
    case wordAmongFeatures(String)
    /// Words stand over numbers further down than the first line.
    case severalHeaders
    /// A feature is no date where the model was trained on dates.
    case notADate(String)
    /// A feature is none of the words that the model was trained on.
    case unknownWord(String, known: [String])
    /// A column of words that is to be kept has too many of them.
    case tooManyWords(Int, limit: Int)
    /// A cell is empty.
    case missingValue
    /// A cell is NaN, an infinity, or out of a `Float`'s range.
    case notFinite(String)
    /// A line has more or fewer columns than the first.
    case ragged(found: Int, expected: Int)
    /// The first line has more or fewer columns than those below it.
    case oddFirstLine(found: Int, expected: Int)
    /// There are not enough columns for features and a label.
    case tooFewColumns(found: Int, needed: Int)
    /// Pictures of a size that the number of features does not make.
    case pictureSize(Shape, found: Int)
    /// A pixel that is no brightness.
    case brightness(Double)
    /// No column is left to learn from.
    case noFeatures
    /// No line is without a gap.
    case noWholeLine
    /// A column that an option names is not there; the nearest name.
    case noColumn(String, nearest: String?, width: Int)
    /// Columns that the model was trained on and the file does not have; those that it has.
    case otherColumns(missing: [String], found: [String])
    /// The file has another number of columns than the model was trained on.
    case columnCount(found: Int, needed: Int)
    /// All labels are this one.
    case oneClass(String)
    /// Each line has a label that no other line has; the first of them.
    case labelOnEachLine(String)
    /// Labels are whole numbers too large to be told apart.
    case hugeLabels
    /// A label is a word where others have fractions.
    case wordAmongNumbers(String)
    /// There are more different labels than can be classes; whether they are numbers.
    case tooManyClasses(limit: Int, numeric: Bool)
    /// A quoted cell does not end.
    case openQuote
    /// A quoted cell goes on after its end.
    case textAfterQuote
    /// A cell is longer than is taken; in bytes.
    case longCell(limit: Int)
    /// The table has more values than are taken.
    case tooManyValues(limit: Int)
    /// The table has more columns than are taken.
    case tooManyColumns(limit: Int)
    /// What stands behind the path is no option, or not with this value.
    case option(String)
  }

  /// What is wrong with a picture.
  public enum PNGProblem: Equatable, Sendable {
    /// It does not begin as a PNG file does.
    case notPNG(firstBytes: [UInt8])
    /// It has no row or no column.
    case noPixels(width: Int, height: Int)
    /// A side has more pixels than are taken.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// Its pixels are of a kind that the format does not have.
    case unknownForm(depth: Int, color: Int)
    /// It is cut off, or was changed on the way.
    case damaged(String)
    /// Nothing in it can be told from its ground.
    case oneColour
  }

  /// What is wrong with a line of strokes.
  public enum StrokesProblem: Equatable, Sendable {
    /// The JSON is broken or of another form: what should stand there, and what does.
    case expected(String, found: String)
    /// The drawing has no point.
    case noStrokes
    /// A coordinate that no picture has.
    case notFinite(String)
    /// A coordinate so far out that nothing else would be seen.
    case tooFar(String)
    /// The drawing has more points than are taken.
    case tooManyPoints(limit: Int)
    /// A label that is no class number.
    case label(String)
    /// The file has no drawing.
    case empty
  }
}
