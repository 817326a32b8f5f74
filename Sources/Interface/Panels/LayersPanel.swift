import Glibc
import NeuralEngine
import Playground
import Screen

/// How large the gradients of each layer are, and which of its units no longer answer.
struct LayersPanel: Drawable {
  /// One row of the panel.
  struct Row {
    /// The layer as the network's panel counts it, with what it is: `2 · 4 tanh`.
    let name: String
    let figures: LayerFigures
  }

  let layers: [Row]
  let heading: Rect
  let rect: Rect
  var isCurrent = false

  func draw(in scene: inout Scene) {
    scene.frame.heading("GRADIENTS", x: heading.x, y: heading.y, isCurrent: isCurrent)
    if heading.width >= 30 { scene.frame.put("by layer", endingAt: heading.maxX, y: heading.y, .dim) }
    let names = layers.map { scene.frame.theme.glyphs.width($0.name) }.max() ?? 0
    let region = Rect(columns: heading.x..<rect.maxX, rows: rect.y..<rect.maxY)
    scene.frame.clipped(to: region) { frame in
      for (place, row) in shown.enumerated() {
        draw(row, names: min(names, region.width / 3), x: region.x, y: region.y + place, in: &frame)
      }
    }
    scene.mark(region, as: .loss)
  }

  /// The rows that have room: the last ones, where errors come from, give way.
  private var shown: ArraySlice<Row> { layers.prefix(rect.height) }

  private func draw(_ row: Row, names: Int, x: Int, y: Int, in frame: inout Frame) {
    frame.put(frame.shortened(row.name, to: names), x: x, y: y, .dim)
    let number = Number.loss(row.figures.gradient)
    let silent = row.silent
    let end = silent.isEmpty ? rect.maxX : rect.maxX - max(0, frame.theme.glyphs.width(silent) + 1)
    let bar = x + names + 1
    let width = end - bar - 7
    if width >= 3 { frame.bar(share(row.figures.gradient), x: bar, y: y, width: width, .accent) }
    frame.put(number, endingAt: end, y: y, .strong, .bold)
    if !silent.isEmpty { frame.put(silent, endingAt: rect.maxX, y: y, .alarm) }
  }

  /// How long a gradient's bar is: full for the largest of all layers, nothing for one 10⁴ times smaller.
  private func share(_ gradient: Double) -> Double {
    let largest = layers.map(\.figures.gradient).max() ?? 0
    guard gradient > 0, largest > 0 else { return 0 }
    return max(0, 1 + log10(gradient / largest) / Self.decades)
  }

  /// So many powers of ten are told apart.
  private static let decades = 4.0
}

extension LayersPanel.Row {
  /// The units that do not answer: `2 of 8 dead`; empty where all do.
  var silent: String {
    if figures.dead > 0 { return "\(figures.dead) of \(figures.units) dead" }
    return figures.saturated > 0 ? "\(figures.saturated) of \(figures.units) saturated" : ""
  }
}
