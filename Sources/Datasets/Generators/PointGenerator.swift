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

  /// What the labels mean.
  public var kind: LabelKind {
    switch self {
    case .circle, .xor, .gauss, .spiral, .moons, .checkerboard, .gateAnd, .gateOr, .gateXor: .binary
    case .rings3: .classes(3)
    case .plane, .multiGauss, .curveSine, .curveStep, .curveBump: .regression
    }
  }

  /// 1 for the curves, else 2.
  public var dimensions: Int {
    switch self {
    case .curveSine, .curveStep, .curveBump: 1
    case .circle, .xor, .gauss, .spiral, .moons, .checkerboard, .rings3, .gateAnd, .gateOr, .gateXor, .plane,
      .multiGauss:
      2
    }
  }

  /// How many samples there are unless the experiment says otherwise.
  public var defaultCount: Int {
    switch self {
    case .circle, .xor, .gauss, .spiral, .moons, .checkerboard, .rings3, .curveSine, .curveStep, .curveBump: 500
    case .gateAnd, .gateOr, .gateXor: 4
    case .plane, .multiGauss: 1200
    }
  }

  /// Whether this is a truth table: four rows, all for training, never shuffled; count, noise and ratio mean nothing.
  public var isTruthTable: Bool {
    switch self {
    case .gateAnd, .gateOr, .gateXor: true
    case .circle, .xor, .gauss, .spiral, .moons, .checkerboard, .rings3, .plane, .multiGauss, .curveSine, .curveStep,
      .curveBump:
      false
    }
  }

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
    var points = draw(max(count, 0), noise: noise / 100, using: &random)
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

  private func draw(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
    switch self {
    case .circle: circlePoints(count, noise: noise, using: &random)
    case .xor: xorPoints(count, noise: noise, using: &random)
    case .gauss: gaussPoints(count, noise: noise, using: &random)
    case .spiral: spiralPoints(count, noise: noise, using: &random)
    case .moons: moonPoints(count, noise: noise, using: &random)
    case .checkerboard: checkerboardPoints(count, noise: noise, using: &random)
    case .rings3: ringPoints(count, noise: noise, using: &random)
    case .gateAnd: truthTable { $0 && $1 }
    case .gateOr: truthTable { $0 || $1 }
    case .gateXor: truthTable { $0 != $1 }
    case .plane: planePoints(count, noise: noise, using: &random)
    case .multiGauss: multiGaussPoints(count, noise: noise, using: &random)
    case .curveSine: curvePoints(count, noise: noise, using: &random, height: sineHeight)
    case .curveStep: curvePoints(count, noise: noise, using: &random, height: stepHeight)
    case .curveBump: curvePoints(count, noise: noise, using: &random, height: bumpHeight)
    }
  }
}
