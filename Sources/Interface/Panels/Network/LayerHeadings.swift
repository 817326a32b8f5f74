import Playground
import Screen

/// The headings of the hidden layers, each with its number of units and, where they have room, buttons for more and
/// fewer; right of the last a place for one more layer.
struct LayerHeadings: Drawable {
  let picture: NetworkPicture
  let layout: PlaygroundLayout
  let units: NetworkLayout

  func draw(in scene: inout Scene) {
    var taken = layout.features.maxX
    for (layer, place) in units.layers.enumerated() {
      taken = draw(layer, middle: place.x + units.side / 2, from: taken, in: &scene) + 1
    }
    drawGhost(from: taken, in: &scene)
  }

  /// How a heading may look, from the most telling form to the shortest.
  private struct Form {
    let name: String
    let hasButtons: Bool
    let hasCount: Bool

    func width(_ count: String) -> Int {
      name.count + (hasButtons ? (name.isEmpty ? 0 : 2) + 4 + count.count : hasCount ? 1 + count.count : 0)
    }
  }

  /// Draws a heading and returns the column after it.
  private func draw(_ layer: Int, middle: Int, from start: Int, in scene: inout Scene) -> Int {
    let y = layout.headings
    let isCurrent = picture.currentLayer.map { $0 == layer } ?? picture.isMarked
    let count = "\(picture.hidden[safe: layer] ?? 0)"
    let (long, short) = ("LAYER \(layer + 1)", "L\(layer + 1)")
    let forms = [
      Form(name: long, hasButtons: true, hasCount: true), Form(name: short, hasButtons: true, hasCount: true),
      // Where there is no room for all buttons the current layer has them in place of its name.
      Form(name: "", hasButtons: true, hasCount: true), Form(name: long, hasButtons: false, hasCount: true),
      Form(name: long, hasButtons: false, hasCount: false), Form(name: short, hasButtons: false, hasCount: true),
      Form(name: short, hasButtons: false, hasCount: false),
    ].filter { form in
      !form.hasButtons || picture.hasButtons && (!form.name.isEmpty || picture.currentLayer == layer)
    }
    let room = min(spacing - 2, layout.output.x - 1 - start)
    guard let form = forms.first(where: { $0.width(count) <= room }) else { return start }
    let width = form.width(count)
    var x = min(max(middle - width / 2, start), layout.output.x - 1 - width)
    let heading = Rect(x: x, y: y, width: max(1, form.name.count), height: 1)
    x = scene.frame.heading(form.name, x: x, y: y, isCurrent: isCurrent)
    if !form.name.isEmpty { scene.mark(heading, as: .layer(layer)) }
    guard form.hasButtons else {
      return form.hasCount ? scene.frame.put(count, x: x + 1, y: y, isCurrent ? .strong : .dim) : x
    }
    x += form.name.isEmpty ? 0 : 2
    scene.frame.put("−", x: x, y: y, isCurrent ? .accent : .dim)
    scene.mark(Rect(x: x, y: y, width: 2, height: 1), as: .layerButton(layer: layer, more: false))
    x = scene.frame.put(count, x: x + 2, y: y, isCurrent ? .strong : .dim)
    if form.name.isEmpty {
      scene.mark(Rect(x: x - count.count, y: y, width: count.count, height: 1), as: .layer(layer))
    }
    scene.frame.put("+", x: x + 1, y: y, isCurrent ? .accent : .dim)
    scene.mark(Rect(x: x + 1, y: y, width: 2, height: 1), as: .layerButton(layer: layer, more: true))
    return x + 2
  }

  /// Where the next layer would stand.
  private func drawGhost(from start: Int, in scene: inout Scene) {
    guard picture.hasButtons else { return }
    let text = "+ layer"
    let end = layout.output.x - 1
    guard end - start >= text.count + 2, picture.network != nil else { return }
    let x = start + (end - start - text.count) / 2
    scene.frame.put(text, x: x, y: layout.headings, .dim)
    scene.mark(Rect(x: x, y: layout.headings, width: text.count, height: 1), as: .command(.addLayer))
  }

  /// Columns from one layer to the next.
  private var spacing: Int {
    guard units.layers.count > 1 else { return layout.network.width }
    return units.layers[1].x - units.layers[0].x
  }
}
