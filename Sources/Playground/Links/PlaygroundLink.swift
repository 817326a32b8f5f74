import Datasets
import NeuralEngine

/// The state that a link of TensorFlow Playground carries behind its `#`, as the page understands it.
///
/// Reading follows the page to its quirks; writing gives the link that the page itself would write.
public struct PlaygroundLink: Equatable, Sendable {
  /// The two kinds of problem of the page.
  public enum Kind: String, Sendable {
    case classification, regression
  }

  /// The hidden layers' activation.
  public var activation = Activation.tanh
  /// The penalty.
  public var regularization = Regularization.none
  /// Samples between two updates, as the link has it.
  public var batchSize = 10.0
  /// The data set for classification.
  public var dataset = PointGenerator.circle
  /// The data set for regression.
  public var regressionDataset = PointGenerator.plane
  /// The learning rate, as the link has it.
  public var learningRate = 0.03
  /// How strong the penalty is.
  public var regularizationRate = 0.0
  /// Per cent, 0…80.
  public var noise = 0.0
  /// Units of each hidden layer; any number that the link has.
  public var networkShape = [4.0, 2.0]
  /// The seed's text; nil where the link has none and the page would draw one.
  public var seed: String?
  /// Whether test points are shown.
  public var showTestData = false
  /// Whether maps show two colours only.
  public var discretize = false
  /// Per cent of the samples that are for training.
  public var percTrainData = 50.0
  /// The switches of the inputs, `cosX` and `cosY` among them, which are in links and do nothing.
  public var inputs: Set<String> = ["x", "y"]
  /// Whether the page counts its visitors.
  public var collectStats = false
  /// The tutorial named, if any.
  public var tutorial: String?
  /// Which of the two data sets counts.
  public var problem = Kind.classification
  /// Whether all weights begin at 0.
  public var initZero = false
  /// Whether the page's article is hidden.
  public var hideText = false
  /// The keys that end in `_hide`, without that ending, in the order of the link, and whether they hide.
  public var hideKeys: [HideKey] = []
  /// What the link says and the page, or this program, cannot use: a sentence each.
  public var notes: [String] = []

  /// A key that hides a control of the page.
  public struct HideKey: Equatable, Sendable {
    /// The page's name of the control.
    public var control: String
    /// Whether it is hidden; only the exact text "true" hides.
    public var hides: Bool
  }

  /// The page's opening state.
  public init() {}

  /// The controls that the link hides, by the page's names.
  public var hiddenControls: [String] { hideKeys.filter(\.hides).map(\.control) }

  /// The page's names of the inputs, in the order in which links have them, with the features they stand for.
  static let inputNames: [(name: String, feature: Feature?)] = [
    ("x", .x1), ("y", .x2), ("xTimesY", .product), ("xSquared", .x1Squared), ("ySquared", .x2Squared), ("cosX", nil),
    ("sinX", .sinX1), ("cosY", nil), ("sinY", .sinX2),
  ]

  /// The page's name of the input that a feature stands for.
  public static func pageName(of feature: Feature) -> String? { inputNames.first { $0.feature == feature }?.name }

  static let activations: [Activation] = [.relu, .tanh, .sigmoid, .linear]
  static let regularizations: [(name: String, value: Regularization)] = [("none", .none), ("L1", .l1), ("L2", .l2)]
  static let datasets: [PointGenerator] = [.circle, .xor, .gauss, .spiral]
  static let regressionDatasets: [(name: String, value: PointGenerator)] = [
    ("reg-plane", .plane), ("reg-gauss", .multiGauss),
  ]

  /// The features that the network is shown: those switched on, less those whose switch is hidden.
  public var features: [Feature] {
    let hidden = Set(hiddenControls)
    return Feature.named.filter { feature in
      Self.inputNames.contains { $0.feature == feature && inputs.contains($0.name) && !hidden.contains($0.name) }
    }
  }
}

extension PlaygroundLink: CustomStringConvertible {
  /// The address of the page.
  public static let page = "https://playground.tensorflow.org/"

  /// The whole link.
  public var description: String { "\(Self.page)#\(hash)" }

  /// What stands behind `#`, in the page's order.
  public var hash: String {
    let number = JavaScriptNumber.write
    let regressionName = Self.regressionDatasets.first { $0.value == regressionDataset }?.name ?? "reg-plane"
    let penalty = Self.regularizations.first { $0.value == regularization && $0.value != .none }?.name
    let pairs: [(String, String?)] =
      [
        ("activation", activation.rawValue), ("regularization", penalty), ("batchSize", number(batchSize)),
        ("dataset", dataset.rawValue), ("regDataset", regressionName), ("learningRate", number(learningRate)),
        ("regularizationRate", number(regularizationRate)), ("noise", number(noise)),
        ("networkShape", networkShape.map(number).joined(separator: ",")), ("seed", seed),
        ("showTestData", "\(showTestData)"), ("discretize", "\(discretize)"), ("percTrainData", number(percTrainData)),
      ]
      + Self.inputNames.map { ($0.name, "\(inputs.contains($0.name))") }
      + [
        ("collectStats", "\(collectStats)"), ("tutorial", tutorial), ("problem", problem.rawValue),
        ("initZero", "\(initZero)"), ("hideText", "\(hideText)"),
      ] + hideKeys.map { ("\($0.control)_hide", "\($0.hides)") }
    return pairs.compactMap { key, value in value.map { "\(key)=\($0)" } }.joined(separator: "&")
  }
}
