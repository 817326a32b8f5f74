import CKernels

/// The rule by which a gradient g moves a parameter w, with learning rate η. Definitions are PyTorch's.
public enum Optimizer: String, Codable, CaseIterable, Sendable {
  /// Stochastic gradient descent: w ← w − η g (Robbins and Monro 1951).
  case sgd
  /// v ← 0.9 v + g, w ← w − η v (Polyak 1964).
  case momentum
  /// v ← 0.9 v + g, w ← w − η (g + 0.9 v) (Nesterov 1983, in the form of Sutskever and others 2013).
  case nesterov
  /// s ← s + g², w ← w − η g ∕ (√s + 10⁻¹⁰) (Duchi and others 2011).
  case adagrad
  /// s ← 0.99 s + 0.01 g², w ← w − η g ∕ (√s + 10⁻⁸) (Tieleman and Hinton 2012).
  case rmsprop
  /// m ← 0.9 m + 0.1 g, v ← 0.999 v + 0.001 g², w ← w − η m̂ ∕ (√v̂ + 10⁻⁸) with m̂ = m ∕ (1 − 0.9ᵗ),
  /// v̂ = v ∕ (1 − 0.999ᵗ) (Kingma and Ba 2015).
  case adam
  /// w ← w − 0.01 η w before ``adam``'s step, weights and biases alike (Loshchilov and Hutter 2019).
  case adamW

  /// The rule in one line of mathematics, to be shown to a reader.
  public var formula: String {
    switch self {
    case .sgd: "w ← w − η g"
    case .momentum: "v ← 0.9 v + g, w ← w − η v"
    case .nesterov: "v ← 0.9 v + g, w ← w − η (g + 0.9 v)"
    case .adagrad: "s ← s + g², w ← w − η g / √s"
    case .rmsprop: "s ← 0.99 s + 0.01 g², w ← w − η g / √s"
    case .adam: "m ← 0.9 m + 0.1 g, v ← 0.999 v + 0.001 g², w ← w − η m̂ / √v̂"
    case .adamW: "adam, and w ← w − 0.01 η w"
    }
  }
}

extension Optimizer {
  /// The optimiser whose memory this one shares: momentum for nesterov, adam for adamW, else itself.
  public var family: Optimizer {
    switch self {
    case .sgd, .adagrad, .rmsprop: self
    case .momentum, .nesterov: .momentum
    case .adam, .adamW: .adam
    }
  }

  /// Whether it remembers gradients.
  public var keepsM: Bool { ck_optimizer_keeps_m(kernel) != 0 }

  /// Whether it remembers their squares.
  public var keepsV: Bool { ck_optimizer_keeps_v(kernel) != 0 }

  /// The same optimiser as the C kernels name it.
  var kernel: ck_optimizer {
    switch self {
    case .sgd: .sgd
    case .momentum: .momentum
    case .nesterov: .nesterov
    case .adagrad: .adagrad
    case .rmsprop: .rmsprop
    case .adam: .adam
    case .adamW: .adamW
    }
  }
}
