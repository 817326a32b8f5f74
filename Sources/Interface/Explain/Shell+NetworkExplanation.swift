import NeuralEngine
import Playground
import Screen

/// Units, weights, the output and the losses, each with its formula and the numbers of this moment.
extension Shell {
  /// The most terms of a sum that are written out.
  private static let longestSum = 6

  /// `z = −0.67 x₁ +0.03 x₂ −1.50`.
  func sum(layer: Int, unit: Int) -> [Span] {
    guard let network else { return [] }
    var spans: [Span] = []
    spans.dim("z = ")
    let sources = network.architecture.sources(layer)
    let order = (0..<sources).sorted {
      abs(network.weight(layer: layer, unit: unit, source: $0))
        > abs(network.weight(layer: layer, unit: unit, source: $1))
    }
    let shown = Set(order.prefix(Self.longestSum))
    for source in 0..<sources where shown.contains(source) {
      spans.number(Double(network.weight(layer: layer, unit: unit, source: source)))
      spans.text(" \(sourceName(layer: layer, source: source)) ")
    }
    if sources > Self.longestSum { spans.dim("+ \(sources - Self.longestSum) smaller ") }
    spans.number(Double(network.bias(layer: layer, unit: unit)))
    return spans
  }

  func explainUnit(layer: Int, unit: Int) -> Explanation {
    guard let network, layer < network.architecture.layerCount, unit < network.architecture.units(layer) else {
      return Explanation(name: "Unit")
    }
    var formula = sum(layer: layer, unit: unit)
    let activation = network.architecture.activation(layer)
    formula.dim("    a = \(activation.rawValue) z")
    return Explanation(
      name: unitName(layer: layer, unit: unit), formula: formula, sentence: sentence(layer: layer, unit: unit, network),
      hint: "Enter holds it in OUTPUT and lists its weights")
  }

  /// What can be seen of a unit: its line where it has one, else what it leans on most.
  private func sentence(layer: Int, unit: Int, _ network: Network) -> String {
    let sources = 0..<network.architecture.sources(layer)
    let weights = sources.map { Double(network.weight(layer: layer, unit: unit, source: $0)) }
    let bias = Double(network.bias(layer: layer, unit: unit))
    let used = features.filter(\.isUsed).map(\.feature)
    if layer == 0, used == [.x1, .x2], weights.count == 2 {
      if abs(weights[0]) >= abs(weights[1]), abs(weights[0]) > 1e-6 {
        let side = weights[0] < 0 ? "Left" : "Right"
        return
          "z is 0 on the line x₁ = \(Number.signed(-bias / weights[0])) \(Number.signed(-weights[1] / weights[0])) x₂. "
          + "\(side) of it z is positive, blue; on the other side negative, orange."
      }
      if abs(weights[1]) > 1e-6 {
        let side = weights[1] < 0 ? "Below" : "Above"
        return
          "z is 0 on the line x₂ = \(Number.signed(-bias / weights[1])) \(Number.signed(-weights[0] / weights[1])) x₁. "
          + "\(side) it z is positive, blue; on the other side negative, orange."
      }
      return "Its weights are almost 0: it answers the same everywhere."
    }
    guard let strongest = sources.max(by: { abs(weights[$0]) < abs(weights[$1]) }) else { return "" }
    return
      "It adds up \(sources.count) pictures from its left; \(sourceName(layer: layer, source: strongest)) counts most, "
      + "\(weights[strongest] < 0 ? "turned round" : "as it is"), \(Number.fixed(abs(weights[strongest]), decimals: 2)) times."
  }

  func explainLayer(_ layer: Int) -> Explanation {
    guard hidden.indices.contains(layer) else { return Explanation(name: "Layer") }
    var formula: [Span] = []
    formula.strong("\(hidden[layer])")
    if let units = hidden[layer].units {
      formula.dim(units == 1 ? " unit" : " units")
    } else {
      return explainMaps(layer, formula)
    }
    return Explanation(
      name: "Layer \(layer + 1)", formula: formula,
      sentence:
        "Each unit adds up the pictures on its left with its weights and bends the sum: more units, more bends.",
      hint: "] more units, [ fewer, + another layer, - one less")
  }

  /// A layer that looks at pictures through windows.
  private func explainMaps(_ layer: Int, _ formula: [Span]) -> Explanation {
    var formula = formula
    if let shape = network?.architecture.layers.count == hidden.count + 1
      ? network?.architecture.shape(after: layer) : nil
    {
      formula.dim("    \(shape)")
    }
    return Explanation(
      name: "Layer \(layer + 1)", formula: formula,
      sentence: hidden[layer].hasActivation
        ? "Each map slides one small kernel over all that comes in: what it has learnt to see, it sees everywhere."
        : "Of every square of numbers the largest goes on: where exactly it stood is forgotten.",
      hint: hidden[layer].hasActivation ? "] more maps, [ fewer" : "- takes the last layer away")
  }

