/// A frame as pixels: rows from the top, red, green and blue of each. [height × width × 3]
public struct FramePixels: Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// A byte for each colour of each pixel.
  public private(set) var bytes: [UInt8]

  /// Draws a frame, 10 × 20 pixels a cell. Letters are lines of a pen, for no font is at hand; the pen's edge is soft.
  public init(_ frame: Frame) {
    let (cellWidth, cellHeight) = (Int(GlyphShape.width), Int(GlyphShape.height))
    (width, height) = (frame.size.width * cellWidth, frame.size.height * cellHeight)
    bytes = [UInt8](repeating: 0, count: width * height * 3)
    let shapes = FrameShapes(frame)
    var known: [Unicode.Scalar: [Float]] = [:]
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let cell = frame[x, y]
        let isPlain = cell.attributes.isDisjoint(with: [.bold, .underline])
        let ink =
          isPlain ? known[cell.glyph] ?? Self.ink(of: shapes.shape(of: cell)) : Self.ink(of: shapes.shape(of: cell))
        if isPlain { known[cell.glyph] = ink }
        put(ink, shapes.colors(of: cell), x: x * cellWidth, y: y * cellHeight, rowLength: cellWidth)
      }
    }
  }

  private mutating func put(
    _ ink: [Float], _ colors: (glyph: FrameShapes.RGB, ground: FrameShapes.RGB), x: Int, y: Int, rowLength: Int
  ) {
    func mixed(_ front: UInt8, _ back: UInt8, _ share: Float) -> UInt8 {
      UInt8(Float(back) + (Float(front) - Float(back)) * share + 0.5)
    }
    for (place, share) in ink.enumerated() {
      let start = ((y + place / rowLength) * width + x + place % rowLength) * 3
      bytes[start] = mixed(colors.glyph.red, colors.ground.red, share)
      bytes[start + 1] = mixed(colors.glyph.green, colors.ground.green, share)
      bytes[start + 2] = mixed(colors.glyph.blue, colors.ground.blue, share)
    }
  }

  /// How much of each pixel of a cell is ink, 0…1. [20 × 10]
  private static func ink(of shape: GlyphShape) -> [Float] {
    let (width, height) = (Int(GlyphShape.width), Int(GlyphShape.height))
    return (0..<width * height).map { place in
      let (x, y) = (Double(place % width), Double(place / width))
      var ink = shape.areas.reduce(0) { ink, area in
        func covered(_ at: Double, _ start: Double, _ length: Double) -> Double {
          max(0, min(at + 1, start + length) - max(at, start))
        }
        return max(ink, covered(x, area.x, area.width) * covered(y, area.y, area.height) * area.density)
      }
      for line in shape.lines {
        let distance = line.distance(x: x + 0.5, y: y + 0.5)
        ink = max(ink, min(max(line.width / 2 + 0.5 - distance, 0), 1))
      }
      return Float(ink)
    }
  }
}

extension GlyphShape.Line {
  /// How far a place is from the nearest point of the line.
  fileprivate func distance(x: Double, y: Double) -> Double {
    guard let first = points.first else { return .infinity }
    let ends = points.count == 1 ? [first, first] : points
    return zip(ends, ends.dropFirst()).map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let square = dx * dx + dy * dy
      let share = square > 0 ? min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1) : 0
      let (u, v) = (x - a.x - share * dx, y - a.y - share * dy)
      return (u * u + v * v).squareRoot()
    }.min() ?? .infinity
  }
}
