import Interface
import Screen
import Testing

/// Every size from the smallest with all panels to 300×100, in steps that meet each threshold and its neighbours.
private let sizes: [Size] = {
  let widths = [60, 61, 70, 79, 80, 81, 100, 109, 110, 111, 120, 150, 179, 180, 181, 200, 250, 300]
  let heights = [18, 19, 20, 23, 24, 25, 30, 33, 34, 35, 40, 45, 51, 52, 53, 60, 75, 90, 100]
  return widths.flatMap { width in heights.map { Size(width, $0) } }
}()

@Suite("The playground's layout") struct PlaygroundLayoutTests {
  @Test("keeps every panel inside the window and apart from the others", arguments: sizes, [false, true])
  func apart(size: Size, lecture: Bool) {
    let layouts = [
      PlaygroundLayout(size, lecture: lecture),
      PlaygroundLayout(size, lecture: lecture, hidden: Array(repeating: 8, count: 6)),
    ]
    for layout in layouts { check(layout) }
  }

  private func check(_ layout: PlaygroundLayout) {
    let size = layout.size
    let panels = layout.panels
    let window = Rect(size)
    for (name, rect) in panels {
      #expect(window.contains(rect), "\(name) leaves the window at \(size): \(rect)")
      #expect(!rect.isEmpty, "\(name) has no room at \(size)")
    }
    for (index, (name, rect)) in panels.enumerated() {
      for (other, place) in panels.dropFirst(index + 1) {
        #expect(rect.intersection(place).isEmpty, "\(name) \(rect) and \(other) \(place) overlap at \(size)")
      }
    }
  }

  @Test(
    "draws square pixels: the map is twice as wide as it has rows, and at most 35 % of the columns", arguments: sizes)
  func square(size: Size) {
    let map = PlaygroundLayout(size).output
    #expect(map.width == 2 * map.height)
    #expect(map.height == 4 || map.width * 100 <= size.width * 35)
  }

  @Test("stands where the style guide draws it")
  func guide() {
    let small = PlaygroundLayout(Size(80, 24))
    #expect(small.output == Rect(x: 51, y: 2, width: 28, height: 14))
    #expect(small.loss == Rect(x: 51, y: 18, width: 28, height: 4))
    #expect(small.network.columns == 12..<51)
    let medium = PlaygroundLayout(Size(120, 40))
    #expect(medium.output == Rect(x: 78, y: 6, width: 40, height: 20))
    #expect(medium.data?.columns == 2..<20)
    #expect(medium.features.columns == 22..<35)
    #expect(medium.loss == Rect(x: 78, y: 29, width: 40, height: 5))
    let large = PlaygroundLayout(Size(200, 60))
    #expect(large.output == Rect(x: 131, y: 6, width: 66, height: 33))
    #expect(large.data?.columns == 3..<25)
    #expect(large.features.columns == 29..<46)
    #expect(large.loss == Rect(x: 131, y: 43, width: 66, height: 10))
  }
}

@Suite("The network's layout") struct NetworkLayoutTests {
  /// Shapes that the keys can reach, and one that only a file can.
  static let shapes: [[Int]] = [
    [], [1], [4, 2], [8, 8, 8], [16], [16, 16], [8, 7, 6, 5, 4, 3], Array(repeating: 8, count: 8),
    Array(repeating: 16, count: 8), [1, 16, 1], [64, 64], Array(repeating: 8, count: 40),
  ]

