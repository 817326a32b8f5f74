/// A point the pen went through: x to the right, y down, in any unit.
public struct PenPoint: Hashable, Codable, Sendable {
  /// To the right.
  public var x: Double
  /// Down.
  public var y: Double

  /// A point at (x, y).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// What a pen drew: strokes of points, each joined to the one before it.
///
/// Kept as points, not as pixels, so that the last stroke can be taken back and the picture made at any size.
public struct Drawing: Equatable, Sendable {
  /// The strokes in the order in which they were drawn; a stroke of one point is a dot.
  public var strokes: [[PenPoint]]

  /// A drawing of some strokes.
  public init(strokes: [[PenPoint]] = []) {
    self.strokes = strokes
  }

  /// Whether there is nothing to see: no stroke has a point that lies anywhere.
  public var isEmpty: Bool { !strokes.contains { $0.contains(where: \.isReal) } }

  /// Sets the pen down: a new stroke begins.
  public mutating func beginStroke(at point: PenPoint) {
    strokes.append([point])
  }

  /// Moves the pen on; where it was never set down, sets it down.
  public mutating func continueStroke(to point: PenPoint) {
    guard let last = strokes.indices.last else { return beginStroke(at: point) }
    if strokes[last].last != point { strokes[last].append(point) }
  }

  /// Takes back the last stroke.
  public mutating func undoStroke() {
    _ = strokes.popLast()
  }

  /// Takes back everything.
  public mutating func clear() {
    strokes.removeAll()
  }

  /// Rubs out what lies within `radius` of a point; a stroke that is cut through becomes two.
  public mutating func erase(around centre: PenPoint, radius: Double) {
    strokes = strokes.flatMap { stroke -> [[PenPoint]] in
      var parts: [[PenPoint]] = []
      var part: [PenPoint] = []
      for (index, point) in stroke.enumerated() {
        if index > 0, let gap = gap(from: stroke[index - 1], to: point, around: centre, radius: radius) {
          if let last = gap.before { part.append(last) }
          if !part.isEmpty { parts.append(part) }
          part = gap.after.map { [$0] } ?? []
        }
        if !point.isWithin(radius, of: centre) { part.append(point) }
      }
      if !part.isEmpty { parts.append(part) }
      return parts
    }
  }

  /// Where the line from `a` to `b` enters and leaves a circle; nil if it stays outside.
  ///
  /// `before` is the point of entry unless `a` lies inside, `after` that of leaving unless `b` does.
  private func gap(
    from a: PenPoint, to b: PenPoint, around centre: PenPoint, radius: Double
  ) -> (before: PenPoint?, after: PenPoint?)? {
    // |a + t (b − a) − centre|² = radius², for t from 0 to 1.
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (ox, oy) = (a.x - centre.x, a.y - centre.y)
    let square = dx * dx + dy * dy
    let half = ox * dx + oy * dy
    let root = half * half - square * (ox * ox + oy * oy - radius * radius)
    guard square > 0, root > 0 else { return nil }
    let enter = (-half - root.squareRoot()) / square
    let leave = (-half + root.squareRoot()) / square
    guard enter < 1, leave > 0 else { return nil }
    func point(_ t: Double) -> PenPoint { PenPoint(x: a.x + t * dx, y: a.y + t * dy) }
    return (before: enter > 0 ? point(enter) : nil, after: leave < 1 ? point(leave) : nil)
  }
}

extension PenPoint {
  /// Coordinates beyond this are no drawing, and squaring them would leave the range of numbers.
  static let farthest = 1e9

  /// Whether the point lies anywhere: NaN, infinite and absurdly far ones are passed over.
  var isReal: Bool { abs(x) <= Self.farthest && abs(y) <= Self.farthest }

  fileprivate func isWithin(_ radius: Double, of centre: PenPoint) -> Bool {
    let (dx, dy) = (x - centre.x, y - centre.y)
    return dx * dx + dy * dy <= radius * radius
  }
}
