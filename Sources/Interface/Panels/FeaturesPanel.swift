import Datasets
import Screen

/// The features: each with its own map, those that are not used in grey.
struct FeaturesPanel: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout
  let places: FeatureLayout

  func draw(in scene: inout Scene) {
    let isCurrent = shell.isMarked(.features)
    let rect = layout.features
    let end = scene.frame.heading("FEATURES", x: rect.x, y: layout.headings, isCurrent: isCurrent)
    let used = shell.features.filter(\.isUsed).count
    if layout.window != .small {
      let count = "\(used)/\(shell.features.count)"
      if end + 2 + count.count <= rect.maxX + 2 {
        scene.frame.put(count, endingAt: max(rect.maxX, end + 2 + count.count), y: layout.headings, .dim)
      }
    }
    for index in shell.features.indices where !shell.isHidden(.feature(index)) { drawFeature(index, in: &scene) }
  }

  private func drawFeature(_ index: Int, in scene: inout Scene) {
    let (feature, isUsed) = shell.features[index]
    let place = places.places[index]
    guard place.labelRow < layout.features.maxY else { return }
    let target = Target.feature(index)
    let isCurrent = shell.attention.current == target
    let role: Role = isCurrent ? .accent : isUsed ? .strong : .dim
    let labelEnd = layout.features.x + layout.featureLabels - 1
    if let picture = place.picture {
      if layout.window == .small {
        scene.frame.put(feature.symbol, x: layout.features.x, y: place.labelRow, role)
      } else {
        scene.frame.put(feature.symbol, endingAt: labelEnd, y: place.labelRow, role)
      }
      let map = Picture(width: places.side, height: places.side) { x, y in
        feature.shade(x: (Double(x) + 0.5) / Double(places.side), y: (Double(y) + 0.5) / Double(places.side))
      }
      scene.frame.paint(map, x: picture.x, halfRow: picture.y, isUsed ? .signed : .unused)
      if isCurrent { scene.frame.frame(x: picture.x, halfRow: picture.y, width: places.side, height: places.side) }
    } else {
      scene.frame.put(feature.symbol, x: layout.features.x, y: place.labelRow, role)
    }
    let box =
      places.box(index) ?? Rect(x: layout.features.x, y: place.labelRow, width: layout.features.width, height: 1)
    scene.mark(Rect(x: layout.features.x, y: box.y, width: layout.features.width, height: box.height), as: target)
  }
}

extension Feature {
  /// The feature's value at a place of its picture (0 … 1 from the upper left), scaled to −1 … +1 for the ramp.
  fileprivate func shade(x: Double, y: Double) -> Float {
    let x1 = x * 12 - 6
    let x2 = 6 - y * 12
    let scale =
      switch self {
      case .x1, .x2: 6.0
      case .x1Squared, .x2Squared, .product: 18.0
      case .sinX1, .sinX2: 1.0
      }
    return Float(min(1, max(-1, value(x1, x2) / scale)))
  }
}
