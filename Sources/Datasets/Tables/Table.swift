import NeuralEngine

/// Samples from a file of rows: features as numbers, and what is to be predicted from them.
public struct Table: Equatable, Sendable {
  /// Which columns of the file they are.
  public private(set) var layout: TableLayout
  /// How many samples there are.
  public let rowCount: Int
  /// [rowCount × features], row-major; not a number where a value is missing and a mean is to stand for it.
  public private(set) var features: [Float]
  /// What is to be predicted.
  public let targets: Targets
  /// How a row lies as a picture; nil for numbers that lie nowhere.
  public let picture: Shape?
  /// What was inferred about the file, in a sentence; nil where nothing was.
  public let account: String?
  /// Whether values may be missing, which means are to stand for.
  private var hasGaps: Bool

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
  public let featureCount: Int

  /// What the labels mean: two classes are `.binary`, the first of them standing for −1.
  public var kind: LabelKind {
    switch targets {
    case .classes(_, let names): names.count == 2 ? .binary : .classes(names.count)
    case .values, .none: .regression
    }
  }

  init(
    layout: TableLayout, rowCount: Int, features: [Float], targets: Targets, picture: Shape?, hasGaps: Bool,
    account: String?
  ) {
    self.layout = layout
    featureCount = layout.features.reduce(0) { $0 + $1.inputCount }
    self.rowCount = rowCount
    self.features = features
    self.targets = targets
    self.picture = picture
    self.account = account
    self.hasGaps = hasGaps
  }

  /// The table with the mean of each feature over some rows, those that are trained on, where a value is missing; the
  /// layout keeps the means for who asks the model.
  public func filled(from rows: some Sequence<Int>) -> Table {
    guard hasGaps else { return self }
    let width = featureCount
    var sums = [Double](repeating: 0, count: width)
    var counts = [Double](repeating: 0, count: width)
    for row in rows {
      for input in 0..<width {
        let value = features[row * width + input]
        guard !value.isNaN else { continue }
        sums[input] += Double(value)
        counts[input] += 1
      }
    }
    let means = zip(sums, counts).map { $0 / max($1, 1) }
    var table = self
    table.hasGaps = false
    for place in features.indices where features[place].isNaN { table.features[place] = Float(means[place % width]) }
    var first = 0
    for index in layout.features.indices {
      let count = layout.features[index].inputCount
      table.layout.features[index].filling = Array(means[first..<first + count])
      first += count
    }
    return table
  }
}
