/// A picture in the making: how near the pen came to each pixel's middle.
///
/// Ink is where that is within the pen's radius, with a soft edge about a pixel wide; since only the nearest pass
/// counts, strokes that cross or go over themselves are not darker there.
struct InkRaster {
  let width: Int
  let height: Int
  /// The radius of the round pen, in pixels.
  let radius: Float
  /// Over how many pixels the edge fades from full ink to none.
  static let edge: Float = 1

  /// [height × width], row-major: the square of the distance, at most that at which ink ends.
  private var distances: [Float]

  /// How far from the middle of the line ink reaches.
  static func reach(radius: Float) -> Float { radius + edge / 2 }

  /// An empty picture for a pen of so many pixels.
  init(width: Int, height: Int, penWidth: Double) {
    self.width = width
    self.height = height
    radius = Float(penWidth) / 2
    let reach = Self.reach(radius: radius)
    distances = [Float](repeating: reach * reach, count: width * height)
  }

  /// Draws a line; from a point to itself it is a dot. Coordinates are in pixels, (0, 0) the upper left corner.
  mutating func draw(from a: PenPoint, to b: PenPoint) {
    let reach = Self.reach(radius: radius)
    let (ax, ay) = (Float(a.x), Float(a.y))
    let (dx, dy) = (Float(b.x - a.x), Float(b.y - a.y))
    guard let columns = pixels(between: ax, and: ax + dx, reach: reach, count: width),
      let rows = pixels(between: ay, and: ay + dy, reach: reach, count: height)
    else { return }
    let square = dx * dx + dy * dy
    let perSquare = square > 0 ? 1 / square : 0
    distances.withUnsafeMutableBufferPointer { distances in
      for row in rows {
        let py = Float(row) + 0.5 - ay
        for column in columns {
          let px = Float(column) + 0.5 - ax
          let t = min(max((px * dx + py * dy) * perSquare, 0), 1)
          let (qx, qy) = (px - t * dx, py - t * dy)
          let place = row &* width &+ column
          distances[place] = min(distances[place], qx * qx + qy * qy)
        }
      }
    }
  }

  /// The picture: 0 is no ink, 255 full. [height × width], row-major.
  func picture() -> [UInt8] {
    let reach = Self.reach(radius: radius)
    return distances.map { square in
      let ink = min(max((reach - square.squareRoot()) / Self.edge, 0), 1)
      return UInt8(ink * 255 + 0.5)
    }
  }

  /// The pixels whose middle may be within `reach` of a line that covers a…b along this axis.
  private func pixels(between a: Float, and b: Float, reach: Float, count: Int) -> ClosedRange<Int>? {
    let low = max((min(a, b) - reach - 0.5).rounded(.up), 0)
    let high = min((max(a, b) + reach - 0.5).rounded(.down), Float(count - 1))
    return low <= high ? Int(low)...Int(high) : nil
  }
}
