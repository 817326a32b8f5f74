import Screen

/// Where each feature's label and picture stand: all seven in the order of the page, used ones never without a label.
public struct FeatureLayout: Sendable, Equatable {
  /// Where one feature stands.
  public struct Place: Sendable, Equatable {
    /// The row of the label; below the region where the feature is not shown.
    public let labelRow: Int
    /// The picture: left column and top half row, nil where there is room for the label alone.
    public let picture: Point?
    /// The middle, in half rows: where the lines of a used feature begin.
    public let middle: Double

    /// A label beside the middle of a picture.
    fileprivate init(x: Int, top: Int, side: Int) {
      labelRow = (top + side / 2 - 1) / 2
      picture = Point(x, top)
      middle = Double(top) + Double(side) / 2
    }

    /// A label alone.
    fileprivate init(row: Int) {
      labelRow = row
      picture = nil
      middle = Double(row * 2 + 1)
    }
  }

  /// Edge length of a picture in pixels.
  public let side: Int
  /// One place a feature, in the order of the page, whether the feature is used or not.
  public let places: [Place]

  /// - Parameters:
  ///   - used: which features feed the network; in a crowded window the others lose their pictures first.
  ///   - onlyUsed: the others are not shown at all, and the used ones stand in the middle.
  public init(used: [Bool], in region: Rect, labelColumns: Int, window: WindowClass, onlyUsed: Bool = false) {
    let x = region.x + labelColumns
    let roomy = window == .large ? 10 : 6
    if onlyUsed {
      (side, places) = Self.centered(used, in: region, x: x, roomy: roomy)
    } else if window != .small, let (side, pitch) = Self.pitch(of: used.count, in: region, sides: [roomy, 6, 4]) {
      self.side = side
      places = used.indices.map { Place(x: x, top: region.y * 2 + $0 * pitch, side: side) }
    } else {
      (side, places) = Self.stacked(used, in: region, x: x)
    }
  }

  /// The largest picture of which `count` fit, and the half rows from one to the next: two rows apart, else closer.
  private static func pitch(of count: Int, in region: Rect, sides: [Int]) -> (side: Int, pitch: Int)? {
    let pixels = region.height * 2
    for side in sides {
      for pitch in [side + 4, side + 2, side] where max(0, count - 1) * pitch + side <= pixels { return (side, pitch) }
    }
    return nil
  }

  /// The used features alone, in the middle of the region.
  private static func centered(_ used: [Bool], in region: Rect, x: Int, roomy: Int) -> (Int, [Place]) {
    let count = used.count { $0 }
    let (side, pitch) = pitch(of: count, in: region, sides: [roomy, 6, 4]) ?? (4, 4)
    let height = max(0, count - 1) * pitch + side
    var next = (region.y * 2 + (region.height * 2 - height) / 2) / 2 * 2
    let places = used.map { isUsed in
      guard isUsed else { return Place(row: region.maxY) }
      defer { next += pitch }
      return Place(x: x, top: next, side: side)
    }
    return (side, places)
  }

  /// Used features with pictures from the top, then the names of the others.
  private static func stacked(_ used: [Bool], in region: Rect, x: Int) -> (Int, [Place]) {
    let count = used.count { $0 }
    let names = (used.count - count) * 2
    let sizes = [(6, 8), (4, 6), (2, 4), (2, 2)]
    let fitting = sizes.first { side, pitch in
      let pictures = max(0, count - 1) * pitch + side
      return pictures + names + (names > 0 ? 2 : 0) <= region.height * 2
    }
    let (side, pitch) = fitting ?? (2, 2)
    var next = region.y * 2
    var row = (next + max(0, count - 1) * pitch + side) / 2 + 1
    let places = used.map { isUsed in
      if isUsed {
        defer { next += pitch }
        return Place(x: x, top: next, side: side)
      }
      defer { row += 1 }
      return Place(row: row)
    }
    return (side, places)
  }

  /// The cells of a feature's picture.
  public func box(_ index: Int) -> Rect? {
    guard let picture = places[index].picture else { return nil }
    return Rect(x: picture.x, y: picture.y / 2, width: side, height: (picture.y + side + 1) / 2 - picture.y / 2)
  }
}
