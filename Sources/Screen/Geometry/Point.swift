/// A cell's place: column `x` from the left, row `y` from the top, both from 0.
public struct Point: Hashable, Sendable {
  /// The column, from the left.
  public var x: Int
  /// The row, from the top.
  public var y: Int

  /// The cell in column `x` of row `y`; negative places lie outside every frame.
  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }

  /// The point moved right by `dx` and down by `dy`.
  public func moved(_ dx: Int, _ dy: Int) -> Point { Point(x + dx, y + dy) }
}
