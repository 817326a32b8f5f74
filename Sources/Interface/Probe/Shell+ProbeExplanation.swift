import NeuralEngine
import Playground
import Screen

/// What the explaining line says while a sample or a place is looked at closely: the formulas with its numbers.
extension Shell {
  /// nil where nothing is probed, or the target has nothing to say of it.
  func explainProbed(_ target: Target?) -> Explanation? {
    guard let reading = probeReading, let network else { return nil }
    switch target {
    case nil, .state?: return explainProbe(reading, network)
    case .output? where !isReadingElsewhere: return explainProbe(reading, network)
    case .unit(let layer, let unit)? where layer < reading.a.count && unit < reading.a[layer].count:
      return explainProbed(layer: layer, unit: unit, reading, network)
    case .weight?, .bias?: return target.flatMap { explainProbedParameter($0, reading, network) }
    case _: return nil
    }
  }

  /// Whether another place of the map is pointed at, or under the keyboard's cross.
  private var isReadingElsewhere: Bool {
    guard let rect = regions.rect(of: .output) else { return false }
    let picture = outputPicture()
    let read = attention.pointerMovedLast ? attention.pointed == .output ? pointer : nil : picture.readCell(rect)
    return read.map { $0 != picture.crossCell(picture.probed, rect) } ?? false
  }

  /// What is probed: what goes in, what comes out, what should, and how far that is apart; where there is little room,
  /// what can be seen elsewhere is left out.
  private func explainProbe(_ reading: ProbeReading, _ network: Network) -> Explanation? {
    guard let material = snapshot?.material else { return nil }
    let answers = material.preparation.answers(reading.a[network.architecture.layerCount - 1])
    let z = reading.z[network.architecture.layerCount - 1]
    let forms = [(place: true, z: true), (place: true, z: false), (place: false, z: false)].map { parts -> [Span] in
      var formula = parts.place ? placeText : []
      if answers.count == 1 {
        if parts.z {
          formula.dim("z ")
          formula.number(Double(z[0]))
          formula.dim("  ")
        }
        formula.dim("y ")
        formula.number(Double(answers[0]))
      } else {
        for (index, answer) in answers.prefix(4).enumerated() {
          formula.dim("\(outputNames[safe: index] ?? "y") ")
          formula.strong(Number.signed(Double(answer)) + " ")
        }
      }
      if case .sample(let index)? = probe, let gradient = reading.gradient {
        let loss = Number.loss(gradient.loss * material.preparation.squaredUnit)
        formula.dim("  should be ")
        formula.strong(targetText(of: index))
        formula.dim("  loss ")
        formula.strong(loss.replacing(" ", with: ""))
      }
      return formula
    }
    return Explanation(
      name: probeName, formulas: forms,
      sentence:
        "Each unit shows its answer here, each line what it carries: weight times answer. y takes the next sample.",
      hint: "Esc lets go")
  }

  /// The coordinates of what is probed.
  private var placeText: [Span] {
    guard let (x1, x2) = probedPlace else { return [] }
    var text: [Span] = []
    text.dim("\(sourceName(ofCoordinate: 0)) ")
    text.strong(Number.signed(x1))
    if snapshot?.material.kind != .curve1D {
      text.dim("  \(sourceName(ofCoordinate: 1)) ")
      text.strong(Number.signed(x2))
    }
    text.dim("   ")
    return text
  }

  /// What is probed, by name.
  var probeName: String {
    switch probe {
    case .sample(let index)?:
      let train = snapshot?.material.train.count ?? 0
      return index < train ? "Sample \(index + 1) of \(Number.count(train))" : "Test sample \(index - train + 1)"
    case .place?: return "A place"
    case nil: return ""
    }
  }

  /// What the network should say to a sample, in the samples' own words.
  private func targetText(of index: Int) -> String {
    guard let material = snapshot?.material, let sample = material.sample(index) else { return "" }
    switch sample.targets {
    case .classes(let classes): return classSign(Int(classes[0]))
    case .values(let values) where sample.task == .classification && values.count == 1:
      return classSign(values[0] > sample.middle ? 1 : 0)
    case .values(let values):
      return material.preparation.answers(values).map { Number.signed(Double($0)) }.joined(separator: " ")
    }
  }

