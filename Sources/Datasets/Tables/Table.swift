/// Samples from a file of rows: features as numbers, and what is to be predicted from them.
public struct Table: Equatable, Sendable {
  /// Which columns of the file they are.
  public let layout: TableLayout
  /// How many samples there are.
  public let rowCount: Int
  /// [rowCount × features], row-major.
  public let features: [Float]
  /// What is to be predicted.
  public let targets: Targets
  /// What was inferred about the file, in a sentence; nil where nothing was.
  public let account: String?

  /// What is to be predicted.
  public enum Targets: Equatable, Sendable {
    /// An index into `names` for each row; numbers are in order of size, words in alphabetical order.
    case classes([UInt8], names: [String])
    /// [rowCount × targets], row-major.
    case values([Float])
    /// The file has features alone.
    case none
  }

  /// What the features are called: from the header, else x1, x2, …
  public var featureNames: [String] { layout.inputNames }
  /// What the targets are called: from the header, else y, or y1, y2, …
  public var targetNames: [String] { layout.targets.map(\.name) }
  /// How many features each sample has.
  public var featureCount: Int { layout.features.reduce(0) { $0 + $1.inputCount } }

  /// What the labels mean: two classes are `.binary`, the first of them standing for −1.
  public var kind: LabelKind {
    switch targets {
    case .classes(_, let names): names.count == 2 ? .binary : .classes(names.count)
    case .values, .none: .regression
    }
  }

  init(layout: TableLayout, rowCount: Int, features: [Float], targets: Targets, account: String?) {
    self.layout = layout
    self.rowCount = rowCount
    self.features = features
    self.targets = targets
    self.account = account
  }
}
