import Screen

/// Where each input's label and picture stand: features in the order of the page, used ones never without a label.
public struct FeatureLayout: Sendable, Equatable {
  /// An input that wants a place.
  public struct Item: Sendable, Equatable {
    /// Whether it feeds the network; in a crowded window the others lose their pictures first.
    public let isUsed: Bool
    /// Whether it is drawn.
    public let isShown: Bool
    /// Whether there is a picture of it; a table's column has none.
    public let hasPicture: Bool
    /// The columns of its label.
    public let labelColumns: Int

    /// An input, used and shown with its picture unless something else is said.
    public init(isUsed: Bool = true, isShown: Bool = true, hasPicture: Bool = true, labelColumns: Int = 2) {
      self.isUsed = isUsed
      self.isShown = isShown
      self.hasPicture = hasPicture
      self.labelColumns = labelColumns
    }
  }

  /// Where one input stands.
  public struct Place: Sendable, Equatable {
    /// The row of the label.
    public let labelRow: Int
    /// The picture: left column and top half row, nil where there is room for the label alone.
    public let picture: Point?
    /// The middle, in half rows: where the lines of a used input begin.
    public let middle: Double
    /// Whether it is on the screen.
    public let isShown: Bool

    static let nowhere = Place(labelRow: 0, picture: nil, middle: 0, isShown: false)

    private init(labelRow: Int, picture: Point?, middle: Double, isShown: Bool) {
      self.labelRow = labelRow
      self.picture = picture
      self.middle = middle
      self.isShown = isShown
    }

    /// A label beside the middle of a picture.
    fileprivate init(x: Int, top: Int, side: Int) {
      self.init(
        labelRow: (top + side / 2 - 1) / 2, picture: Point(x, top), middle: Double(top) + Double(side) / 2,
        isShown: true)
    }

    /// A label alone.
    fileprivate init(row: Int) {
      self.init(labelRow: row, picture: nil, middle: Double(row * 2 + 1), isShown: true)
    }
  }

  /// Edge length of a picture in pixels.
  public let side: Int
  /// One place an input, in their order.
  public let places: [Place]
  /// How many inputs have no room; nil where all have.
  public private(set) var hiddenCount: Int?
  /// The columns right of the pictures, up to the region's right edge.
  public private(set) var freeColumns = 0
  /// The height over which the lines of one input are spread, in half rows.
  public var portHeight: Int { places.contains { $0.picture != nil } ? side - 1 : 0 }

  /// - Parameter isCentered: the inputs stand in the middle of the region, apart from each other.
  public init(
    _ items: [Item], in region: Rect, labelColumns: Int, window: WindowClass, isCentered: Bool = false
  ) {
    let x = region.x + labelColumns
    let roomy = window == .large ? 10 : 6
    let shown = items.filter(\.isShown).count
    guard items.contains(where: \.hasPicture) else {
      (places, hiddenCount) = Self.labels(items, in: region)
      side = 0
      return
    }
    if isCentered {
      (side, places) = Self.centered(items, in: region, x: x, roomy: roomy)
    } else if window != .small, let (side, pitch) = Self.pitch(of: shown, in: region, roomy: roomy) {
      self.side = side
      var next = region.y * 2
      places = items.map { item in
        guard item.isShown else { return .nowhere }
        defer { next += pitch }
        return Place(x: x, top: next, side: side)
      }
    } else {
      (side, places) = Self.stacked(items, in: region)
    }
    let right = places.compactMap(\.picture?.x).max().map { $0 + side } ?? region.maxX
    freeColumns = max(0, region.maxX - right)
  }

  /// The largest picture of which `count` fit, and the half rows from one to the next: two rows apart, else one; pictures
  /// touch only where even the smallest could not stand apart.
  private static func pitch(of count: Int, in region: Rect, roomy: Int) -> (side: Int, pitch: Int)? {
    let pixels = region.height * 2
    let sides = [10, 8, 6, 4].filter { $0 <= roomy }
    let apart = sides.flatMap { [($0, $0 + 4), ($0, $0 + 2)] }
    return (apart + sides.map { ($0, $0) }).first { side, pitch in max(0, count - 1) * pitch + side <= pixels }
  }

  /// Names alone, spread over the region; where not all have a row, the last row says how many are left out.
  private static func labels(_ items: [Item], in region: Rect) -> (places: [Place], hidden: Int?) {
    let isFull = items.count > region.height
    let shown = isFull ? region.height - 1 : items.count
    let pitch = max(1, min(4, region.height / max(1, shown)))
    let top = region.y + max(0, region.height - ((shown - 1) * pitch + 1)) / 2
    let places = items.indices.map { $0 < shown ? Place(row: (isFull ? region.y : top) + $0 * pitch) : .nowhere }
    return (places, isFull ? items.count - shown : nil)
  }

  /// The shown inputs alone, in the middle of the region.
  private static func centered(_ items: [Item], in region: Rect, x: Int, roomy: Int) -> (Int, [Place]) {
    let count = items.count(where: \.isShown)
    let (side, pitch) = pitch(of: count, in: region, roomy: roomy) ?? (4, 4)
    let height = max(0, count - 1) * pitch + side
    var next = (region.y * 2 + (region.height * 2 - height) / 2) / 2 * 2
    let places = items.map { item in
      guard item.isShown else { return Place.nowhere }
      defer { next += pitch }
      return Place(x: x, top: next, side: side)
    }
    return (side, places)
  }

  /// Used inputs with pictures at the right from the top, then the names of the others. A picture leaves its label and a
  /// column beside it their room.
  private static func stacked(_ items: [Item], in region: Rect) -> (Int, [Place]) {
    let labels = min(7, items.filter { $0.isShown && $0.isUsed }.map(\.labelColumns).max() ?? 0)
    let count = items.count { $0.isShown && $0.isUsed }
    let names = items.count { $0.isShown && !$0.isUsed } * 2
    let sizes = [(6, 8), (6, 6), (4, 6), (4, 4), (2, 4), (2, 2)]
    let fitting = sizes.first { side, pitch in
      let pictures = max(0, count - 1) * pitch + side
      let hasRows = pictures + names + (names > 0 ? 2 : 0) <= region.height * 2
      return hasRows && labels + 1 + side <= region.width
    }
    let (side, pitch) = fitting ?? (2, 2)
    let x = region.maxX - side
    var next = region.y * 2
    var row = (next + max(0, count - 1) * pitch + side) / 2 + 1
    let places = items.map { item in
      guard item.isShown else { return Place.nowhere }
      if item.isUsed {
        defer { next += pitch }
        return Place(x: x, top: next, side: side)
      }
      defer { row += 1 }
      return Place(row: row)
    }
    return (side, places)
  }

  /// The cells of an input's picture.
  public func box(_ index: Int) -> Rect? {
    guard let picture = places[index].picture else { return nil }
    return Rect(x: picture.x, y: picture.y / 2, width: side, height: (picture.y + side + 1) / 2 - picture.y / 2)
  }
}