  /// `z = −0.67 · +0.45 +0.03 · −0.30 −1.50 = −1.81   a = tanh z = −0.95`, in forms from long to short.
  private func explainProbed(layer: Int, unit: Int, _ reading: ProbeReading, _ network: Network) -> Explanation {
    let (sources, z, a) = (network.architecture.sources(layer), reading.z[layer][unit], reading.a[layer][unit])
    let carried = (0..<sources).map { source in
      Double(network.weight(layer: layer, unit: unit, source: source)) * (reading.source(source, layer: layer) ?? 0)
    }
    let order = carried.indices.sorted { abs(carried[$0]) > abs(carried[$1]) }
    let forms = [6, 4, 3, 2, 1, 0].map { most -> [Span] in
      let shown = Set(order.prefix(most))
      var formula: [Span] = []
      formula.dim("z = ")
      for source in shown.sorted() {
        formula.number(Double(network.weight(layer: layer, unit: unit, source: source)))
        formula.text("·")
        formula.strong("\(Number.signed(reading.source(source, layer: layer) ?? 0)) ")
      }
      if sources > shown.count {
        formula.number(carried.indices.filter { !shown.contains($0) }.reduce(0) { $0 + carried[$1] })
        formula.dim(" of \(sources - shown.count) more ")
      }
      formula.number(Double(network.bias(layer: layer, unit: unit)))
      formula.dim(network.architecture.isNormalized(layer) ? ", normalised = " : " = ")
      formula.number(Double(z))
      formula.dim("   a = \(network.architecture.activation(layer).rawValue) z = ")
      formula.number(Double(a))
      return formula
    }
    return Explanation(
      name: unitName(layer: layer, unit: unit), formulas: forms,
      sentence: "\(probeName): each term is a weight times what comes along its line, the last one the bias.",
      hint: "Esc lets the sample go")
  }

  /// `w·a = +0.54 · −0.30 = −0.16   ∂L/∂w −0.0412   w ← w − 0.03 · −0.0412`.
  private func explainProbedParameter(_ target: Target, _ reading: ProbeReading, _ network: Network) -> Explanation? {
    guard let index = parameterIndex(target), let value = parameter(target) else { return nil }
    if let stepped = explainStep(of: target) { return stepped }
    var formula: [Span] = []
    if case .weight(let layer, _, let source) = target, let answer = reading.source(source, layer: layer) {
      formula.dim("w·\(layer == 0 ? "x" : "a") = ")
      formula.number(value)
      formula.dim(" · ")
      formula.strong(Number.signed(answer))
      formula.dim(" = ")
      formula.number(value * answer)
    } else {
      formula.dim("b = ")
      formula.number(value)
    }
    guard let gradient = reading.gradient else {
      return Explanation(
        name: name(of: target), formula: formula,
        sentence:
          "What the line carries here. A gradient needs a sample, of which is known what is right: click on one, or y.",
        hint: "Esc lets go")
    }
    let slope = Double(gradient.parameters[index])
    formula.dim("   gradient ∂L/∂\(target.isBias ? "b" : "w") = ")
    formula.append(Span(Number.signed(slope, decimals: 4, width: 7), Number.role(slope), .bold))
    let letter = target.isBias ? "b" : "w"
    let sentence =
      slope == 0
      ? "For this sample the loss does not change with it."
      : "For this sample the loss falls where \(letter) becomes \(slope > 0 ? "smaller" : "larger"); a step takes the "
        + "mean over its mini-batch: , takes one."
    return Explanation(name: name(of: target), formula: formula, sentence: sentence, hint: "Esc lets go")
  }

  /// What the last single update did to a weight or a bias: `w +0.5400 → +0.5387 = w − 0.03 · +0.0433`.
  func explainStep(of target: Target) -> Explanation? {
    guard let index = parameterIndex(target), let step = step(of: index) else { return nil }
    let change = step.after - step.before
    let letter = target.isBias ? "b" : "w"
    var formula: [Span] = []
    formula.dim("\(letter) ")
    formula.append(Span(Number.signed(step.before, decimals: 4, width: 7), Number.role(step.before), .bold))
    formula.dim(" → ")
    formula.append(Span(Number.signed(step.after, decimals: 4, width: 7), Number.role(step.after), .bold))
    let isMean = resolved.averaging > 0
    let isPlain = resolved.optimizer == .sgd && resolved.loss != .perceptron && step.rate > 0 && !isMean
    let isDrawnBack = !target.isBias && (resolved.regularization != .none || resolved.weightDecay > 0)
    let sentence: String
    if isPlain {
      let gradient = -change / step.rate
      formula.dim("  =  \(letter) − \(Number.rate(step.rate)) · ")
      formula.append(Span(Number.signed(gradient, decimals: 4, width: 7), Number.role(gradient), .bold))
      sentence =
        "One mini-batch was learnt from: this is the mean gradient over its samples"
        + (isDrawnBack ? ", the cost of large weights counted in." : ".")
    } else {
      formula.dim("  a step of ")
      formula.append(Span(Number.signed(change, decimals: 4, width: 7), Number.role(change), .bold))
      sentence =
        isMean
        ? "One mini-batch was learnt from: what answers is the running mean of the weights."
        : "One mini-batch, as \(resolved.optimizer.rawValue) makes a step of its gradients."
    }
    return Explanation(name: name(of: target), formula: formula, sentence: sentence, hint: ", takes another")
  }
}
