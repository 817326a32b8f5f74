/// How the first weights are drawn.
///
/// One number is drawn for every weight in the order layer, unit, source, whatever the initialiser (``zero`` draws and
/// throws away), so that what is drawn afterwards does not depend on it.
public enum Initializer: String, Codable, CaseIterable, Sendable {
  /// u − ½ with u uniform in [0, 1), biases 0.1: TensorFlow Playground's.
  case uniform
  /// Uniform in ±√(6 ∕ (sources + units)), biases 0 (Glorot and Bengio 2010).
  case xavier
  /// Uniform in ±√(6 ∕ sources), biases 0: variance 2 ∕ sources (He and others 2015).
  case he
  /// Weights and biases 0: TensorFlow Playground's `initZero`.
  case zero

  /// The number by which 2u − 1 is multiplied to give a weight.
  func halfWidth(sources: Int, units: Int) -> Double {
    switch self {
    case .uniform: 0.5
    case .xavier: (6 / Double(sources + units)).squareRoot()
    case .he: (6 / Double(sources)).squareRoot()
    case .zero: 0
    }
  }

  /// What every bias is at first.
  var bias: Float {
    switch self {
    case .uniform: 0.1
    case .xavier, .he, .zero: 0
    }
  }
}