  func explainParameter(_ target: Target) -> Explanation {
    guard let value = parameter(target), let index = parameterIndex(target) else { return Explanation(name: "Weight") }
    var formula: [Span] = []
    formula.dim(target.isBias ? "b = " : "w = ")
    formula.number(value)
    if snapshot?.deadLinks.contains(index) == true {
      formula.dim("   dead")
      return Explanation(
        name: name(of: target), formula: formula,
        sentence: "l1 took this weight through zero: it stays 0 until the network is built anew.")
    }
    let rate = scheduledRate.map(Number.rate) ?? Number.plain(resolved.learningRate)
    formula.dim("    \(target.isBias ? "b ← b" : "w ← w") − \(rate) · gradient")
    let sentence =
      target.isBias
      ? "Added to the weighted sum whatever the sample: it shifts the unit's line."
      : value < 0
        ? "Negative, orange: what the left says counts turned round."
        : "Positive, blue: what the left says counts as it is."
    return Explanation(
      name: name(of: target), formula: formula, sentence: sentence,
      hint: "a click types a value, the wheel then turns it")
  }

  func explainOutput() -> Explanation {
    if case .unit(let layer, let unit)? = attention.held, !attention.pointerMovedLast {
      return explainUnit(layer: layer, unit: unit)
    }
    let rect = regions.rect(of: .output) ?? .zero
    let pointed = attention.pointerMovedLast ? pointer : outputPicture().crossCell(rect)
    if let pointer = pointed, rect.contains(pointer),
      let explained = explainPlace(pointer, in: rect)
    {
      return explained
    }
    let layer = (network?.architecture.layerCount ?? 1) - 1
    if let network, network.architecture.outputs == 1 {
      var formula = sum(layer: layer, unit: 0)
      formula.dim("    a = \(network.architecture.activation(layer).rawValue) z")
      return Explanation(
        name: "Output", formula: formula,
        sentence: "\(colourSentence); ● and × are the samples it learns from.",
        hint: "w lists its weights")
    }
    return Explanation(
      name: "Output",
      sentence:
        "Each place has the colour of the class that the network finds likeliest there; pale where it is unsure.")
  }

  /// A place on the map: what the network answers there, and the sample that lies there.
  private func explainPlace(_ place: Point, in rect: Rect) -> Explanation? {
    guard let network, let material = snapshot?.material, material.kind == .points2D else { return nil }
    let (x1, x2) = planeMap(rect).point(at: place)
    let inputs = material.preparation.inputs(x1: x1, x2: x2)
    guard inputs.count == network.architecture.inputs else { return nil }
    let outputs = material.preparation.answers(network.outputs(for: inputs))
    var formula: [Span] = []
    formula.dim("\(sourceName(ofCoordinate: 0)) ")
    formula.strong(Number.signed(x1))
    formula.dim("  \(sourceName(ofCoordinate: 1)) ")
    formula.strong(Number.signed(x2))
    formula.dim("    the network says ")
    if outputs.count == 1 {
      formula.number(Double(outputs[0]))
    } else if let best = outputs.indices.max(by: { outputs[$0] < outputs[$1] }) {
      formula.strong("\(className(best)) \(Number.percent(Double(outputs[best])))")
    }
    return Explanation(name: "Output", formula: formula, sentence: sampleSentence(at: place, in: rect))
  }

  /// What the colours of a single output mean: one of two classes, or more and less of a number.
  private var colourSentence: String {
    guard let material = snapshot?.material, material.resolved.problem.classCount == nil else {
      return "Where it is blue the network says \(className(1)), where it is orange \(className(0))"
    }
    let middle = material.preparation.answers([0]).first.map(Double.init) ?? 0
    return "Blue is more than \(Number.digits(middle, 4)), orange is less"
  }

  private func sampleSentence(at place: Point, in rect: Rect) -> String {
    let map = planeMap(rect)
    guard let points = snapshot?.material.points else { return "" }
    let shown = showsTestData ? points.points[...] : points.train
    guard let index = shown.indices.first(where: { map.cell(x1: shown[$0].x1, x2: shown[$0].x2) == place }) else {
      return "\(colourSentence)."
    }
    let sample = shown[index]
    let kind = index < points.trainCount ? "A sample to learn from" : "A sample for the test"
    let target = points.classCount.map { className($0 > 2 ? Int(sample.label) : sample.label > 0 ? 1 : 0) }
    return
      "\(kind): \(sourceName(ofCoordinate: 0)) \(Number.signed(sample.x1)), \(sourceName(ofCoordinate: 1)) \(Number.signed(sample.x2)), it should be "
      + (target ?? Number.signed(sample.label)) + "."
  }

  func explainLoss() -> Explanation {
    guard let snapshot else { return Explanation(name: "Loss") }
    var formula: [Span] = []
    if let rect = regions.rect(of: .loss), let moment = curves.moment(in: rect), let point = curves.point(at: moment) {
      formula.dim("epoch ")
      formula.strong(Number.count(Int(point.position)))
      formula.dim("   train ")
      formula.strong(Number.loss(point.train))
      if let test = point.test {
        formula.dim("   test ")
        formula.strong(Number.loss(test))
      }
    } else {
      formula.dim(resolved.loss.formula)
    }
    let sentence =
      if let train = snapshot.train?.loss, let test = snapshot.test?.loss, test > 2 * train, test > 0.02 {
        "The test loss is far above the training loss: the network learns its samples by heart."
      } else {
        "How wrong the network is on average: each line across is ten times less than the one above."
      }
    return Explanation(name: "Loss", formula: formula, sentence: sentence)
  }
}

extension Target {
  var isBias: Bool {
    if case .bias = self { true } else { false }
  }
}
