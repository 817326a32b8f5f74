import NeuralEngine
import Playground
import Screen

/// The hidden layers: every unit as its own map, every weight as a line whose colour and thickness tell its value.
struct NetworkPanel: Drawable {
  let picture: NetworkPicture
  let layout: PlaygroundLayout
  let features: FeatureLayout
  let units: NetworkLayout

  func draw(in scene: inout Scene) {
    LayerHeadings(picture: picture, layout: layout, units: units).draw(in: &scene)
    guard let network = picture.network else { return }
    guard network.architecture.hidden.count == units.layers.count else {
      return drawSentence(
        "\(network.architecture.hidden.count) hidden layers are too many to be drawn here. They train all the same.",
        in: &scene)
    }
    let gaps = NetworkGaps(picture: picture, architecture: network.architecture, layout, features, units)
    drawLines(network, gaps, in: &scene)
    drawOutputs(gaps, in: &scene)
    drawUnits(network, in: &scene)
    WeightNumbers(picture: picture, network: network, gaps: gaps, lastRow: layout.network.maxY - 1).draw(in: &scene)
    if units.layers.isEmpty {
      drawSentence("No hidden layer: + adds one.", in: &scene)
    }
  }

  /// Something to be said in the middle of the room for layers.
  private func drawSentence(_ text: String, in scene: inout Scene) {
    let rect = layout.network.inset(layout.window == .small ? 2 : 6, 0)
    let lines = Paragraph(text).lines(width: rect.width, glyphs: scene.frame.theme.glyphs)
    for (row, line) in lines.enumerated() {
      let y = rect.maxY - lines.count + row
      scene.frame.put(line.map { Span($0.text, .dim, $0.attributes) }, x: rect.x, y: y)
    }
  }

  // MARK: - Lines

  /// Of more weights between two layers only those into every so many-th unit are looked at.
  private static let mostWeights = 1 << 18
  /// The most cells between two layers that point at a weight.
  private static let mostMarks = 1 << 17

  private func drawLines(_ network: Network, _ gaps: NetworkGaps, in scene: inout Scene) {
    for layer in 0..<network.architecture.layerCount {
      let gap = gaps.gap(layer)
      guard gap.columns.count >= 2 else { continue }
      let step = max(1, gap.from.count * gap.to.count / Self.mostWeights)
      let weights = gap.to.indices.map { unit in
        unit % step > 0
          ? [] : gap.from.indices.map { picture.strength(layer: layer, unit: unit, source: $0, of: network) }
      }
      var connections = Connections(
        in: Rect(columns: gap.columns, rows: layout.network.y..<layout.network.maxY), from: gap.from.map { $0 / 2 },
        to: gap.to.map { $0 / 2 }, weights: weights,
        hot: picture.hotLinks(into: layer, sources: gap.from.count, units: gap.to.count))
      connections.ports = (gap.fromHeight / 2, gap.toHeight / 2)
      scene.frame.connections(connections)
      markLines(layer, connections, in: &scene)
    }
  }

  /// The cells a line runs through belong to its weight; the strongest lies on top.
  private func markLines(_ layer: Int, _ connections: Connections, in scene: inout Scene) {
    let links = connections.weights.indices.flatMap { unit in
      connections.weights[unit].indices.map { (unit, $0, abs(connections.weights[unit][$0])) }
    }
    let most = min(Connections.most, Self.mostMarks / connections.area.width)
    for (unit, source, _) in links.sorted(by: { $0.2 < $1.2 }).suffix(most) {
      let target = Target.weight(layer: layer, unit: unit, source: source)
      for column in connections.area.columns {
        let row = connections.row(of: Connections.Link(source: source, target: unit), column: column)
        scene.mark(Rect(x: column, y: row, width: 1, height: 1), as: target)
      }
    }
  }

  // MARK: - Units

  private func drawUnits(_ network: Network, in scene: inout Scene) {
    for (layer, place) in units.layers.enumerated() {
      if let bar = place.bar {
        drawBar(layer, bar, of: network.architecture.hidden[layer], in: &scene)
        continue
      }
      for (unit, top) in place.tops.enumerated() {
        let target = Target.unit(layer: layer, unit: unit)
        scene.frame.paint(
          map(layer, unit), x: place.x, halfRow: top, picture.isStale ? .stale : .signed)
        if picture.current == target || picture.held == target {
          scene.frame.frame(x: place.x, halfRow: top, width: units.side, height: units.side)
        }
        if let box = units.box(layer: layer, unit: unit) {
          scene.mark(box, as: target)
          if let answer = picture.probe?.answer(layer: layer, unit: unit) { scene.answer(answer, in: box) }
        }
      }
    }
  }

  /// A unit's answers over the plane; without any, 0 everywhere.
  private func map(_ layer: Int, _ unit: Int) -> Picture {
    guard let map = picture.maps?[safe: layer]?[safe: unit] else {
      return Picture(width: units.side, height: units.side) { _, _ in 0 }
    }
    let shown = Picture(width: map.size.width, height: map.size.height, values: map.values)
      .resampled(width: units.side, height: units.side)
    return picture.isDiscrete ? shown.discretized() : shown
  }

  /// A layer of more units than fit: two columns, a pixel a unit: its answer to the sample that is looked at closely, else the mean of its map.
  private func drawBar(_ layer: Int, _ bar: Rect, of count: Int, in scene: inout Scene) {
    let pixels = bar.height * 2
    let shown = Picture(width: 2, height: pixels) { _, y in
      let unit = y * count / max(1, pixels)
      if let answer = picture.probe?.answer(layer: layer, unit: unit) { return Float(answer) }
      guard let map = picture.maps?[safe: layer]?[safe: unit], !map.values.isEmpty else { return 0 }
      return map.values.reduce(0, +) / Float(map.values.count)
    }
    scene.frame.paint(shown, x: bar.x, halfRow: bar.y * 2)
    for row in bar.rows {
      let unit = min(count - 1, (row - bar.y) * 2 * count / max(1, pixels))
      scene.mark(Rect(x: bar.x, y: row, width: 2, height: 1), as: .unit(layer: layer, unit: unit))
    }
  }

  /// Several outputs: what each stands for, where its lines end.
  private func drawOutputs(_ gaps: NetworkGaps, in scene: inout Scene) {
    guard let network = picture.network, !picture.outputs.isEmpty else { return }
    let layer = network.architecture.layerCount - 1
    let theme = scene.frame.theme
    for (index, output) in picture.outputs.enumerated() {
      guard let middle = gaps.gap(layer).to[safe: index] else { return }
      let target = Target.unit(layer: layer, unit: index)
      let place = Rect(
        x: layout.output.x - gaps.outputColumns, y: Int(middle / 2), width: gaps.outputColumns, height: 1)
      let isCurrent = picture.current == target || picture.held == target
      let classStyle = output.classNumber.map { Style(theme.classPoint($0), .bold) }
      let style = isCurrent ? theme.style(.accent).adding(.bold) : classStyle ?? theme.style(.text)
      let glyph = output.classNumber.map { String(Character(theme.glyphs.table.classSamples[$0 % 10])) + " " } ?? ""
      scene.frame.put(
        scene.frame.shortened(glyph + output.name, to: place.width - 2), x: place.x + 1, y: place.y, style: style)
      scene.mark(place, as: target)
    }
  }
}
