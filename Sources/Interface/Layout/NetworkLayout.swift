import Screen

/// Where the units' pictures of the hidden layers stand between the features and the output.
///
/// All layers share one picture size: the largest that lets the longest layer fit and leaves the lines their columns.
/// Positions are in half rows, the pixels of a half-block picture, so that crowded layers can sit between two rows.
public struct NetworkLayout: Sendable, Equatable {
  /// One hidden layer.
  public struct Layer: Sendable, Equatable {
    /// The left column of its pictures.
    public let x: Int
    /// The top of each picture, in half rows from the top of the window; empty where the layer is a bar.
    public let tops: [Int]
    /// The bar that stands for a layer of more units than fit: two columns, one pixel a unit.
    public let bar: Rect?
  }

  /// Edge length of a unit's picture in pixels: as many columns as half rows.
  public let side: Int
  /// One entry a hidden layer; none where they are too many to stand side by side.
  public let layers: [Layer]
  /// The region that the pictures were laid into.
  public let region: Rect

  /// Picture sizes from large to small; each window class starts where its pictures belong.
  private static let sides = [24, 20, 16, 14, 12, 10, 8, 6, 4, 3, 2]

  /// Lays out hidden layers of so many units each, in cells of the window.
  public init(hidden: [Int], in region: Rect, window: WindowClass) {
    self.region = region
    let pixels = region.height * 2
    let longest = hidden.max() ?? 0
    let candidates = Self.sides.drop { $0 > (window == .large ? 24 : 8) }
    let fitting = candidates.filter { Self.pitch(longest, side: $0, pixels: pixels) != nil }
    /// Columns between two layers for pictures of `side` columns.
    func gap(_ side: Int) -> Int { (region.width - hidden.count * side) / (hidden.count + 1) }
    // A picture below 6×3 cells says little: lines give way first.
    let legible = fitting.filter { $0 >= 6 }
    let side =
      legible.first { gap($0) >= 6 } ?? legible.first { gap($0) >= 3 } ?? fitting.first { gap($0) >= 6 }
      ?? fitting.first { gap($0) >= 3 } ?? fitting.last ?? candidates.last ?? 2
    self.side = side

    let width = region.width - hidden.count * side
    guard width > hidden.count else {
      layers = []
      return
    }
    let pitch = Self.pitch(min(longest, Self.capacity(side: side, pixels: pixels)), side: side, pixels: pixels)
    let even = Double(width) / Double(hidden.count + 1)
    // The labels of the map's and the losses' axes stand in the last gap.
    let beside = Double(width - PlaygroundLayout.axisColumns) / Double(hidden.count)
    let between = beside >= 2 ? min(even, beside) : even
    layers = hidden.enumerated().map { index, count in
      let left = between * Double(index + 1) + Double(side * index)
      let x = region.x + Int(left.rounded())
      guard let pitch, count <= Self.capacity(side: side, pixels: pixels) else {
        let rows = min(region.height, (count + 1) / 2)
        return Layer(
          x: x, tops: [],
          bar: Rect(x: x + side / 2 - 1, y: region.y + (region.height - rows) / 2, width: 2, height: rows))
      }
      let block = (count - 1) * pitch + side
      let top = region.y * 2 + (pixels - block) / 2
      // Whole rows where the pitch allows it: text beside a picture then lines up with it.
      let start = pitch % 2 == 0 && side % 2 == 0 ? top / 2 * 2 : top
      return Layer(x: x, tops: (0..<count).map { start + $0 * pitch }, bar: nil)
    }
  }

  /// Whether pictures are no smaller than 6×3 cells, and lines have six columns between two layers.
  public var isRoomy: Bool {
    guard let first = layers.first else { return true }
    let next = layers.count > 1 ? layers[1].x : region.maxX
    return side >= 6 && first.bar == nil && next - first.x - side >= 6
  }

  /// The most units of one layer that fit with one pixel between two pictures.
  private static func capacity(side: Int, pixels: Int) -> Int { (pixels + 1) / (side + 1) }

  /// Half rows from one picture to the next: two rows between them, else one, else half a row; nil if none fits.
  private static func pitch(_ count: Int, side: Int, pixels: Int) -> Int? {
    [side + 4, side + 2, side + 1].first { (count - 1) * $0 + side <= pixels } ?? (count <= 1 ? side : nil)
  }

  /// The cells that a unit's picture touches; nil where its layer is drawn as a bar, or there is no such unit.
  public func box(layer: Int, unit: Int) -> Rect? {
    guard layers.indices.contains(layer), layers[layer].tops.indices.contains(unit) else { return nil }
    let top = layers[layer].tops[unit]
    return Rect(x: layers[layer].x, y: top / 2, width: side, height: (top + side + 1) / 2 - top / 2)
  }

  /// The middle of a unit, in half rows: where its lines end.
  public func middle(layer: Int, unit: Int, of count: Int) -> Double {
    if let bar = layers[layer].bar {
      return Double(bar.y * 2) + (Double(unit) + 0.5) / Double(count) * Double(bar.height * 2)
    }
    return Double(layers[layer].tops[unit]) + Double(side) / 2
  }
}
