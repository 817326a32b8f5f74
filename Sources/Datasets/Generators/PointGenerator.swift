import NeuralEngine

/// The data sets that are made, not read: points on a plane, truth tables, and curves on a line.
public enum PointGenerator: String, CaseIterable, Codable, Sendable {
  /// A disc (+) in a ring (−).
  case circle
  /// Four quadrants, opposite ones alike.
  case xor
  /// Two round clouds.
  case gauss
  /// Two arms wound about each other.
  case spiral
  /// Two half circles that reach into each other.
  case moons
  /// Four by four squares in turn.
  case checkerboard
  /// Three rings, three classes.
  case rings3
  /// The truth table of AND.
  case gateAnd = "gate-and"
  /// The truth table of OR.
  case gateOr = "gate-or"
  /// The truth table of exclusive OR.
  case gateXor = "gate-xor"
  /// A slope to predict: TensorFlow Playground's `reg-plane`.
  case plane
  /// Hills and hollows to predict: TensorFlow Playground's `reg-gauss`.
  case multiGauss = "multi-gauss"
  /// A sine wave over one number.
  case curveSine = "curve-sine"
  /// A step over one number.
  case curveStep = "curve-step"
  /// A bell over one number.
  case curveBump = "curve-bump"

  /// Everything else there is to know of the set, each row beside its generator.
  private var recipe: PointRecipe {
    switch self {
    case .circle: .circle
    case .xor: .xor
    case .gauss: .gauss
    case .spiral: .spiral
    case .moons: .moons
    case .checkerboard: .checkerboard
    case .rings3: .rings3
    case .gateAnd: .gateAnd
    case .gateOr: .gateOr
    case .gateXor: .gateXor
    case .plane: .plane
    case .multiGauss: .multiGauss
    case .curveSine: .curveSine
    case .curveStep: .curveStep
    case .curveBump: .curveBump
    }
  }

  /// What the set is, in one sentence.
  public var summary: String { recipe.summary }

  /// What the labels mean.
  public var kind: LabelKind { recipe.kind }

  /// 1 for the curves, else 2.
  public var dimensions: Int { recipe.dimensions }

  /// How many samples there are unless the experiment says otherwise.
  public var defaultCount: Int { recipe.count }

  /// Whether this is a truth table: four rows, all for training, never shuffled; count, noise and ratio mean nothing.
  public var isTruthTable: Bool { recipe.isTruthTable }

  /// The set's idea as a small drawing.
  public var sketch: PointSketch { recipe.sketch }

  /// Makes the set: draws the points, shuffles them, and leaves `random` where the network's weights are drawn next.
  ///
  /// - Parameters:
  ///   - count: how many samples; ignored by truth tables, which draw nothing at all.
  ///   - noise: 0…80, in per cent; what it does is said with each generator.
  ///   - trainRatio: the share of the samples that is for training; 1 leaves no test set.
  ///   - random: the stream to draw from, as TensorFlow Playground draws: points, then the shuffle.
  public func generate(
    count: Int, noise: Double, trainRatio: Double, using random: inout SeededRandom
  ) -> PointSet {
    var points = recipe.draw(max(count, 0), noise / 100, &random)
    if isTruthTable {
      return PointSet(points: points, trainCount: points.count, kind: kind)
    }
    random.shuffle(&points)
    let trainCount = Self.trainCount(of: points.count, ratio: trainRatio)
    return PointSet(points: points, trainCount: trainCount, kind: kind, dimensions: dimensions)
  }

  /// ⌊count · ratio⌋, where a ratio such as 0.57 counts as the decimal it was written as: of 500 it takes 285.
  private static func trainCount(of count: Int, ratio: Double) -> Int {
    let roundingSlack = 1e-9
    return Int((Double(count) * min(max(ratio, 0), 1) + roundingSlack).rounded(.down))
  }
}
