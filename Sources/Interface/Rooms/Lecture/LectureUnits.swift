import Playground
import Screen

/// In a small window the hidden layers stand in a row under the text, left to right; the last with its weights into the
/// output.
struct LectureUnits: Drawable {
  private let shell: Shell
  private let layout: PlaygroundLayout
  private let layers: [Int]
  private let width: Int

  /// Rows and columns of a unit's picture, and columns from one to the next.
  private static let rows = 3
  private static let side = 6
  private static let pitch = 7

  /// The layers, where the step shows them and they are dense.
  init?(_ shell: Shell, _ layout: PlaygroundLayout) {
    guard shell.size.height >= 22, !shell.showsImages, shell.shows(.network), !shell.hidden.isEmpty,
      let hidden = shell.network?.architecture.hidden, hidden == shell.hidden.compactMap(\.units)
    else { return nil }
    (self.shell, self.layout, layers) = (shell, layout, hidden)
    width = layout.output.x - 6 - layout.features.x
  }

  func draw(in scene: inout Scene) {
    // The last layer is shown where there is no room for more.
    let shown = layers.count <= width / (2 * Self.pitch) ? 0..<layers.count : layers.count - 1..<layers.count
    var x = 1
    for layer in shown {
      let left = shown.upperBound - layer
      let others = shown.count > 1 ? layers[(layer + 1)..<shown.upperBound].reduce(0, +) * Self.pitch : 0
      let share = max((width + 1 - x) / left, width + 1 - x - others)
      let count = min(layers[layer], share / Self.pitch)
      draw(layer: layer, units: count, x: x, share: share, in: &scene)
      x += min(share, max(count * Self.pitch, 11))
    }
  }

  private func draw(layer: Int, units: Int, x: Int, share: Int, in scene: inout Scene) {
    let y = layout.lossHeading
    let end = scene.frame.heading("LAYER \(layer + 1)", x: x, y: y)
    let isLast = layer == layers.count - 1
    let more = layers[layer] - units
    let note = more > 0 ? "and \(more) more" : isLast && layers.count == 1 ? "and its weights into the output" : ""
    if end + 2 + note.count <= x + share { scene.frame.put(note, x: end + 2, y: y, .dim) }
    for unit in 0..<units {
      draw(unit, of: layer, x: x + unit * Self.pitch, y: y, showsWeight: isLast, in: &scene)
    }
  }

  private func draw(_ unit: Int, of layer: Int, x: Int, y: Int, showsWeight: Bool, in scene: inout Scene) {
    if let map = shell.snapshot?.maps?.hidden[safe: layer]?[safe: unit] {
      let picture = Picture(width: map.size.width, height: map.size.height, values: map.values).resampled(
        width: Self.side, height: Self.side)
      scene.frame.paint(picture, x: x, halfRow: (y + 1) * 2)
    }
    let target = Target.unit(layer: layer, unit: unit)
    scene.mark(Rect(x: x, y: y + 1, width: Self.side, height: Self.rows), as: target)
    if showsWeight, let network = shell.network {
      let weight = Double(network.weight(layer: layer + 1, unit: 0, source: unit))
      scene.frame.put([Span(Number.signed(weight), Number.role(weight), .bold)], x: x, y: y + 4)
    }
    if shell.attention.current == target {
      scene.frame.frame(x: x, halfRow: (y + 1) * 2, width: Self.side, height: Self.side)
    }
  }
}

extension Shell {
  /// The first row of a small window that the text of a lecture leaves free: what stands under it begins two rows above
  /// the losses' heading's end.
  func rowsOfLecture(_ layout: PlaygroundLayout) -> Int {
    guard size.height >= 22, LectureUnits(self, layout) != nil || hasOutputUnit || LecturePictures.showsStrip(self)
    else { return layout.explain.y }
    return layout.lossHeading - 1
  }
}
