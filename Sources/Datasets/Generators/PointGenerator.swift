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
  public var recipe: PointRecipe {
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
}
