import NeuralEngine
import Screen

/// The weights and the bias of one unit, live, one of them chosen to be changed.
struct WeightList: Drawable {
  let shell: Shell
  let editor: WeightEditor

  func draw(in scene: inout Scene) {
    guard let network = shell.network, editor.layer < network.architecture.layerCount else { return }
    let sources = network.architecture.sources(editor.layer)
    let height = min(sources + 1, scene.panelRows)
    let name = shell.unitName(layer: editor.layer, unit: editor.unit)
    let room = scene.openPanel(
      Size(max(30, min(48, (scene.besides?.width ?? 60) - 6)), height), title: name,
      note: "a = \(network.architecture.activation(editor.layer).rawValue) z")
    let first = max(0, min(editor.selected - height / 2, sources + 1 - height))
    for (row, index) in (first..<min(sources + 1, first + height)).enumerated() {
      let isBias = index == sources
      let target: Target =
        isBias
        ? .bias(layer: editor.layer, unit: editor.unit)
        : .weight(layer: editor.layer, unit: editor.unit, source: index)
      let value = shell.parameter(target) ?? 0
      let y = room.y + row
      let isChosen = index == editor.selected
      if index == shell.attention.pointedRow {
        scene.frame.fill(Rect(x: room.x - 1, y: y, width: room.width + 2, height: 1), .lift)
      }
      scene.frame.choice(
        isBias ? "bias" : shell.sourceName(layer: editor.layer, source: index), isChosen: isChosen, x: room.x, y: y)
      scene.frame.put(
        Number.signed(value, decimals: 4, width: 8), endingAt: room.x + 22, y: y, Number.role(value),
        isChosen ? .bold : [])
      drawBar(value, x: room.x + 25, y: y, width: room.maxX - room.x - 25, in: &scene)
      scene.mark(Rect(x: room.x, y: y, width: room.width, height: 1), as: .row(index))
    }
  }

  /// A bar from the middle, to the left for negative values; full at |w| = 2, as a line is.
  private func drawBar(_ value: Double, x: Int, y: Int, width: Int, in scene: inout Scene) {
    guard width > 2 else { return }
    let half = width / 2
    let length = Int((min(1, abs(value) / 2) * Double(half)).rounded())
    let table = scene.frame.theme.glyphs.table
    scene.frame.write(table.verticalRule, x: x + half, y: y, scene.frame.theme.style(.rule))
    let start = value < 0 ? x + half - length : x + half + 1
    for column in start..<start + length {
      scene.frame.write(table.barFull, x: column, y: y, scene.frame.theme.style(Number.role(value)))
    }
  }
}
