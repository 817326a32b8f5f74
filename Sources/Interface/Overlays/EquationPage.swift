import NeuralEngine
import Screen

/// The equations, from a line on.
struct EquationSheet: Sheet {
  let firstLine: Int

  func draw(_ shell: Shell, in scene: inout Scene) {
    EquationPage(shell: shell, firstLine: firstLine).draw(in: &scene)
  }

  var hints: [KeyRow.Entry] { [KeyRow.Entry(keys: "Up Down", word: "scroll"), .close, .quit] }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    switch key {
    case .up, "k": scroll(by: -1, &shell)
    case .down, "j": scroll(by: 1, &shell)
    case .pageUp: scroll(by: -10, &shell)
    case .pageDown, .space: scroll(by: 10, &shell)
    case "q": shell.quit()
    case _: close(key, &shell)
    }
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    shell.overlay = .equation(scroll: max(0, firstLine + step))
    return []
  }
}

/// The whole network as equations: one line for each unit, with the numbers of this moment.
struct EquationPage: Drawable {
  let shell: Shell
  let firstLine: Int

  func draw(in scene: inout Scene) {
    let lines = shell.equations
    let width = min(scene.frame.size.width - 8, max(40, lines.map { scene.frame.theme.glyphs.width($0) }.max() ?? 40))
    let height = min(max(1, lines.count), max(0, scene.frame.size.height - 6))
    let first = max(0, min(firstLine, lines.count - height))
    let note = lines.count > height ? "\(first + 1)–\(first + height) of \(lines.count)" : ""
    let room = scene.openPanel(Size(width, height), title: "The network as equations", note: note)
    scene.frame.clipped(to: room) { frame in
      for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
        frame.put(line, x: room.x, y: room.y + row)
      }
    }
  }
}

extension Shell {
  /// One line a unit: `a₁ = tanh(−0.67 x₁ +0.03 x₂ −1.50)`; layers are told apart by headings.
  var equations: [[Span]] {
    guard let network else { return [] }
    let architecture = network.architecture
    let longestLayer = 64
    guard architecture.hidden.allSatisfy({ $0 <= longestLayer }), architecture.inputs <= longestLayer,
      network.layout.layers.allSatisfy(\.isDense)
    else {
      return [
        [
          Span(
            "Too many units to be written out: \(Number.count(network.parameterCount)) parameters.",
            .text)
        ]
      ]
    }
    var lines: [[Span]] = []
    for layer in 0..<architecture.layerCount {
      if layer > 0 { lines.append([]) }
      lines.append([Span(layer < architecture.hidden.count ? "LAYER \(layer + 1)" : "OUTPUT", .dim, .bold)])
      for unit in 0..<architecture.units(layer) {
        var line: [Span] = []
        let output = architecture.outputs == 1 ? "y" : outputNames[safe: unit] ?? "y\(subscript: unit + 1)"
        line.strong(layer < architecture.hidden.count ? answerName(layer: layer, unit: unit) : output)
        line.dim(" = \(architecture.activation(layer).rawValue)(")
        for source in 0..<architecture.sources(layer) {
          line.number(Double(network.weight(layer: layer, unit: unit, source: source)))
          line.text(" \(sourceName(layer: layer, source: source)) ")
        }
        line.number(Double(network.bias(layer: layer, unit: unit)))
        line.dim(")")
        lines.append(line)
      }
    }
    return lines
  }
}
