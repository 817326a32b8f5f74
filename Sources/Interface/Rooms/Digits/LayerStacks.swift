import NeuralEngine
import Screen

/// The layers that answer with maps, each as a small stack with its shape under it; its loudest map lies on top.
struct LayerStacks: Drawable {
  let shell: Shell
  let reading: DigitReading
  /// The places of the stacks, each with a row for the shape under it.
  let slots: [Rect]
  /// The row of the heading, if it has one, and the column where that ends.
  var heading: Int?
  var end = 0

  /// How many maps of a stack are seen to lie under its top.
  private static let under = 2

  func draw(in scene: inout Scene) {
    if let heading, let first = slots.first {
      let isCurrent = shell.attention.current?.panel == .network
      let x = scene.frame.heading("LAYERS", x: first.x, y: heading, isCurrent: isCurrent)
      let key = "I looks in"
      if x + 2 + key.count <= end { scene.frame.put(key, endingAt: end, y: heading, .dim) }
    }
    for (layer, slot) in zip(0..<reading.mapLayers, slots) { drawStack(layer, in: slot, &scene) }
  }

  private func drawStack(_ layer: Int, in slot: Rect, _ scene: inout Scene) {
    let shape = reading.shapes[layer]
    let under = min(Self.under, shape.channels - 1)
    let (width, height) = (slot.width - Self.under, slot.height * 2 - Self.under)
    for step in stride(from: under, through: 1, by: -1) {
      // The colours of a map that answers nothing, lighter the deeper it lies, so that edges are seen.
      let edge = Picture(width: width, height: height) { _, _ in 0.3 + 0.15 * Float(step) }
      scene.frame.paint(edge, x: slot.x + step, halfRow: slot.y * 2 + Self.under - step, .unused)
    }
    let top = reading.map(reading.loudestMap(ofLayer: layer), ofLayer: layer)
      .resampled(width: width, height: height).scaled()
    scene.frame.paint(top, x: slot.x, halfRow: slot.y * 2 + Self.under)
    let target = Target.layer(layer)
    let isCurrent = shell.attention.current == target
    let words = [shape.description, "\(shape.channels) maps", "×\(shape.channels)"]
    if let word = words.first(where: { $0.count <= slot.width }) {
      scene.frame.put(word, centeredIn: slot.columns, y: slot.maxY, isCurrent ? .accent : .dim)
    }
    scene.mark(Rect(x: slot.x, y: slot.y, width: slot.width, height: slot.height + 1), as: target)
  }
}
