import Glibc

/// A function that a formula can call by name.
public enum Function: String, CaseIterable, Sendable {
  case sin, cos, tan
  /// e to the power of x.
  case exp
  /// The logarithm to base e, and to base 10.
  case ln, log
  case sqrt, abs, tanh
  /// 1 ∕ (1 + e⁻ˣ).
  case sigmoid
  /// max(0, x).
  case relu
  /// 0 below 0, else 1.
  case step
  case min, max

  /// How many numbers it takes.
  public var operandCount: Int {
    switch self {
    case .min, .max: 2
    case .sin, .cos, .tan, .exp, .ln, .log, .sqrt, .abs, .tanh, .sigmoid, .relu, .step: 1
    }
  }

  func value(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .sin: Glibc.sin(x)
    case .cos: Glibc.cos(x)
    case .tan: Glibc.tan(x)
    case .exp: Glibc.exp(x)
    case .ln: Glibc.log(x)
    case .log: log10(x)
    case .sqrt: x.squareRoot()
    case .abs: x.magnitude
    case .tanh: Glibc.tanh(x)
    case .sigmoid: 1 / (1 + Glibc.exp(-x))
    case .relu: Swift.max(0, x)
    case .step: x < 0 ? 0 : 1
    case .min: Swift.min(x, y)
    case .max: Swift.max(x, y)
    }
  }

  /// The derivatives by the first and the second number. Where there is none, at the corners of abs and relu, it is 0; of
  /// two equals the first is the smaller, and the larger.
  func slopes(_ x: Double, _ y: Double, value: Double) -> (Double, Double) {
    switch self {
    case .sin: (Glibc.cos(x), 0)
    case .cos: (-Glibc.sin(x), 0)
    case .tan: (1 + value * value, 0)
    case .exp: (value, 0)
    case .ln: (1 / x, 0)
    case .log: (1 / (x * M_LN10), 0)
    case .sqrt: (0.5 / value, 0)
    case .abs: (x > 0 ? 1 : x < 0 ? -1 : 0, 0)
    case .tanh: (1 - value * value, 0)
    case .sigmoid: (value * (1 - value), 0)
    case .relu: (x > 0 ? 1 : 0, 0)
    case .step: (0, 0)
    case .min: x <= y ? (1, 0) : (0, 1)
    case .max: x >= y ? (1, 0) : (0, 1)
    }
  }
}
