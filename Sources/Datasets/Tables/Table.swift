/// Samples from a CSV file: features that are numbers, and what is to be predicted from them.
public struct Table: Equatable, Sendable {
  /// What the features are called: from the header, else x1, x2, …
  public let featureNames: [String]
  /// What the targets are called: from the header, else y, or y1, y2, …
  public let targetNames: [String]
  /// How many samples there are.
  public let rowCount: Int
  /// [rowCount × features], row-major.
  public let features: [Float]
  /// What is to be predicted.
  public let targets: Targets

  /// What is to be predicted.
  public enum Targets: Equatable, Sendable {
    /// An index into `names` for each row; numbers are in order of size, words in alphabetical order.
    case classes([UInt8], names: [String])
    /// [rowCount × targets], row-major.
    case values([Float])
    /// The file has features alone.
    case none
  }

  /// Which columns are features.
  public enum Columns: Hashable, Sendable {
    /// All but the last, which is the label: classes if it has whole numbers or words only, else a number.
    case lastIsLabel
    /// All but the last so many, which are numbers to predict.
    case lastAreTargets(Int)
    /// The first so many; if there is one more, it is the label, and if more, they are numbers to predict.
    case firstAreFeatures(Int)
  }

  /// How many features each sample has.
  public var featureCount: Int { featureNames.count }

  /// What the labels mean: two classes are `.binary`, the first of them standing for −1.
  public var kind: LabelKind {
    switch targets {
    case .classes(_, let names): names.count == 2 ? .binary : .classes(names.count)
    case .values, .none: .regression
    }
  }

  /// Reads the table of an experiment.
  ///
  /// - Throws: `DatasetError.table` with line and column, or `.cannotRead`.
  public init(_ source: TableSource) throws(DatasetError) {
    try self.init(path: source.path, columns: source.targetCount.map(Columns.lastAreTargets) ?? .lastIsLabel)
  }

  /// Reads a file, gzipped or not, of at most 1 GiB and 50 million values; a header line is allowed.
  ///
  /// - Throws: `DatasetError.table` with line and column, or `.cannotRead`.
  public init(path: String, columns: Columns) throws(DatasetError) {
    var reader = try TableReader(ByteStream(path: path), columns: columns)
    self = try reader.read()
  }

  init(featureNames: [String], targetNames: [String], rowCount: Int, features: [Float], targets: Targets) {
    self.featureNames = featureNames
    self.targetNames = targetNames
    self.rowCount = rowCount
    self.features = features
    self.targets = targets
  }
}

extension Table.Columns {
  /// How many of `width` columns are features, nil if there are too few columns; and how many are needed.
  func features(width: Int) -> (count: Int?, needed: Int) {
    switch self {
    case .lastIsLabel: (width >= 2 ? width - 1 : nil, 2)
    case .lastAreTargets(let targets): (width > targets ? width - targets : nil, targets + 1)
    case .firstAreFeatures(let features): (width >= features ? features : nil, features)
    }
  }

  /// Whether the last of `width` columns may hold classes.
  func lastIsLabel(width: Int) -> Bool {
    switch self {
    case .lastIsLabel: true
    case .lastAreTargets: false
    case .firstAreFeatures(let features): width == features + 1
    }
  }
}
