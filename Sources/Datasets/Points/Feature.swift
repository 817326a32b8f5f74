import Glibc

/// What a network may be shown of a point; the order of the cases is the order of the inputs, whatever was chosen.
public enum Feature: String, CaseIterable, Codable, Sendable {
  /// Across.
  case x1
  /// Up.
  case x2
  /// x1 · x1.
  case x1Squared = "x1^2"
  /// x2 · x2.
  case x2Squared = "x2^2"
  /// x1 · x2.
  case product = "x1x2"
  /// sin x1, in radians.
  case sinX1 = "sin(x1)"
  /// sin x2, in radians.
  case sinX2 = "sin(x2)"

  /// The feature's value at the point (x1, x2).
  public func value(_ x1: Double, _ x2: Double) -> Double {
    switch self {
    case .x1: x1
    case .x2: x2
    case .x1Squared: x1 * x1
    case .x2Squared: x2 * x2
    case .product: x1 * x2
    case .sinX1: sin(x1)
    case .sinX2: sin(x2)
    }
  }

  /// The feature's value at a sample.
  public func value(at point: LabelledPoint) -> Double { value(point.x1, point.x2) }

  /// Whether the feature depends on x2; in a set on a line, where x2 is always 0, it then says nothing.
  public var readsX2: Bool {
    switch self {
    case .x1, .x1Squared, .sinX1: false
    case .x2, .x2Squared, .product, .sinX2: true
    }
  }
}
