import NeuralEngine
import Screen

/// The units that speak loudest for the answer: what each looks for; the last hidden layer as a bar; its lines.
///
/// Without hidden layers, what each output itself looks for; of layers that answer with maps, a stack each.
struct LoudestUnits: Drawable {
  let shell: Shell
  let units: DigitsLayout.UnitColumns
  let answers: AnswersPanel
  let headings: Int

  func draw(in scene: inout Scene) {
    guard let network = shell.network, let reading = shell.reading else { return }
    let hasHidden = !network.architecture.hidden.isEmpty
    if reading.mapLayers > 0 {
      LayerStacks(shell: shell, reading: reading, slots: units.pictures, heading: headings, end: units.bar.maxX).draw(
        in: &scene)
    } else {
      drawUnits(of: network, reading, hasHidden, in: &scene)
    }
    guard hasHidden, let layer = reading.activations.last else { return }
    drawBar(layer, network, in: &scene)
    drawLines(reading, of: layer.count, in: &scene)
  }

  private func drawUnits(of network: Network, _ reading: DigitReading, _ hasHidden: Bool, in scene: inout Scene) {
    let shown = loudest(reading).prefix(units.pictures.count)
    let isCurrent = shell.attention.current?.panel == .network
    let heading = hasHidden ? "LAYER 1" : "WEIGHTS"
    let end = scene.frame.heading(heading, x: units.columns.lowerBound, y: headings, isCurrent: isCurrent)
    let isDeep = network.architecture.hidden.count > 1
    let note = "\(shown.count) of \(network.architecture.units(0))"
    let right = isDeep || !hasHidden ? (units.pictures.map(\.maxX).max() ?? units.bar.x) : units.bar.maxX
    if end + 1 + note.count <= right { scene.frame.put(note, endingAt: right, y: headings, .dim) }
    if isDeep { scene.frame.heading("LAYER \(network.architecture.hidden.count)", x: units.bar.x, y: headings) }
    for (unit, picture) in zip(shown, units.pictures) { drawUnit(unit, in: picture, reading, hasHidden, &scene) }
  }

  /// Units by how much they add to the answer, whichever way; outputs by their sum.
  private func loudest(_ reading: DigitReading) -> [Int] {
    guard reading.activations.isEmpty else {
      return reading.votes.indices.sorted { abs(reading.votes[$0]) > abs(reading.votes[$1]) }
    }
    return (shell.network.map { 0..<$0.architecture.outputs } ?? 0..<0).sorted {
      (reading.scores[safe: $0] ?? 0) > (reading.scores[safe: $1] ?? 0)
    }
  }

  private func drawUnit(_ unit: Int, in rect: Rect, _ reading: DigitReading, _ hasHidden: Bool, _ scene: inout Scene) {
    let target = Target.unit(layer: 0, unit: unit)
    if let look = shell.weightPicture(layer: 0, unit: unit) {
      let picture = look.resampled(width: rect.width, height: rect.height * 2).scaled()
      scene.frame.paint(picture, x: rect.x, halfRow: rect.y * 2)
    }
    let value = hasHidden ? reading.activations.first?[safe: unit].map(Double.init) : reading.scores[safe: unit]
    if let value {
      let name = hasHidden ? "" : (shell.pictureClassNames[safe: unit].map { "\($0.prefix(3)) " } ?? "")
      scene.frame.put(
        [Span(name, .dim), Span(Number.signed(value), Number.role(value))],
        x: rect.x + (rect.width - name.count - 5) / 2, y: rect.maxY)
    }
    if shell.attention.current == target || shell.attention.held == target {
      scene.frame.frame(x: rect.x, halfRow: rect.y * 2, width: rect.width, height: rect.height * 2)
    }
    scene.mark(Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height + 1), as: target)
  }

  // MARK: - The layer as a bar

  /// The bar's cells: a pixel a unit, at most as high as its room.
  private func bar(of count: Int) -> Rect {
    let height = min(units.bar.height, (count + 1) / 2)
    return Rect(x: units.bar.x, y: units.bar.y + (units.bar.height - height) / 2, width: 2, height: height)
  }

  /// Each pixel is a unit, or of several units the one that answers most strongly.
  private func drawBar(_ layer: [Float], _ network: Network, in scene: inout Scene) {
    let rect = bar(of: layer.count)
    let pixels = min(rect.height * 2, layer.count)
    guard pixels > 0 else { return }
    // Answers without a bound are seen beside the largest of them.
    let largest = max(1, layer.map(abs).max() ?? 1)
    let picture = Picture(width: 2, height: pixels) { _, y in
      let members = layer[y * layer.count / pixels..<max(y * layer.count / pixels + 1, (y + 1) * layer.count / pixels)]
      return (members.max { abs($0) < abs($1) } ?? 0) / largest
    }
    scene.frame.paint(picture, x: rect.x, halfRow: rect.y * 2)
    scene.mark(rect, as: .layer(network.architecture.hidden.count - 1))
  }

  // MARK: - The strongest terms as lines

  /// Terms below this are no lines, and from this on they are two dots thick.
  private static let weakest = 0.05
  private static let strong = 0.8
  /// A term of this size has the brightest colour that a weight of 2 has.
  private static let brightest = 1.6

  private func drawLines(_ reading: DigitReading, of count: Int, in scene: inout Scene) {
    let rect = bar(of: count)
    var canvas = DotCanvas(units.lines.size)
    let best = reading.answers.count > 2 || shell.network?.architecture.outputs != 1 ? reading.best : 0
    func dots(_ halfRow: Double) -> Double { (halfRow - Double(units.lines.y * 2)) * 2 }
    // Weak first, so that the stronger ones lie on top; those of the answer last.
    let terms = reading.terms.reversed().filter { abs($0.value) >= Self.weakest }
    for isForBest in [false, true] {
      for term in terms where (term.output == best) == isForBest {
        let from = Double(rect.y * 2) + (Double(term.source) + 0.5) / Double(count) * Double(rect.height * 2)
        let row = answers.row(of: shell.network?.architecture.outputs == 1 ? reading.best : term.output)
        let theme = scene.frame.theme
        canvas.curve(
          from: DotPoint(0, dots(from)), to: DotPoint(Double(canvas.dotWidth - 2), dots(Double(row * 2 + 1))),
          isForBest ? Style(theme.lineColor(weight: term.value * 2 / Self.brightest)) : theme.style(.lift),
          pen: isForBest && abs(term.value) >= Self.strong ? .medium : .thin,
          dash: theme.depth == .none && term.value < 0 ? 3 : nil)
      }
    }
    scene.frame.draw(canvas, x: units.lines.x, y: units.lines.y)
  }
}
