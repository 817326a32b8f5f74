/// A small drawing in lines or areas of up to three colours.
public struct Icon: Sendable {
  /// What stands at a place of the drawing.
  public enum Ink: Hashable, Sendable {
    case negative, positive
    /// A third class.
    case third
  }

  /// Whether the drawing is a line, drawn dot by dot, rather than an area in every second dot of a lattice.
  let isLine: Bool
  /// The ink at (u, v), both −1 … +1 with v upwards; `nil` where the drawing is empty.
  let ink: @Sendable (_ u: Double, _ v: Double) -> Ink?

  /// A drawing with the ink at each place of (−1 … +1)².
  public init(isLine: Bool, ink: @escaping @Sendable (_ u: Double, _ v: Double) -> Ink?) {
    self.isLine = isLine
    self.ink = ink
  }
}
