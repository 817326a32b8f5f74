/// A rectangle of cells: columns `x ..< maxX`, rows `y ..< maxY`.
public struct Rect: Hashable, Sendable {
  /// The first column.
  public var x: Int
  /// The first row.
  public var y: Int
  /// How many columns it has; never negative where it was made by `init`.
  public var width: Int
  /// How many rows it has; never negative where it was made by `init`.
  public var height: Int

  /// A rectangle; negative measures become 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle of `size` whose upper left cell is the origin.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The rectangle of these columns and rows.
  public init(columns: Range<Int>, rows: Range<Int>) {
    self.init(x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count)
  }

  /// An empty rectangle: the room of what is not shown.
  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The first column to the right of the rectangle.
  public var maxX: Int { x + width }
  /// The first row below the rectangle.
  public var maxY: Int { y + height }
  /// The columns inside, from the left.
  public var columns: Range<Int> { x..<maxX }
  /// The rows inside, from the top.
  public var rows: Range<Int> { y..<maxY }
  /// The upper left cell.
  public var origin: Point { Point(x, y) }
  /// Its measures without its place.
  public var size: Size { Size(width, height) }
  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The cell in the middle; of two middles the right or lower one.
  public var center: Point { Point(x + width / 2, y + height / 2) }

  /// Whether the cell at `point` lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// Whether every cell of `other` lies inside; an empty rectangle lies inside any.
  public func contains(_ other: Rect) -> Bool {
    other.isEmpty || (other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY)
  }

  /// The cells that both have; empty where they share none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle moved right by `dx` and down by `dy`.
  public func moved(_ dx: Int, _ dy: Int) -> Rect { Rect(x: x + dx, y: y + dy, width: width, height: height) }

  /// The rectangle without `dx` columns on the left and right, and `dy` rows above and below (negative: larger).
  public func inset(_ dx: Int, _ dy: Int) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  /// A rectangle of `size` in the middle of this one, cut to it where it is larger.
  public func centered(_ size: Size) -> Rect {
    Rect(x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, width: size.width, height: size.height)
      .intersection(self)
  }
}
