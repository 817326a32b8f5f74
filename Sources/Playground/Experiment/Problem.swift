import Datasets

/// What a network is to do with the data.
public enum Problem: Hashable, Sendable {
  /// To tell classes apart.
  case classification(classes: Int)
  /// To predict numbers, `targets` of them for each sample.
  case regression(targets: Int)

  /// The number of classes; nil for regression.
  public var classCount: Int? {
    switch self {
    case .classification(let classes): classes
    case .regression: nil
    }
  }

  /// What the labels are, in words.
  var words: String {
    switch self {
    case .classification(let classes): "\(classes) classes"
    case .regression(let targets): targets == 1 ? "a number to predict" : "\(targets) numbers to predict"
    }
  }

  /// The problem that labels of a kind pose.
  public init(_ kind: LabelKind) {
    self = kind.classCount.map(Problem.classification) ?? .regression(targets: 1)
  }
}

extension Dataset {
  /// What the data ask of a network, as far as it is known before they are read; nil for files of one's own.
  public var problem: Problem? {
    switch self {
    case .points, .formula: recipe.map { Problem($0.kind) }
    case .images(let selection): .classification(classes: selection.classNames.count)
    case .table, .idx: nil
    }
  }

  /// Whether the samples are pictures.
  public var isImages: Bool {
    switch self {
    case .images, .idx: true
    case .table(let source): source.holdsPictures
    case .points, .formula: false
    }
  }
}
