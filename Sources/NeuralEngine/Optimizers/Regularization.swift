/// What pulls weights towards zero, so that a network does not fit the noise. Biases are never pulled.
public enum Regularization: String, Codable, CaseIterable, Sendable {
  /// Nothing.
  case none
  /// rate · Σ |w|, in TensorFlow Playground's form: after the optimiser's step gives w′, w″ = w′ − η rate sign(w), with
  /// the sign of the weight before the step; a weight that would change its sign by this (w′ w″ < 0) becomes a dead
  /// link: 0, never updated again.
  case l1
  /// rate · ½ Σ w²: adds rate · w to the gradient.
  case l2

  /// The penalty in one line of mathematics, to be shown to a reader.
  public var formula: String {
    switch self {
    case .none: "0"
    case .l1: "λ Σ |w|"
    case .l2: "½ λ Σ w²"
    }
  }
}
