import NeuralEngine
import Playground
import Screen

/// The room of a step's matrices: Wᵀ over Z, X left of it, A right of it, and one sum written out.
struct ForwardScreen: Drawable {
  let shell: Shell
  let room: ForwardRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    if let layout = room.layout(shell), let network = shell.network,
      let view = ForwardView(shell, room, layout, network)
    {
      drawHeading(layout, network, view, in: &scene)
      drawMatrices(layout, view, in: &scene)
      drawSum(layout, view, in: &scene)
      layout.frame.draw(shell, explanation, in: &scene)
    } else {
      let layout = ForwardLayout(shell.size, sources: 1, units: 1, rows: 1)
      scene.frame.put("The data are being made or read.", x: layout.sum.x, y: layout.frame.headings, .dim)
      layout.frame.draw(shell, explanation, in: &scene)
    }
  }

  /// `LAYER 1 OF 3   X [10 × 2] · Wᵀ [2 × 4] + b [4] = Z [10 × 4]   A = tanh Z`.
  private func drawHeading(_ layout: ForwardLayout, _ network: Network, _ view: ForwardView, in scene: inout Scene) {
    let architecture = network.architecture
    let (sources, units) = (architecture.sources(room.layer), architecture.units(room.layer))
    let end = scene.frame.heading(
      "LAYER \(room.layer + 1) OF \(architecture.layerCount)", x: layout.sum.x, y: layout.frame.headings,
      isCurrent: true)
    let rows = room.samples(shell).count
    let name = architecture.activation(room.layer).rawValue
    let isNormalized = architecture.isNormalized(room.layer)
    let product = "X [\(rows)×\(sources)] · Wᵀ [\(sources)×\(units)] + b [\(units)]"
    let forms = [
      "\(product) = Z [\(rows)×\(units)]\(isNormalized ? ", normalised" : "")   A = \(name) Z",
      "\(product) = Z\(isNormalized ? ", normalised" : "")   A = \(name) Z", "\(product)   A = \(name) Z",
    ]
    let room = layout.sum.maxX - end - 2
    if let form = forms.first(where: { scene.frame.theme.glyphs.width($0) <= room }) {
      scene.frame.put(form, x: end + 3, y: layout.frame.headings, .text)
    }
  }

  private func drawMatrices(_ layout: ForwardLayout, _ view: ForwardView, in scene: inout Scene) {
    let (row, unit) = (view.litRow, view.litUnit)
    let pass = view.pass
    MatrixPanel(
      rows: view.sources.map { source in view.units.map { pass.weight(source, to: $0) } }, columnNames: view.unitNames,
      rowNames: view.sourceNames, lit: (nil, unit), rect: layout.weights, part: ForwardRoom.Matrix.weights.part
    ).draw(in: &scene)
    MatrixPanel(
      rows: [view.units.map(pass.bias)], rowNames: ["+ b"], lit: (nil, unit), rect: layout.bias,
      part: ForwardRoom.Matrix.bias.part
    ).draw(in: &scene)
    MatrixPanel(
      rows: pass.x.map { x in view.sources.map { Double(x[$0]) } }, columnNames: view.sourceNames,
      rowNames: view.rowNames, lit: (row, nil), rect: layout.x, part: ForwardRoom.Matrix.x.part
    ).draw(in: &scene)
    let sums = view.units.map { "z\(subscript: $0 + 1)" }
    for (rows, rect, names, matrix) in [
      (pass.z, layout.z, sums, ForwardRoom.Matrix.z), (pass.a, layout.a, view.unitNames, .a),
    ] {
      MatrixPanel(
        rows: rows.map { values in view.units.map { Double(values[$0]) } },
        columnNames: names, lit: (row, unit), rect: rect, part: matrix.part
      ).draw(in: &scene)
    }
    drawNotes(layout, view, in: &scene)
  }

  /// Names of the matrices, and what of them has no room.
  private func drawNotes(_ layout: ForwardLayout, _ view: ForwardView, in scene: inout Scene) {
    let hiddenSources = shell.network.map { $0.architecture.sources(room.layer) - view.sources.count } ?? 0
    let hiddenUnits = shell.network.map { $0.architecture.units(room.layer) - view.units.count } ?? 0
    let x = layout.sum.x
    scene.frame.heading("X", x: x, y: layout.x.y - 1)
    let wx = max(x, layout.weights.x - ForwardLayout.nameColumns - 3)
    scene.frame.heading("Wᵀ", x: wx, y: layout.weights.y - 1)
    if hiddenSources > 0 {
      let text = "\(Number.count(hiddenSources)) weaker not shown"
      scene.frame.put(
        scene.frame.shortened(text, to: max(0, wx - x - 1)), x: x, y: layout.weights.y, .dim)
    }
    if hiddenUnits > 0 {
      scene.frame.put(
        "\(Number.count(hiddenUnits)) units more", x: layout.weights.maxX + 2, y: layout.weights.y - 1, .dim)
    }
  }

  // MARK: - One sum

  /// `z₁ = x₁ w + x₂ w + b` with numbers, then what the activation makes of it.
  private func drawSum(_ layout: ForwardLayout, _ view: ForwardView, in scene: inout Scene) {
    let (pass, row, unit) = (view.pass, view.litRow, view.units[view.litUnit])
    let products = pass.products(row: row, unit: unit)
    var spans: [Span] = []
    spans.strong("z\(subscript: unit + 1)")
    spans.dim(" = ")
    for source in view.sources {
      spans.number(Double(pass.x[row][source]))
      spans.dim("·")
      spans.number(pass.weight(source, to: unit))
      spans.dim(" ")
    }
    let rest = products.indices.filter { !view.sources.contains($0) }
    if !rest.isEmpty {
      spans.number(rest.reduce(0) { $0 + products[$1] })
      spans.dim(" of \(Number.count(rest.count)) more ")
    }
    spans.number(pass.bias(unit))
    spans.dim(" = ")
    let sum = pass.sum(row: row, unit: unit)
    spans.number(sum)
    let z = Double(pass.z[row][unit])
    if pass.network.architecture.isNormalized(pass.layer) {
      spans.dim(", normalised ")
      spans.number(z)
    }
    spans.dim(" → ")
    spans.append(contentsOf: answer(view, row, unit))
    scene.frame.heading("ONE SUM", x: layout.sum.x, y: layout.sum.y - 1)
    let lines = Paragraph(spans: spans).lines(width: layout.sum.width, glyphs: scene.frame.theme.glyphs)
    for (line, y) in zip(lines, layout.sum.rows) { scene.frame.put(line, x: layout.sum.x, y: y) }
  }

  /// `a₁ = tanh(+0.53) = +0.49`; of softmax, whose answers share 1, the sum that it is a part of.
  private func answer(_ view: ForwardView, _ row: Int, _ unit: Int) -> [Span] {
    let pass = view.pass
    let activation = pass.network.architecture.activation(pass.layer)
    var spans: [Span] = []
    spans.strong(view.unitNames[view.litUnit])
    spans.dim(activation == .softmax ? " = e^z ∕ Σ e^z = " : " = \(activation.rawValue)(")
    if activation != .softmax {
      spans.number(Double(pass.z[row][unit]))
      spans.dim(") = ")
    }
    spans.append(Span(Number.signed(Double(pass.a[row][unit])), .accent, .bold))
    return spans
  }
}
