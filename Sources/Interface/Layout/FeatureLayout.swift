import Screen

/// Where each feature's label and picture stand: all seven in the order of the page, used ones never without a label.
public struct FeatureLayout: Sendable, Equatable {
  public struct Place: Sendable, Equatable {
    /// The row of the label.
    public let labelRow: Int
    /// The picture: left column and top half row, nil where there is room for the label alone.
    public let picture: Point?
    /// The middle, in half rows: where the lines of a used feature begin.
    public let middle: Double
  }

  /// Edge length of a picture in pixels.
  public let side: Int
  public let places: [Place]

  /// `used` says which features feed the network; in a crowded window the others lose their pictures first.
  public init(used: [Bool], in region: Rect, labelColumns: Int, window: WindowClass) {
    let pictureX = region.x + labelColumns
    let pixels = region.height * 2
    let roomy = window == .large ? 10 : 6
    let count = used.count
    // Every feature with its picture, if they fit with a row between them or, tighter, with none.
    for side in [roomy, 6, 4] {
      let pitch = [side + 4, side + 2, side].first { (count - 1) * $0 + side <= pixels }
      guard window != .small, let pitch else { continue }
      self.side = side
      places = (0..<count).map { index in
        let top = region.y * 2 + index * pitch
        return Place(
          labelRow: (top + side / 2 - 1) / 2, picture: Point(pictureX, top), middle: Double(top) + Double(side) / 2)
      }
      return
    }
    // Used ones with pictures first, then the names of the others.
    let usedCount = used.count(where: { $0 })
    let fit = [(6, 8), (4, 6), (2, 4), (2, 2)].first { side, pitch in
      max(0, usedCount - 1) * pitch + side + (count - usedCount) * 2 + 2 <= pixels + (usedCount == count ? 2 : 0)
    }
    let (side, pitch) = fit ?? (2, 2)
    self.side = side
    var next = region.y * 2
    var rows: [Int: Place] = [:]
    for index in 0..<count where used[index] {
      rows[index] = Place(
        labelRow: (next + side / 2 - 1) / 2, picture: Point(pictureX, next), middle: Double(next) + Double(side) / 2)
      next += pitch
    }
    var row = (next + 1) / 2
    for index in 0..<count where !used[index] {
      rows[index] = Place(labelRow: row, picture: nil, middle: Double(row * 2 + 1))
      row += 1
    }
    places = (0..<count).compactMap { rows[$0] }
  }

  /// The cells of a feature's picture.
  public func box(_ index: Int) -> Rect? {
    guard let picture = places[index].picture else { return nil }
    return Rect(x: picture.x, y: picture.y / 2, width: side, height: (picture.y + side + 1) / 2 - picture.y / 2)
  }
}
