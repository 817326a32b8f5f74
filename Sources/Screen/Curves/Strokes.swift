/// A place among the dots of a canvas, between them too: x to the right, y down.
public struct DotPoint: Hashable, Sendable {
  /// Dots from the left edge; whole numbers are the middles of dots.
  public var x: Double
  /// Dots from the upper edge.
  public var y: Double

  /// The place (x, y).
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Far beyond any canvas there is nothing to draw, and what is no number has no place at all.
  var isNear: Bool { abs(x) < Double(DotPoint.horizon) && abs(y) < Double(DotPoint.horizon) }

  /// The nearest dot.
  var nearest: Point { Point(DotPoint.floor(x + 0.5), DotPoint.floor(y + 0.5)) }
  /// The upper left of the four dots around the point.
  var upperLeft: Point { Point(DotPoint.floor(x), DotPoint.floor(y)) }

  private static let horizon = 65_536

  /// Truncation after a shift rounds down below zero too, and costs no call into the maths library.
  private static func floor(_ value: Double) -> Int { Int(value + Double(horizon)) - horizon }
}

extension DotCanvas {
  /// Draws straight lines from point to point. `dash`, in dots, leaves all but every so many columns empty.
  public mutating func stroke(
    _ points: [DotPoint], _ style: Style, pen: LineLook.Pen = .thin, knockingOut: Bool = true, dash: Int? = nil
  ) {
    begin(knockingOut: knockingOut)
    let points = points.filter(\.isNear)
    guard var last = points.first else { return }
    stamp(last, style, pen, dash)
    for point in points.dropFirst() {
      let steps = max(1, Int((max(abs(point.x - last.x), abs(point.y - last.y)) * 2).rounded(.up)))
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        stamp(DotPoint(last.x + (point.x - last.x) * share, last.y + (point.y - last.y) * share), style, pen, dash)
      }
      last = point
    }
  }

  /// Draws a curve that leaves `start` level and arrives at `end` level.
  public mutating func curve(
    from start: DotPoint, to end: DotPoint, _ style: Style, pen: LineLook.Pen = .thin, knockingOut: Bool = true,
    dash: Int? = nil
  ) {
    begin(knockingOut: knockingOut)
    guard start.isNear, end.isNear else { return }
    let width = end.x - start.x
    let height = end.y - start.y
    // The curve is steepest in its middle, 1.7 times its mean slope: a step and a half a dot leave no gap there.
    let steps = max(1, Int((1.5 * max(abs(width), 1.7 * abs(height))).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      stamp(DotPoint(start.x + width * share, start.y + height * Ease.level(share)), style, pen, dash)
    }
  }

  /// Sets the dots of a pen at a place of the stroke; a pen of two dots has no middle and sets the four around it.
  private mutating func stamp(_ point: DotPoint, _ style: Style, _ pen: LineLook.Pen, _ dash: Int?) {
    let nearest = point.nearest
    if let dash, nearest.x % dash != 0 { return }
    switch pen {
    case .none: break
    case .thin: dot(nearest.x, nearest.y, style)
    case .medium: square(point.upperLeft, 2, style)
    case .thick: square(nearest.moved(-1, -1), 3, style)
    }
  }

  private mutating func square(_ corner: Point, _ side: Int, _ style: Style) {
    for y in corner.y..<corner.y + side { for x in corner.x..<corner.x + side { dot(x, y, style) } }
  }
}

/// How a line bends on its way.
enum Ease {
  /// 0 to 1 with level ends: between the smoothstep 3t² − 2t³ and its smoother sister 6t⁵ − 15t⁴ + 10t³.
  static func level(_ t: Double) -> Double {
    let smoother = t * t * t * (t * (6 * t - 15) + 10)
    let smooth = t * t * (3 - 2 * t)
    return 0.35 * smoother + 0.65 * smooth
  }
}
