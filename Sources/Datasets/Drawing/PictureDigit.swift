import Words

extension PictureInk {
  /// The picture as the pad would have it, [28 × 28], row-major, 0 no ink, 255 full: the ink in a box of 20×20, lines that
  /// are thinner than the pad's pen as thick as it, the centre of mass brought to the middle.
  func digitImage() -> [UInt8] {
    let (columns, rows) = bounds
    let longer = Float(max(columns.count, rows.count))
    let pen = Float(Drawing.DigitFrame.penWidth) * Float(Self.fineness)
    let box = Float(Drawing.DigitFrame.boxSide * Self.fineness)
    // Where lines are to grow on both sides, the box leaves them room.
    let width = lineWidth * box / longer
    let growth = width < pen * Self.thinLine ? (pen - width) / 2 : 0
    let scale = (box - 2 * growth) / longer
    func side(_ count: Int) -> Int { max(1, Int((Float(count) * scale).rounded())) }
    let (fineWidth, fineHeight) = (side(columns.count), side(rows.count))
    let fine = scaled(columns: columns, rows: rows, width: fineWidth, height: fineHeight)
    let side = Drawing.DigitFrame.side * Self.fineness
    let (left, top) = (Self.margin(side - fineWidth), Self.margin(side - fineHeight))
    var canvas = [Float](repeating: 0, count: side * side)
    for y in 0..<fineHeight {
      for x in 0..<fineWidth { canvas[(top + y) * side + left + x] = fine[y * fineWidth + x] }
    }
    return Drawing.centred(Self.pixels(of: growth > 0 ? Self.thickened(canvas, side: side, by: growth) : canvas))
  }

  /// Places along each side of a pixel while lines are thickened.
  private static let fineness = 4
  /// Lines of less than this share of the pen's width are thickened.
  private static let thinLine: Float = 0.5

  /// What is left of a box on one side, in whole pixels, so that a picture of the right size stays sharp.
  private static func margin(_ rest: Int) -> Int { max(0, rest / 2 / fineness * fineness) }

  /// How wide lines are, in places of this grid: twice the area by the length of its edge (which stairs make longer, for
  /// lines of all directions by 4 ∕ π).
  private var lineWidth: Float {
    var (area, edge): (Float, Float) = (0, 0)
    for y in 0..<height {
      for x in 0..<width {
        let here = ink[y * width + x]
        area += here
        edge += abs(here - (x + 1 < width ? ink[y * width + x + 1] : 0)) + (x == 0 ? here : 0)
        edge += abs(here - (y + 1 < height ? ink[(y + 1) * width + x] : 0)) + (y == 0 ? here : 0)
      }
    }
    return edge > 0 ? 2 * area / (edge * .pi / 4) : 0
  }

  /// A part of the grid at another size, means of what is covered, the strongest ink full. [height × width]
  private func scaled(columns: ClosedRange<Int>, rows: ClosedRange<Int>, width newWidth: Int, height newHeight: Int)
    -> [Float]
  {
    let (across, down) = (AreaShares(from: columns.count, to: newWidth), AreaShares(from: rows.count, to: newHeight))
    var part = [Float](repeating: 0, count: newWidth * newHeight)
    for y in 0..<newHeight {
      for (dy, share) in down.shares[y].enumerated() {
        let row = (rows.lowerBound + down.firsts[y] + dy) * width + columns.lowerBound
        for x in 0..<newWidth {
          for (dx, other) in across.shares[x].enumerated() {
            part[y * newWidth + x] += share * other * ink[row + across.firsts[x] + dx]
          }
        }
      }
    }
    let most = part.max() ?? 0
    return most > 0 ? part.map { $0 / most } : part
  }

  /// The strongest ink within a distance, with a soft edge.
  private static func thickened(_ canvas: [Float], side: Int, by radius: Float) -> [Float] {
    let reach = Int(radius + 1)
    var thick = canvas
    for y in 0..<side {
      for x in 0..<side where canvas[y * side + x] > 0 {
        for v in max(0, y - reach)...min(side - 1, y + reach) {
          for u in max(0, x - reach)...min(side - 1, x + reach) {
            let distance = (Float((u - x) * (u - x) + (v - y) * (v - y))).squareRoot()
            let ink = canvas[y * side + x] * min(max(radius + 1 - distance, 0), 1)
            if ink > thick[v * side + u] { thick[v * side + u] = ink }
          }
        }
      }
    }
    return thick
  }

  /// The means of squares of places, as bytes.
  private static func pixels(of canvas: [Float]) -> [UInt8] {
    let side = Drawing.DigitFrame.side
    let area = Float(fineness * fineness)
    return (0..<side * side).map { place in
      var sum: Float = 0
      for v in 0..<fineness {
        let row = (place / side * fineness + v) * side * fineness + place % side * fineness
        for u in 0..<fineness { sum += canvas[row + u] }
      }
      return UInt8(min(sum / area, 1) * 255 + 0.5)
    }
  }
}

extension Drawing {
  /// A picture in a PNG file as a network that learnt MNIST expects it, [28 × 28]: of any size, colour or gray, light on
  /// dark or dark on light, brought to its place as the pad brings a drawing.
  ///
  /// - Throws: `DatasetError.png` or `.cannotRead`.
  public static func digitImage(png path: String) throws(DatasetError) -> [UInt8] {
    try PictureInk(png: path).digitImage()
  }
}
