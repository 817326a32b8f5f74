import NeuralEngine
import Playground
import Screen

/// The hidden layers: every unit as its own map, every weight as a line whose colour and thickness tell its value.
struct NetworkPanel: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout
  let features: FeatureLayout
  let units: NetworkLayout

  func draw(in scene: inout Scene) {
    drawHeadings(in: &scene)
    guard let network = shell.network else { return }
    guard network.architecture.hidden.count == units.layers.count else { return drawSummary(network, in: &scene) }
    drawLines(network, in: &scene)
    drawUnits(network, in: &scene)
    drawChips(network, in: &scene)
  }

  /// More layers than columns: said in a sentence.
  private func drawSummary(_ network: Network, in scene: inout Scene) {
    let text =
      "\(network.architecture.hidden.count) hidden layers are too many to be drawn here. They train all the same."
    let rect = layout.network.inset(2, 0)
    let lines = Paragraph(text).lines(width: rect.width, glyphs: scene.frame.theme.glyphs)
    for (row, line) in lines.enumerated() {
      scene.frame.put(line, x: rect.x, y: rect.y + rect.height / 2 - lines.count / 2 + row)
    }
  }

  // MARK: - Headings

  private func drawHeadings(in scene: inout Scene) {
    let y = layout.headings
    for (layer, place) in units.layers.enumerated() {
      let isCurrent = shell.currentLayer.map { $0 == layer } ?? shell.isMarked(.network)
      let room = spacing - 1
      let count = "\(shell.hidden.indices.contains(layer) ? shell.hidden[layer] : 0)"
      let forms: [(heading: String, buttons: Bool)] = [
        ("LAYER \(layer + 1)", true), ("LAYER \(layer + 1)", false), ("L\(layer + 1)", true), ("L\(layer + 1)", false),
      ]
      func width(_ form: (heading: String, buttons: Bool)) -> Int {
        form.heading.count + (form.buttons ? 2 + count.count + 4 : 0)
      }
      guard
        let form = forms.first(where: {
          width($0) <= room && !(layout.window == .small && $0.buttons && $0.heading.count > 2)
        }) ?? forms.last
      else { continue }
      let middle = place.x + units.side / 2
      let start = min(max(middle - width(form) / 2, layout.features.maxX), layout.output.x - 1 - width(form))
      var x = scene.frame.heading(form.heading, x: start, y: y, isCurrent: isCurrent)
      scene.mark(Rect(x: start, y: y, width: x - start, height: 1), as: .layer(layer))
      guard form.buttons, !shell.isHidden(.layerButton(layer: layer, more: true)) else { continue }
      x += form.heading.count > 2 ? 2 : 1
      scene.frame.put("−", x: x, y: y, .dim)
      scene.mark(Rect(x: x - 1, y: y, width: 2, height: 1), as: .layerButton(layer: layer, more: false))
      x = scene.frame.put(count, x: x + 2, y: y, isCurrent ? .strong : .dim)
      scene.frame.put("+", x: x + 1, y: y, .dim)
      scene.mark(Rect(x: x + 1, y: y, width: 2, height: 1), as: .layerButton(layer: layer, more: true))
    }
  }

  /// Columns from one layer to the next.
  private var spacing: Int {
    guard units.layers.count > 1 else { return layout.network.width }
    return units.layers[1].x - units.layers[0].x
  }

  // MARK: - Lines

  /// One gap per layer of weights, in half rows.
  private func ends(of layer: Int, _ architecture: Architecture) -> (from: [Double], to: [Double], x: Range<Int>) {
    func middles(_ hidden: Int) -> [Double] {
      (0..<architecture.hidden[hidden]).map { units.middle(layer: hidden, unit: $0, of: architecture.hidden[hidden]) }
    }
    let used = shell.features.indices.filter { shell.features[$0].isUsed }
    let from =
      layer == 0 ? used.prefix(architecture.inputs).map { features.places[$0].middle } : middles(layer - 1)
    let to =
      layer < architecture.hidden.count
      ? middles(layer)
      : (0..<architecture.outputs).map {
        Double(layout.output.y * 2) + (Double($0) + 0.5) / Double(architecture.outputs)
          * Double(layout.output.height * 2)
      }
    let left = layer == 0 ? layout.features.maxX : units.layers[layer - 1].right(units.side)
    let right = layer < units.layers.count ? units.layers[layer].left(units.side) : layout.output.x
    return (from, to, left..<max(left, right))
  }

  private func drawLines(_ network: Network, in scene: inout Scene) {
    for layer in 0..<network.architecture.layerCount {
      let (from, to, columns) = ends(of: layer, network.architecture)
      guard columns.count >= 2 else { continue }
      let weights = to.indices.map { unit in
        from.indices.map { Double(network.weight(layer: layer, unit: unit, source: $0)) }
      }
      let area = Rect(columns: columns, rows: layout.network.y..<layout.network.maxY)
      let connections = Connections(
        in: area, from: from.map { $0 / 2 }, to: to.map { $0 / 2 }, weights: weights, hot: hotLinks(layer, weights))
      scene.frame.connections(connections)
      markLines(layer, connections, in: &scene)
    }
  }

  /// The lines of the current unit keep their colour; nil while no unit is current.
  private func hotLinks(_ layer: Int, _ weights: [[Double]]) -> Set<Connections.Link>? {
    let sources = weights.first?.indices ?? 0..<0
    switch shell.attention.current ?? shell.attention.held {
    case .unit(let current, let unit)?, .bias(let current, let unit)?:
      if layer == current { return Set(sources.map { Connections.Link(source: $0, target: unit) }) }
      if layer == current + 1 { return Set(weights.indices.map { Connections.Link(source: unit, target: $0) }) }
      return []
    case .weight(let current, let unit, let source)?:
      return layer == current ? [Connections.Link(source: source, target: unit)] : []
    case .feature(let feature)?:
      guard let input = shell.inputIndex(of: feature) else { return nil }
      return layer == 0 ? Set(weights.indices.map { Connections.Link(source: input, target: $0) }) : []
    case _: return nil
    }
  }

  /// The cells a line runs through belong to its weight; the strongest lies on top.
  private func markLines(_ layer: Int, _ connections: Connections, in scene: inout Scene) {
    let links = connections.weights.indices.flatMap { unit in
      connections.weights[unit].indices.map { (unit, $0, abs(connections.weights[unit][$0])) }
    }
    for (unit, source, _) in links.sorted(by: { $0.2 < $1.2 }) {
      let target = Target.weight(layer: layer, unit: unit, source: source)
      for column in connections.area.columns {
        let row = connections.row(of: Connections.Link(source: source, target: unit), column: column)
        scene.mark(Rect(x: column, y: row, width: 1, height: 1), as: target)
      }
    }
  }

  // MARK: - Units

  private func drawUnits(_ network: Network, in scene: inout Scene) {
    let maps = shell.snapshot?.maps?.hidden
    for (layer, place) in units.layers.enumerated() {
      if let bar = place.bar {
        drawBar(layer, bar, maps, in: &scene)
        continue
      }
      for (unit, top) in place.tops.enumerated() {
        let target = Target.unit(layer: layer, unit: unit)
        if let map = maps?[safe: layer]?[safe: unit] {
          let picture = Picture(width: map.size.width, height: map.size.height, values: map.values)
            .resampled(width: units.side, height: units.side)
          scene.frame.paint(
            shell.discretises ? picture.discretized() : picture, x: place.x, halfRow: top,
            shell.divergence == nil ? .signed : .stale)
        } else {
          scene.frame.paint(Picture(width: units.side, height: units.side) { _, _ in 0 }, x: place.x, halfRow: top)
        }
        if shell.attention.current == target || shell.attention.held == target {
          scene.frame.frame(x: place.x, halfRow: top, width: units.side, height: units.side)
        }
        if let box = units.box(layer: layer, unit: unit) { scene.mark(box, as: target) }
      }
    }
  }

  /// A layer of more units than fit: two columns, a pixel a unit, each the mean of its map.
  private func drawBar(_ layer: Int, _ bar: Rect, _ maps: [[FieldMap]]?, in scene: inout Scene) {
    let count = shell.network?.architecture.hidden[layer] ?? 0
    let pixels = bar.height * 2
    let picture = Picture(width: 2, height: pixels) { _, y in
      let unit = y * count / max(1, pixels)
      guard let map = maps?[safe: layer]?[safe: unit], !map.values.isEmpty else { return 0 }
      return map.values.reduce(0, +) / Float(map.values.count)
    }
    scene.frame.paint(picture, x: bar.x, halfRow: bar.y * 2)
    for row in bar.rows {
      let unit = min(count - 1, (row - bar.y) * 2 * count / max(1, pixels))
      scene.mark(Rect(x: bar.x, y: row, width: 2, height: 1), as: .unit(layer: layer, unit: unit))
    }
  }

  // MARK: - Numbers on the lines of the current unit

  private func drawChips(_ network: Network, in scene: inout Scene) {
    guard case .unit(let layer, let unit)? = shell.attention.chipUnit, layer < network.architecture.layerCount else {
      return
    }
    let (from, _, columns) = ends(of: layer, network.architecture)
    // Weights on the way in stand beside their sources, those on the way out before their targets.
    if columns.count >= 9, Self.areApart(from) {
      for (source, middle) in from.enumerated() {
        drawChip(.weight(layer: layer, unit: unit, source: source), x: columns.lowerBound, halfRow: middle, in: &scene)
      }
    }
    guard layer + 1 < network.architecture.layerCount else { return }
    let (_, to, next) = ends(of: layer + 1, network.architecture)
    if next.count >= 9, Self.areApart(to) {
      for (target, middle) in to.enumerated() {
        drawChip(
          .weight(layer: layer + 1, unit: target, source: unit), x: next.upperBound - 7, halfRow: middle, in: &scene)
      }
    }
  }

  /// Whether numbers at these half rows would not lie on each other.
  private static func areApart(_ middles: [Double]) -> Bool {
    zip(middles, middles.dropFirst()).allSatisfy { $1 - $0 >= 2 }
  }

  private func drawChip(_ target: Target, x: Int, halfRow: Double, in scene: inout Scene) {
    guard let value = shell.parameter(target) else { return }
    let y = min(Int(halfRow / 2), layout.network.maxY - 1)
    let isCurrent = shell.attention.current == target
    scene.frame.put(
      [Span(" " + Number.signed(value) + " ", isCurrent ? .accent : Number.role(value), .bold)], x: x, y: y, on: .ground
    )
    scene.mark(Rect(x: x, y: y, width: 7, height: 1), as: target)
  }
}

extension NetworkLayout.Layer {
  /// The first column of the layer's pictures or bar.
  func left(_ side: Int) -> Int { bar?.x ?? x }
  /// The first column after the layer's pictures or bar.
  func right(_ side: Int) -> Int { bar.map(\.maxX) ?? x + side }
}

extension Shell {
  /// The hidden layer that `]` and `[` would change, if the attention is on one.
  var currentLayer: Int? {
    guard attention.current?.panel == .network else { return nil }
    return attention.layer(of: hidden.count)
  }
}

extension Attention {
  /// The unit whose weights stand as numbers: the current one, or that of the current weight, else the held one.
  var chipUnit: Target? {
    switch current {
    case .unit?: current
    case .weight(let layer, let unit, _)?, .bias(let layer, let unit)?: .unit(layer: layer, unit: unit)
    case _: held
    }
  }
}

extension Collection where Index == Int {
  /// The element at an index, or nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
