import Glibc

/// A drawing of a data set: its idea, not a sample of it.
public enum DatasetIcon: String, CaseIterable, Hashable, Sendable {
  case circle, xor, gauss, spiral, moons, checkerboard, rings3
  case gateAnd = "gate-and"
  case gateOr = "gate-or"
  case gateXor = "gate-xor"
  case plane
  case multiGauss = "multi-gauss"
  case curveSine = "curve-sine"
  case curveStep = "curve-step"
  case curveBump = "curve-bump"

  /// What stands at a place of the drawing.
  enum Ink: Hashable {
    case negative, positive
    /// A third class.
    case third
  }

  /// The class at (u, v), both −1 … +1 with v upwards; `nil` where the drawing is empty.
  func ink(u: Double, v: Double) -> Ink? {
    let radius = hypot(u, v)
    switch self {
    case .circle: return radius < 0.46 ? .positive : 0.66 < radius && radius < 0.98 ? .negative : nil
    case .xor: return min(abs(u), abs(v)) < 0.08 ? nil : u * v > 0 ? .positive : .negative
    case .gauss:
      return hypot(u - 0.45, v - 0.45) < 0.52 ? .positive : hypot(u + 0.45, v + 0.45) < 0.52 ? .negative : nil
    case .spiral: return DatasetIcon.spiral(u, v, radius)
    case .moons:
      if v > -0.2, abs(hypot(u + 0.32, v + 0.2) - 0.6) < 0.11 { return .positive }
      return v < 0.2 && abs(hypot(u - 0.32, v - 0.2) - 0.6) < 0.11 ? .negative : nil
    case .checkerboard: return (Int((u + 1) * 2) + Int((v + 1) * 2)) % 2 == 1 ? .positive : .negative
    case .rings3:
      if radius < 0.28 { return .positive }
      if 0.44 < radius, radius < 0.62 { return .negative }
      return 0.8 < radius && radius < 0.99 ? .third : nil
    case .gateAnd: return DatasetIcon.corner(u, v) { $0 && $1 }
    case .gateOr: return DatasetIcon.corner(u, v) { $0 || $1 }
    case .gateXor: return DatasetIcon.corner(u, v) { $0 != $1 }
    case .plane: return abs(u + v) < 0.5 || max(abs(u), abs(v)) > 0.9 ? nil : u + v > 0 ? .positive : .negative
    case .multiGauss:
      let hills: [(Double, Double, Ink)] = [
        (-0.6, 0.4, .positive), (0, 0.4, .negative), (0.6, 0.4, .positive),
        (-0.6, -0.4, .negative), (0, -0.4, .positive), (0.6, -0.4, .negative),
      ]
      return hills.first { hypot(u - $0.0, v - $0.1) < 0.27 }?.2
    case .curveSine: return DatasetIcon.line(v, at: 0.7 * sin(Double.pi * u), slope: 2.2 * abs(cos(Double.pi * u)))
    case .curveStep:
      if abs(u) < 0.07, abs(v) < 0.6 { return .positive }
      return DatasetIcon.line(v, at: u < 0 ? -0.55 : 0.55, slope: 0)
    case .curveBump:
      let bump = exp(-u * u * 8)
      return DatasetIcon.line(v, at: 1.3 * bump - 0.65, slope: 20 * abs(u) * bump)
    }
  }

  /// Whether the drawing is a line, drawn dot by dot, rather than an area in every second dot of a lattice.
  var isLine: Bool {
    switch self {
    case .spiral, .moons, .curveSine, .curveStep, .curveBump: true
    case .circle, .xor, .gauss, .checkerboard, .rings3, .gateAnd, .gateOr, .gateXor, .plane, .multiGauss: false
    }
  }

  /// Two arms, each growing by its angle, half a turn apart.
  private static func spiral(_ u: Double, _ v: Double, _ radius: Double) -> Ink? {
    let angle = atan2(u, v)
    for (ink, offset) in [(Ink.positive, 0), (.negative, Double.pi)] {
      let turned = (angle - offset + 4 * Double.pi).truncatingRemainder(dividingBy: 2 * Double.pi)
      for round in 0..<2 {
        let arm = (turned + 2 * Double.pi * Double(round)) / (2.4 * Double.pi)
        if abs(radius - arm) < 0.11, arm < 1.05 { return ink }
      }
    }
    return nil
  }

  /// The four rows of a truth table as four discs.
  private static func corner(_ u: Double, _ v: Double, _ gate: (Bool, Bool) -> Bool) -> Ink? {
    guard hypot(abs(u) - 0.6, abs(v) - 0.6) < 0.34 else { return nil }
    return gate(u > 0, v > 0) ? .positive : .negative
  }

  /// A curve through height `height`, thicker where it is steep so that it stays whole.
  private static func line(_ v: Double, at height: Double, slope: Double) -> Ink? {
    abs(v - height) < 0.1 * (1 + slope * slope).squareRoot() ? .positive : nil
  }
}