  @Test(
    "keeps pictures inside their region and apart", arguments: shapes,
    [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60), Size(300, 90)])
  func apart(shape: [Int], size: Size) {
    let layout = PlaygroundLayout(size)
    let units = NetworkLayout(hidden: shape, in: layout.network, window: layout.window)
    let pixels = layout.network.y * 2..<layout.network.maxY * 2
    var lastRight = layout.network.x
    for (layer, place) in units.layers.enumerated() {
      let left = place.bar?.x ?? place.x
      let right = place.bar?.maxX ?? place.x + units.side
      #expect(left >= lastRight, "layer \(layer + 1) of \(shape) overlaps at \(size)")
      #expect(right <= layout.network.maxX)
      lastRight = right
      if let bar = place.bar {
        #expect(layout.network.contains(bar))
        continue
      }
      #expect(place.tops.count == shape[layer])
      for (top, next) in zip(place.tops, place.tops.dropFirst()) { #expect(next >= top + units.side) }
      if let first = place.tops.first, let last = place.tops.last {
        #expect(first >= pixels.lowerBound && last + units.side <= pixels.upperBound)
      }
    }
  }

  @Test("leaves the axes' labels their columns before the map", arguments: shapes, [Size(120, 40), Size(200, 60)])
  func axes(shape: [Int], size: Size) {
    let layout = PlaygroundLayout(size)
    let units = NetworkLayout(hidden: shape, in: layout.network, window: layout.window)
    guard units.side >= 6, let last = units.layers.last, last.bar == nil else { return }
    #expect(layout.output.x - (last.x + units.side) >= PlaygroundLayout.axisColumns)
  }

  @Test(
    "keeps pictures of 6×3 cells down to six layers of eight, and grows them in large windows",
    arguments: [
      (8, 1, Size(120, 40), 6), (8, 3, Size(120, 40), 6), (8, 6, Size(120, 40), 6), (8, 6, Size(200, 60), 6),
      (4, 2, Size(200, 60), 20), (4, 2, Size(250, 70), 24), (8, 3, Size(250, 70), 12), (4, 2, Size(160, 24), 8),
    ])
  func legible(units: Int, layers: Int, size: Size, side: Int) {
    let hidden = Array(repeating: units, count: layers)
    let layout = PlaygroundLayout(size, hidden: hidden)
    let network = NetworkLayout(hidden: hidden, in: layout.unitRegion, window: layout.window)
    #expect(network.side == side)
    for (layer, next) in zip(network.layers, network.layers.dropFirst()) { #expect(next.x - layer.x - side >= 3) }
  }

  @Test("draws the sizes of the style guide")
  func sides() {
    let small = PlaygroundLayout(Size(80, 24))
    #expect(NetworkLayout(hidden: [4, 2], in: small.network, window: .small).side == 6)
    let medium = PlaygroundLayout(Size(120, 40))
    #expect(NetworkLayout(hidden: [4, 2], in: medium.network, window: .medium).side == 8)
    let large = PlaygroundLayout(Size(200, 60))
    #expect(NetworkLayout(hidden: [8, 8, 8], in: large.network, window: .large).side == 10)
  }
}

extension PlaygroundLayout {
  /// Every part that must not meet another.
  fileprivate var panels: [(String, Rect)] {
    var panels: [(String, Rect)] = [
      ("title", title), ("features", features), ("network", network), ("output", output), ("loss", loss),
      ("explain", explain), ("keys", keys),
      ("headings", Rect(x: 0, y: headings, width: size.width, height: 1)),
    ]
    if lossHeading != headings {
      panels.append(("loss heading", Rect(x: loss.x, y: lossHeading, width: loss.width, height: 1)))
    }
    if let dataRow { panels.append(("data row", dataRow)) }
    if let layerCount { panels.append(("layers", Rect(x: layerCount.x, y: layerCount.y, width: 13, height: 1))) }
    if let settings { panels.append(("settings", settings)) }
    if let data { panels.append(("data", data)) }
    if let dataTable { panels.append(("data table", dataTable)) }
    if let trainingTable { panels.append(("training table", trainingTable)) }
    if let rule { panels.append(("rule", Rect(x: 0, y: rule, width: size.width, height: 1))) }
    panels.append(("map axis", Rect(x: output.x, y: outputAxis, width: output.width, height: 1)))
    if let legend { panels.append(("legend", Rect(x: output.x, y: legend, width: output.width, height: 1))) }
    if let lossAxis { panels.append(("loss axis", Rect(x: loss.x, y: lossAxis, width: loss.width, height: 1))) }
    return panels
  }
}
