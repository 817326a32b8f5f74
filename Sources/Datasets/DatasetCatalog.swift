/// All data sets by name, for lists, pickers and "did you mean".
public enum DatasetCatalog {
  /// What is to be seen of a data set.
  public enum Form: Hashable, Sendable {
    /// Points on a plane.
    case plane
    /// Points on a line.
    case line
    /// Pictures.
    case pictures
    /// Rows of a file.
    case table
  }

  /// One data set.
  public struct Entry: Hashable, Sendable {
    /// The name that `dataset` takes.
    public let name: String
    /// What it is, in one sentence.
    public let summary: String
    /// What is to be seen of it.
    public let form: Form
    /// What the labels mean; nil if only the file can tell.
    public let kind: LabelKind?
    /// How many samples there are, as published or unless said otherwise; nil if only the file can tell.
    public let samples: Samples?

    /// How many samples there are.
    public enum Samples: Hashable, Sendable {
      /// So many are drawn unless the experiment says otherwise; it decides how many are for training.
      case drawn(Int)
      /// The split is part of the set.
      case published(train: Int, test: Int)
    }
  }

  /// Every data set, in the order in which they are offered.
  public static let entries: [Entry] =
    PointGenerator.allCases.map { generator in
      let recipe = generator.recipe
      return Entry(
        name: generator.rawValue, summary: recipe.summary, form: recipe.dimensions == 1 ? .line : .plane,
        kind: recipe.kind,
        samples: recipe.isTruthTable ? .published(train: 4, test: 0) : .drawn(recipe.count))
    } + [
      Entry(
        name: "curve:FORMULA", summary: "A curve of your own to be predicted from x, such as curve:sin(2x)+x/3.",
        form: .line, kind: .regression, samples: .drawn(500)),
      Entry(
        name: "class:FORMULA", summary: "Two classes parted by a formula of your own, such as class:x1^2+x2^2<9.",
        form: .plane, kind: .binary, samples: .drawn(500)),
    ]
    + ImageSource.allCases.map { source in
      Entry(
        name: source.rawValue, summary: source.summary, form: .pictures, kind: .classes(source.classNames.count),
        samples: source.publishedCounts)
    } + [
      Entry(
        name: "idx:IMAGES,LABELS",
        summary:
          "Your own pictures in MNIST's format: EMNIST, KMNIST, QMNIST; with #transposed where they lie on their side.",
        form: .pictures, kind: nil, samples: nil),
      Entry(
        name: "csv:PATH",
        summary: "Your own table, its label the last column or #label=NAME; the README has its options.",
        form: .table, kind: nil, samples: nil),
    ]

  /// The names, in the same order.
  public static let names = entries.map(\.name)
}

extension ImageSource {
  /// What the set is, in one sentence.
  public var summary: String {
    switch self {
    case .mnist: "Handwritten digits, 28×28, gray; built in."
    case .mnistPens: "MNIST and digits of other habits, slashed, crossed and hooked, that the program writes; built in."
    case .kept: "Digits that you drew and kept, to learn from alone; the test is MNIST's."
    case .mnistAndKept: "MNIST, with the digits that you kept as a twentieth of it or more; the test is MNIST's."
    case .fashionMNIST: "Pictures of clothes, 28×28, gray; from the Debian package dataset-fashion-mnist."
    case .cifar10: "Photographs of ten things, 32×32, in colour; from CIFAR10_DIR."
    }
  }

  /// The split as published.
  var publishedCounts: DatasetCatalog.Entry.Samples? {
    switch self {
    case .mnist, .fashionMNIST: .published(train: 60_000, test: 10_000)
    case .mnistPens: .published(train: 60_000 + ImageSource.penCount, test: 10_000)
    case .kept, .mnistAndKept: nil
    case .cifar10: .published(train: 50_000, test: 10_000)
    }
  }
}
