/// A sample to be marked on a map of the plane.
public struct SampleMark: Hashable, Sendable {
  /// Which class the sample belongs to.
  public enum Kind: Hashable, Sendable {
    /// One of two classes, or a target below and above 0.
    case negative
    case positive
    /// One of three classes or more, by number from 0.
    case member(Int)
    /// A number to be predicted, −1 … +1 on the ramp of the map.
    case value(Float)
  }

  /// Its first coordinate, to the right.
  public var x1: Double
  /// Its second coordinate, upwards.
  public var x2: Double
  /// Its class, and so its glyph and colour.
  public var kind: Kind
  /// Whether it is kept for testing rather than learnt from.
  public var isTest: Bool

  /// A sample of the training set, unless `isTest` says otherwise.
  public init(x1: Double, x2: Double, _ kind: Kind, isTest: Bool = false) {
    self.x1 = x1
    self.x2 = x2
    self.kind = kind
    self.isTest = isTest
  }
}

/// Which part of the plane a map shows, and which cell each point of it falls into: x₁ to the right, x₂ up.
public struct PlaneMap: Hashable, Sendable {
  /// The cells of the map.
  public var area: Rect
  /// From the left edge to the right.
  public var x1: ClosedRange<Double>
  /// From the lower edge to the upper.
  public var x2: ClosedRange<Double>

  /// A map of the plane's part from `x1` and `x2` on these cells.
  public init(_ area: Rect, x1: ClosedRange<Double>, x2: ClosedRange<Double>) {
    self.area = area
    self.x1 = x1
    self.x2 = x2
  }

  /// A map on which both coordinates go from −limit to +limit.
  public init(_ area: Rect, limit: Double = 6) {
    self.init(area, x1: -limit...limit, x2: -limit...limit)
  }

  /// The cell of a point; `nil` beyond the edges.
  public func cell(x1: Double, x2: Double) -> Point? {
    let across = (x1 - self.x1.lowerBound) / width * Double(area.width)
    let down = (self.x2.upperBound - x2) / height * Double(area.height)
    guard across >= 0, down >= 0, across < Double(area.width), down < Double(area.height) else { return nil }
    return Point(area.x + Int(across), area.y + Int(down))
  }

  /// The dot of a point, two by four to the cell, counted from the map's upper left; `nil` beyond the edges.
  public func dot(x1: Double, x2: Double) -> Point? {
    guard cell(x1: x1, x2: x2) != nil else { return nil }
    let across = (x1 - self.x1.lowerBound) / width * Double(area.width * 2)
    let down = (self.x2.upperBound - x2) / height * Double(area.height * 4)
    return Point(min(area.width * 2 - 1, Int(across)), min(area.height * 4 - 1, Int(down)))
  }

  /// The point in the middle of a cell.
  public func point(at cell: Point) -> (x1: Double, x2: Double) {
    let across = (Double(cell.x - area.x) + 0.5) / Double(max(1, area.width))
    let down = (Double(cell.y - area.y) + 0.5) / Double(max(1, area.height))
    return (x1.lowerBound + across * width, x2.upperBound - down * height)
  }

  private var width: Double { x1.upperBound - x1.lowerBound }
  private var height: Double { x2.upperBound - x2.lowerBound }
}
