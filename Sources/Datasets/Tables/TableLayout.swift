/// Which columns of a file are features, how each becomes numbers, and which are to be predicted.
///
/// A model keeps it, so that a file whose columns stand in another order is read by their names.
public struct TableLayout: Equatable, Codable, Sendable {
  /// How many columns the file has.
  public var width: Int
  /// Whether the file names its columns; else they are called x1, x2, … y.
  public var isNamed: Bool
  /// The features, in the order of the network's inputs.
  public var features: [TableColumn]
  /// What is to be predicted.
  public var targets: [TableColumn]
  /// What stands for a missing value beside the usual words; nil for nothing.
  public var gaps: [String]?

  /// The columns of points on a plane or a line, as `data export` writes them.
  public static func points(dimensions: Int) -> TableLayout {
    let names = ["x1", "x2"].prefix(dimensions)
    return TableLayout(
      width: dimensions + 1, isNamed: false,
      features: names.enumerated().map { TableColumn(name: $1, place: $0, reading: .number) },
      targets: [TableColumn(name: "label", place: dimensions, reading: .number)])
  }

  /// A layout, part by part.
  public init(
    width: Int, isNamed: Bool, features: [TableColumn], targets: [TableColumn], gaps: [String]? = nil
  ) {
    self.width = width
    self.isNamed = isNamed
    self.features = features
    self.targets = targets
    self.gaps = gaps
  }

  /// Whether a file can have such columns: what a saved model claims may be anything.
  public var isSound: Bool {
    width > 0 && !features.isEmpty
      && (features + targets).allSatisfy { column in
        (0..<width).contains(column.place) && column.inputCount > 0
          && (column.filling.map { $0.count == column.inputCount && $0.allSatisfy(\.isFinite) } ?? true)
      }
  }

  /// What the inputs are called: a column's name, or `colour=red` for a word of it.
  public var inputNames: [String] { features.flatMap(\.inputNames) }
}

/// A column and how it becomes numbers.
public struct TableColumn: Equatable, Codable, Sendable {
  /// How cells become numbers.
  public enum Reading: Equatable, Codable, Sendable {
    /// As they stand.
    case number
    /// Dates as years: 1949-07 is 1949.5.
    case date
    /// The same of dates that begin with the day.
    case dayFirstDate
    /// The same of dates that begin with the month.
    case monthFirstDate
    /// One of some words: an input for each that is 1 where it stands, or just one for the second of two.
    case words([String])
  }

  /// What the header calls it.
  public var name: String
  /// Where it stands, counted from 0.
  public var place: Int
  /// How its cells become numbers.
  public var reading: Reading
  /// What stands for a missing value, a number for each input; nil where none may be missing.
  public var filling: [Double]?

  /// A column, part by part.
  public init(name: String, place: Int, reading: Reading, filling: [Double]? = nil) {
    self.name = name
    self.place = place
    self.reading = reading
    self.filling = filling
  }

  /// Whether its cells are words.
  public var isOfWords: Bool {
    switch reading {
    case .words: true
    case .number, .date, .dayFirstDate, .monthFirstDate: false
    }
  }

  /// In which order its dates stand; nil for a column of none.
  var dateOrder: DateOrder? {
    switch reading {
    case .date: .yearFirst
    case .dayFirstDate: .dayFirst
    case .monthFirstDate: .monthFirst
    case .number, .words: nil
    }
  }

  /// How many inputs it makes.
  public var inputCount: Int {
    switch reading {
    case .number, .date, .dayFirstDate, .monthFirstDate: 1
    case .words(let words): words.count == 2 ? 1 : words.count
    }
  }

  /// What the inputs are called.
  public var inputNames: [String] {
    switch reading {
    case .number, .date, .dayFirstDate, .monthFirstDate: [name]
    case .words(let words): (words.count == 2 ? [words[1]] : words).map { "\(name)=\($0)" }
    }
  }
}

extension TableColumn.Reading {
  /// How dates of an order are read.
  init(_ order: DateOrder) {
    switch order {
    case .yearFirst: self = .date
    case .dayFirst: self = .dayFirstDate
    case .monthFirst: self = .monthFirstDate
    }
  }
}
