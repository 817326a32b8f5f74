import Datasets
import Screen

/// The inputs: each feature with its own map, those that are not used in grey; of a table its columns by name.
struct FeaturesPanel: Drawable {
  let picture: NetworkPicture
  let layout: PlaygroundLayout
  let places: FeatureLayout

  func draw(in scene: inout Scene) {
    let rect = layout.features
    let areColumns = picture.inputs.allSatisfy { $0.feature == nil }
    let end = scene.frame.heading(
      areColumns ? "INPUTS" : "FEATURES", x: rect.x, y: layout.headings, isCurrent: picture.areFeaturesMarked)
    if layout.window != .small {
      let used = picture.inputs.count { $0.isUsed }
      let shown = picture.inputs.count { !$0.isHidden }
      let count = areColumns ? "\(used)" : "\(used)/\(shown)"
      if end + 2 + count.count <= rect.maxX + 2 {
        scene.frame.put(count, endingAt: max(rect.maxX, end + 2 + count.count), y: layout.headings, .dim)
      }
    }
    for index in picture.inputs.indices where places.places[index].isShown { draw(index, in: &scene) }
    if let rest = places.hiddenCount {
      scene.frame.put("\(rest) more", x: rect.x, y: rect.maxY - 1, .dim)
    }
  }

  /// What goes in for a feature, while a sample is looked at closely.
  private func probed(_ index: Int) -> Double? {
    guard picture.inputs[index].isUsed else { return nil }
    return picture.probe?.source(picture.inputs[..<index].count { $0.isUsed }, layer: 0)
  }

  private func draw(_ index: Int, in scene: inout Scene) {
    let input = picture.inputs[index]
    let place = places.places[index]
    let target: Target = input.feature == nil ? .input(index) : .feature(index)
    let isCurrent = picture.current == target
    let role: Role = isCurrent ? .accent : input.isUsed ? .strong : .dim
    if let corner = place.picture {
      let symbol = scene.frame.shortened(input.symbol, to: corner.x - layout.features.x - 1)
      if layout.window == .small {
        scene.frame.put(symbol, x: layout.features.x, y: place.labelRow, role)
      } else {
        scene.frame.put(symbol, endingAt: corner.x - 1, y: place.labelRow, role)
      }
      let shade = input.feature?.shade
      let map = Picture(width: places.side, height: places.side) { x, y in
        let (across, down) = ((Double(x) + 0.5) / Double(places.side), (Double(y) + 0.5) / Double(places.side))
        return shade?(across, down) ?? 0
      }
      scene.frame.paint(map, x: corner.x, halfRow: corner.y, input.isUsed ? .signed : .unused)
      if isCurrent { scene.frame.frame(x: corner.x, halfRow: corner.y, width: places.side, height: places.side) }
    } else {
      drawName(input, row: place.labelRow, role, value: probed(index), in: &scene)
    }
    let box =
      places.box(index) ?? Rect(x: layout.features.x, y: place.labelRow, width: layout.features.width, height: 1)
    if place.picture != nil, let value = probed(index) { scene.answer(value, in: box) }
    scene.mark(Rect(x: layout.features.x, y: box.y, width: layout.features.width, height: box.height), as: target)
  }

  /// An input without a picture: its name, and what goes in where there is room for both.
  private func drawName(
    _ input: NetworkPicture.Input, row: Int, _ role: Role, value: Double?, in scene: inout Scene
  ) {
    let rect = layout.features
    var end = rect.maxX - 1
    if let value, rect.width >= 12 {
      scene.answer(value, in: Rect(x: end - 5, y: row, width: 5, height: 1))
      end -= 6
    }
    let symbol = scene.frame.shortened(input.symbol, to: end - rect.x)
    if input.feature == nil {
      scene.frame.put(symbol, endingAt: end, y: row, role)
    } else {
      scene.frame.put(symbol, x: rect.x, y: row, role)
    }
  }
}

extension Feature {
  /// The feature's value at a place of its picture (0 … 1 from the upper left), scaled to −1 … +1 for the ramp.
  fileprivate var shade: (_ x: Double, _ y: Double) -> Float {
    let scale = scale
    return { x, y in Float(min(1, max(-1, value(x * 12 - 6, 6 - y * 12) / scale))) }
  }

  /// What the ramp's ends stand for: of a formula its largest value on a coarse grid of the map.
  private var scale: Double {
    switch self {
    case .x1, .x2: return 6
    case .x1Squared, .x2Squared, .product: return 18
    case .sinX1, .sinX2: return 1
    case .formula:
      let places = stride(from: -6.0, through: 6, by: 1)
      let largest = places.map { x1 in places.map { x2 in value(x1, x2).magnitude }.max() ?? 0 }.max() ?? 0
      return largest > 0 ? largest : 1
    }
  }
}
