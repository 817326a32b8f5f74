import CKernels

/// What a unit does with its pre-activation z to give its output a.
///
/// Every activation works on one unit at a time, except ``softmax``, which needs its whole layer and stands at the
/// output only. Each one is computed so that it stays finite for |z| up to 10⁴ and beyond.
public enum Activation: String, Codable, CaseIterable, Sendable {
  /// Heaviside's step: 1 for z ≥ 0, else 0. Its derivative is 0, so that only the perceptron's rule can train it
  /// (McCulloch and Pitts 1943, Rosenblatt 1957).
  case step
  /// a = z.
  case linear
  /// The logistic function 1 ∕ (1 + e⁻ᶻ), in (0, 1).
  case sigmoid
  /// The hyperbolic tangent, in (−1, 1).
  case tanh
  /// max(0, z) (Nair and Hinton 2010).
  case relu
  /// z for z > 0, else αz with one slope α given for all layers, ``leakySlope`` unless said (Maas and others 2013).
  case leakyReLU
  /// z for z > 0, else αz with one slope α learnt for each layer, 0.25 at first (He and others 2015).
  case prelu
  /// z for z > 0, else eᶻ − 1 (Clevert and others 2016, α = 1).
  case elu
  /// z · sigmoid(z), also called SiLU (Ramachandran and others 2017).
  case swish
  /// ln(1 + eᶻ), a smooth relu (Dugas and others 2001).
  case softplus
  /// z · Φ(z) with the normal distribution's exact Φ(z) = ½ (1 + erf(z ∕ √2)) (Hendrycks and Gimpel 2016).
  case gelu
  /// aᵢ = e^zᵢ ∕ Σⱼ e^zⱼ over the layer: probabilities of classes (Bridle 1990). Output layers only.
  case softmax

  /// The slope of ``leakyReLU`` where none is said.
  public static let leakySlope = 0.1

  /// The slope with which every ``prelu`` layer starts.
  public static let firstSlope = 0.25

  /// The activation in one line of mathematics, to be shown to a reader.
  public var formula: String { formula(leakySlope: "\(Self.leakySlope)") }

  /// The same with another slope.
  ///
  /// - Parameter leakySlope: α of ``leakyReLU``, as it is to be written.
  public func formula(leakySlope: String) -> String {
    switch self {
    case .step: "1 if z ≥ 0, else 0"
    case .linear: "z"
    case .sigmoid: "1 / (1 + e⁻ᶻ)"
    case .tanh: "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)"
    case .relu: "max(0, z)"
    case .leakyReLU: "z if z > 0, else \(leakySlope) z"
    case .prelu: "z if z > 0, else α z, α learnt"
    case .elu: "z if z > 0, else eᶻ − 1"
    case .swish: "z / (1 + e⁻ᶻ)"
    case .softplus: "ln(1 + eᶻ)"
    case .gelu: "z Φ(z), Φ = ½ (1 + erf(z / √2))"
    case .softmax: "eᶻ / Σ eᶻ over the layer"
    }
  }

  /// Between which values a lies, ends that are only approached counted in.
  public var range: ClosedRange<Double> {
    switch self {
    case .step, .sigmoid, .softmax: 0...1
    case .tanh: -1...1
    case .linear, .leakyReLU, .prelu: -.infinity ... .infinity
    case .relu, .softplus: 0 ... .infinity
    case .elu: -1 ... .infinity
    // The lowest points, at z = −1.278 and z = −0.752.
    case .swish: -0.278_464_542_761_074 ... .infinity
    case .gelu: -0.169_971_207_479_281 ... .infinity
    }
  }

  /// Whether a is a share of 1: a probability, or a yes or no.
  public var isShare: Bool { range == 0...1 }

  /// Whether the layer learns a slope of its own: ``prelu`` alone.
  public var hasLearntSlope: Bool { self == .prelu }
}

extension Activation {
  /// The same activation as the C kernels name it.
  var kernel: ck_activation {
    switch self {
    case .step: .step
    case .linear: .linear
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .relu: .relu
    case .leakyReLU: .leakyReLU
    case .prelu: .prelu
    case .elu: .elu
    case .swish: .swish
    case .softplus: .softplus
    case .gelu: .gelu
    case .softmax: .softmax
    }
  }
}
