import NeuralEngine
import Screen

/// The numbers on the lines of the current unit: weights on the way in stand beside their sources, those on the way out
/// before their targets.
struct WeightNumbers: Drawable {
  let picture: NetworkPicture
  let network: Network
  let gaps: NetworkGaps
  let lastRow: Int

  func draw(in scene: inout Scene) {
    let architecture = network.architecture
    guard let (layer, unit) = picture.numberedUnit, layer < architecture.layerCount, unit < architecture.units(layer)
    else { return }
    let gap = gaps.gap(layer)
    if gap.columns.count >= 9, Self.areApart(gap.from) {
      for (source, middle) in gap.from.enumerated() {
        draw(.weight(layer: layer, unit: unit, source: source), x: gap.columns.lowerBound, halfRow: middle, in: &scene)
      }
    }
    guard layer + 1 < architecture.layerCount else { return }
    let next = gaps.gap(layer + 1)
    if next.columns.count >= 9, Self.areApart(next.to) {
      for (target, middle) in next.to.enumerated() {
        draw(
          .weight(layer: layer + 1, unit: target, source: unit), x: next.columns.upperBound - 7, halfRow: middle,
          in: &scene)
      }
    }
  }

  /// Whether numbers at these half rows would not lie on each other.
  private static func areApart(_ middles: [Double]) -> Bool {
    zip(middles, middles.dropFirst()).allSatisfy { $1 - $0 >= 2 }
  }

  private func draw(_ target: Target, x: Int, halfRow: Double, in scene: inout Scene) {
    guard case .weight(let layer, let unit, let source) = target else { return }
    let value = picture.strength(layer: layer, unit: unit, source: source, of: network)
    let y = min(Int(halfRow / 2), lastRow)
    let role = picture.current == target ? .accent : Number.role(value)
    scene.frame.put([Span(" " + Number.signed(value) + " ", role, .bold)], x: x, y: y, on: .ground)
    scene.mark(Rect(x: x, y: y, width: 7, height: 1), as: target)
  }
}
