/// A place among the dots of a canvas, between them too: x to the right, y down.
public struct DotPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension DotCanvas {
  /// Draws straight lines from point to point. `dash`, in dots, leaves all but every so many columns empty.
  public mutating func stroke(
    _ points: [DotPoint], _ style: Style, pen: LineLook.Pen = .thin, knockingOut: Bool = true, dash: Int? = nil
  ) {
    begin(knockingOut: knockingOut)
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
    from start: DotPoint, to end: DotPoint, _ style: Style, pen: LineLook.Pen = .thin, dash: Int? = nil
  ) {
    begin(knockingOut: true)
    let width = end.x - start.x
    let height = end.y - start.y
    // The curve is steepest in its middle, 1.6 times its mean slope: two steps a dot leave no gap there.
    let steps = max(1, Int((2 * max(abs(width), 1.7 * abs(height))).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      stamp(DotPoint(start.x + width * share, start.y + height * Ease.level(share)), style, pen, dash)
    }
  }

  private mutating func stamp(_ point: DotPoint, _ style: Style, _ pen: LineLook.Pen, _ dash: Int?) {
    if let dash, Int(point.x.rounded()) % dash != 0 { return }
    switch pen {
    case .none:
      break
    case .thin:
      dot(Int(point.x.rounded()), Int(point.y.rounded()), style)
    case .medium:
      let (x, y) = (Int(point.x), Int(point.y))
      dot(x, y, style)
      dot(x + 1, y, style)
      dot(x, y + 1, style)
      dot(x + 1, y + 1, style)
    case .thick:
      let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
      for row in y - 1...y + 1 { for column in x - 1...x + 1 { dot(column, row, style) } }
    }
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
