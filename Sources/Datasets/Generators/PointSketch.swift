import Glibc

/// The idea of a data set as a small drawing, not a sample of it.
public struct PointSketch: Sendable {
  /// What stands at a place of the drawing.
  public enum Ink: Hashable, Sendable {
    case negative, positive
    /// A third class.
    case third
  }

  /// Whether the drawing is made of lines, rather than of areas.
  public let isLine: Bool
  /// The class at (u, v), both −1…+1 with v upwards; nil where the drawing is empty.
  public let ink: @Sendable (_ u: Double, _ v: Double) -> Ink?

  /// A drawing of areas.
  static func areas(_ ink: @escaping @Sendable (Double, Double) -> Ink?) -> PointSketch {
    PointSketch(isLine: false, ink: ink)
  }

  /// A drawing of lines.
  static func lines(_ ink: @escaping @Sendable (Double, Double) -> Ink?) -> PointSketch {
    PointSketch(isLine: true, ink: ink)
  }

  /// A drawing of the curve through height `height`, `slope` steep, thicker where it is steep so that it stays whole.
  static func curve(
    height: @escaping @Sendable (Double) -> Double, slope: @escaping @Sendable (Double) -> Double
  ) -> PointSketch {
    .lines { u, v in
      let steepness = slope(u)
      return abs(v - height(u)) < 0.1 * (1 + steepness * steepness).squareRoot() ? .positive : nil
    }
  }
}
