import NeuralEngine
import Words

/// Where a table lies and how it is to be taken: a path, and behind it what the file alone does not say.
///
/// `PATH#label=species#without=id,name#missing=mean`; each option is there once at most, in any order.
public struct TableSource: Hashable, Sendable {
  /// The file; `-` for standard input.
  public var path: String
  /// The column to be predicted; nil: the one that is called so, else the last.
  public var label: LabelChoice?
  /// Columns to leave out, by name or number.
  public var without: [String] = []
  /// Columns to keep that would be left out, by name or number.
  public var with: [String] = []
  /// What the labels are; nil: what they look like.
  public var labelKind: LabelReading?
  /// Whether the first line names the columns; nil: what it looks like.
  public var hasHeader: Bool?
  /// What becomes of lines where a value is missing; nil: they are left out, unless that would be most of them.
  public var missing: MissingValues?
  /// What stands for a missing value beside the usual words: -999.
  public var gaps: [String] = []
  /// The last so many columns are the target vector, and nothing is inferred: every column is taken as it stands.
  public var targetCount: Int?
  /// A row is a picture: channel after channel, row after row; nil for numbers that lie nowhere.
  public var pixels: Shape?

  /// Whether its rows are pictures that can be shown, each of a class.
  public var holdsPictures: Bool {
    pixels.map { [1, 3].contains($0.channels) } == true && targetCount == nil && labelKind != .number
  }

  /// Whether every column but those to be predicted is an input as it stands.
  var takesAllColumns: Bool { targetCount != nil || pixels != nil }

  /// Which column is to be predicted.
  public enum LabelChoice: Hashable, Sendable {
    case first
    case last
    /// By its name, or by its number, counted from 1.
    case column(String)
  }

  /// What labels are taken for.
  public enum LabelReading: String, Hashable, Sendable {
    case classes
    case number
  }

  /// What becomes of lines where a feature's value is missing.
  public enum MissingValues: String, Hashable, Sendable {
    /// The line is left out.
    case drop
    /// The mean of the column stands in its place.
    case mean
  }

  /// A table by its path, and how many columns are its target vector.
  public init(path: String, targetCount: Int? = nil) {
    self.path = path
    self.targetCount = targetCount
  }

  /// Reads what follows `csv:` in an experiment.
  ///
  /// - Throws: `DatasetError.table` for an option that there is not, or a value that it does not take.
  public init(_ text: String) throws(DatasetError) {
    self.init(path: DataFolders.inHome(text))
    // From the end: a path may contain anything, an option named twice included.
    var seen: Set<TableOption> = []
    while let mark = path.lastIndex(of: TableOption.mark) {
      let words = path[path.index(after: mark)...].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(words[0])
      let value = words.count > 1 ? String(words[1]) : nil
      let file = String(path[..<mark])
      guard let option = TableOption(rawValue: name), option.takesValue == (value != nil) else {
        // What looks like an option and is none is a slip of the pen, not a part of a name.
        guard value == nil || !name.allSatisfy(\.isLetter), TableOption(rawValue: name) == nil else {
          throw .table(.init(file: file), .option("\(TableOption.mark)\(words.joined(separator: "="))"))
        }
        return
      }
      guard seen.insert(option).inserted else { return }
      guard take(option, value ?? "") else {
        throw .table(.init(file: file), .option("\(TableOption.mark)\(words.joined(separator: "="))"))
      }
      path = file
    }
  }

  private mutating func take(_ option: TableOption, _ value: String) -> Bool {
    switch option {
    case .label:
      switch value {
      case "": return false
      case "first": label = .first
      case "last": label = .last
      case _: label = .column(value)
      }
    case .without: without = Self.list(value)
    case .with: with = Self.list(value)
    case .classes: labelKind = .classes
    case .number: labelKind = .number
    case .header: hasHeader = true
    case .noheader: hasHeader = false
    case .missing:
      guard let choice = MissingValues(rawValue: value) else { return false }
      missing = choice
    case .gap: gaps = Self.list(value)
    case .targets:
      guard let count = Int(value), count > 0 else { return false }
      targetCount = count
    case .pixels:
      guard let shape = Self.picture(value) else { return false }
      pixels = shape
    }
    return true
  }

  /// The longest side, and the most channels, of a picture in a row.
  private static let longestSide = 4096

  /// `28x28` rows and columns of one channel, or `3x12x14` channels, rows and columns.
  private static func picture(_ value: String) -> Shape? {
    let sides = value.replacing("×", with: "x").split(separator: "x", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    guard (2...3).contains(sides.count), sides.allSatisfy((1...longestSide).contains) else { return nil }
    return Shape(
      channels: sides.count == 3 ? sides[0] : 1, rows: sides[sides.count - 2], columns: sides[sides.count - 1])
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ",").map { String($0.trimmingBlanks) }
  }
}

/// What may stand behind a table's path.
enum TableOption: String, CaseIterable {
  case label, without, with, classes, number, header, noheader, missing, gap, targets, pixels

  /// What parts an option from what stands before it.
  static let mark: Character = "#"
  /// All of them as they are written.
  static let forms =
    "#label=NAME|first|last|N, #without=NAME,…, #with=NAME,…, #classes or #number, #header or #noheader, "
    + "#missing=drop|mean, #gap=-999,…, #targets=K and #pixels=ROWSxCOLUMNS or CHANNELSxROWSxCOLUMNS"

  var takesValue: Bool {
    switch self {
    case .label, .without, .with, .missing, .gap, .targets, .pixels: true
    case .classes, .number, .header, .noheader: false
    }
  }
}

extension Shape {
  /// The sides as `#pixels=` has them: `28x28`, `3x12x14`.
  var sides: String {
    (channels == 1 ? [rows, columns] : [channels, rows, columns]).map(String.init).joined(separator: "x")
  }
}

extension TableSource: CustomStringConvertible {
  /// The source as it is written after `csv:`.
  public var description: String {
    var text = path
    func add(_ option: TableOption, _ value: String? = nil) {
      text += "\(TableOption.mark)\(option.rawValue)" + (value.map { "=\($0)" } ?? "")
    }
    switch label {
    case .first?: add(.label, "first")
    case .last?: add(.label, "last")
    case .column(let name)?: add(.label, name)
    case nil: break
    }
    if !without.isEmpty { add(.without, without.joined(separator: ",")) }
    if !with.isEmpty { add(.with, with.joined(separator: ",")) }
    switch labelKind {
    case .classes?: add(.classes)
    case .number?: add(.number)
    case nil: break
    }
    if let hasHeader { add(hasHeader ? .header : .noheader) }
    if let missing { add(.missing, missing.rawValue) }
    if !gaps.isEmpty { add(.gap, gaps.joined(separator: ",")) }
    if let targetCount { add(.targets, "\(targetCount)") }
    if let pixels { add(.pixels, pixels.sides) }
    return text
  }
}
