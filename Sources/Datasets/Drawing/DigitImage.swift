extension Drawing {
  /// How MNIST frames a digit: the ink fits a box of 20×20, and its centre of mass is brought to the middle of 28×28.
  public enum DigitFrame {
    /// Pixels along each side of the picture.
    public static let side = 28
    /// Pixels along the longer side of the ink.
    public static let boxSide = 20
    /// The pen, in pixels of the box, with which drawings come out as thick as MNIST's digits do on average.
    public static let penWidth = 2.5
    /// The pixel, counted from 0, that the centre of mass is brought to; MNIST's own average is 14.0 both ways.
    /// A symmetric drawing stands just between two places; the last bit keeps it from trembling while it grows.
    static let centre = 14.005
  }

  /// The drawing as a network that learnt MNIST expects it: [28 × 28], row-major, 0 no ink, 255 full.
  ///
  /// The drawing is scaled, its shape kept, so that the ink fits a box of 20×20 pixels; then the box is moved by whole
  /// pixels until the ink's centre of mass is as near as can be to the middle, but never out of the picture. This is
  /// what was done to MNIST (Y. LeCun et al., "The MNIST database"), here with a round pen and a soft edge.
  /// An empty drawing gives an empty picture; a dot is a dot in the middle.
  /// - Parameter penWidth: in pixels of the box, kept within 0.5…8.
  public func digitImage(penWidth: Double = DigitFrame.penWidth) -> [UInt8] {
    let side = DigitFrame.side
    guard let bounds = InkBounds(strokes) else { return [UInt8](repeating: 0, count: side * side) }
    let pen = penWidth >= 0.5 ? min(penWidth, 8) : 0.5
    let room = Double(DigitFrame.boxSide) - 2 * Double(InkRaster.reach(radius: Float(pen) / 2))
    // A dot has no size to scale by.
    let fitting = room / bounds.longerSide
    let scale = fitting.isFinite ? fitting : 0
    let middle = Double(side) / 2
    var raster = InkRaster(width: side, height: side, penWidth: pen)
    let path = PenPath(strokes) { point in
      PenPoint(x: middle + (point.x - bounds.middle.x) * scale, y: middle + (point.y - bounds.middle.y) * scale)
    }
    for line in path.lines { raster.draw(from: line.from, to: line.to) }
    return Self.centred(raster.picture())
  }

  /// The drawing as it stands on its pad: [height × width], row-major, 0 no ink, 255 full.
  ///
  /// - Parameters:
  ///   - width: pixels across.
  ///   - height: pixels down.
  ///   - pad: the size of the pad, in the unit of the points; (0, 0) is its upper left corner.
  ///   - penWidth: in the unit of the points.
  public func padImage(
    width: Int, height: Int, pad: (width: Double, height: Double), penWidth: Double
  ) -> [UInt8] {
    guard width > 0, height > 0, pad.width > 0, pad.height > 0 else { return [] }
    let (scaleX, scaleY) = (Double(width) / pad.width, Double(height) / pad.height)
    let pen = penWidth * (scaleX + scaleY) / 2
    let widest = Double(width + height)
    var raster = InkRaster(width: width, height: height, penWidth: pen > 0 ? min(pen, widest) : 0)
    let path = PenPath(strokes) { PenPoint(x: $0.x * scaleX, y: $0.y * scaleY) }
    for line in path.lines { raster.draw(from: line.from, to: line.to) }
    return raster.picture()
  }

  /// Moves the ink by whole pixels until its centre of mass is nearest to the middle.
  static func centred(_ picture: [UInt8]) -> [UInt8] {
    let side = DigitFrame.side
    var mass = 0
    var moment = (x: 0, y: 0)
    var columns = (first: side, last: -1)
    var rows = (first: side, last: -1)
    for y in 0..<side {
      for x in 0..<side where picture[y * side + x] > 0 {
        let ink = Int(picture[y * side + x])
        mass += ink
        moment = (moment.x + ink * x, moment.y + ink * y)
        columns = (min(columns.first, x), max(columns.last, x))
        rows = (min(rows.first, y), max(rows.last, y))
      }
    }
    guard mass > 0 else { return picture }
    func shift(_ moment: Int, _ ink: (first: Int, last: Int)) -> Int {
      let wanted = Int((DigitFrame.centre - Double(moment) / Double(mass)).rounded())
      return min(max(wanted, -ink.first), side - 1 - ink.last)
    }
    let (dx, dy) = (shift(moment.x, columns), shift(moment.y, rows))
    guard dx != 0 || dy != 0 else { return picture }
    var moved = [UInt8](repeating: 0, count: side * side)
    for y in rows.first...rows.last {
      for x in columns.first...columns.last { moved[(y + dy) * side + x + dx] = picture[y * side + x] }
    }
    return moved
  }
}

/// The smallest upright box around the points of a drawing.
private struct InkBounds {
  let middle: PenPoint
  let longerSide: Double

  /// nil if no point lies anywhere.
  init?(_ strokes: [[PenPoint]]) {
    var low = PenPoint(x: .infinity, y: .infinity)
    var high = PenPoint(x: -.infinity, y: -.infinity)
    for stroke in strokes {
      for point in stroke where point.isReal {
        low = PenPoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = PenPoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    guard low.x <= high.x else { return nil }
    middle = PenPoint(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    longerSide = max(high.x - low.x, high.y - low.y)
  }
}
