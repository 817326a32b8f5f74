import Datasets
import NeuralEngine
import Playground
import Screen

/// Layers and units, each with its formula and the numbers of this moment.
extension Shell {
  /// `z = −0.67 x₁ +0.03 x₂ −1.50`, of many terms the `most` with the largest weights.
  func sum(layer: Int, unit: Int, most: Int = 6) -> [Span] {
    guard let network else { return [] }
    var spans: [Span] = []
    spans.dim("z = ")
    let sources = network.architecture.sources(layer)
    let order = (0..<sources).sorted {
      abs(network.weight(layer: layer, unit: unit, source: $0))
        > abs(network.weight(layer: layer, unit: unit, source: $1))
    }
    let shown = Set(order.prefix(most))
    for source in 0..<sources where shown.contains(source) {
      spans.number(Double(network.weight(layer: layer, unit: unit, source: source)))
      spans.text(" \(sourceName(layer: layer, source: source)) ")
    }
    if sources > most { spans.dim("+ \(sources - most) smaller ") }
    spans.number(Double(network.bias(layer: layer, unit: unit)))
    return spans
  }

  /// The sum and what is made of it, in forms from long to short.
  func formulas(layer: Int, unit: Int) -> [[Span]] {
    guard let architecture = network?.architecture else { return [] }
    let activation = architecture.activation(layer).rawValue
    return [6, 5, 4, 3, 2, 1].map { most in
      var formula = sum(layer: layer, unit: unit, most: most)
      formula.dim("    a = \(activation) " + (architecture.isNormalized(layer) ? "of z normalised" : "z"))
      return formula
    }
  }

  func explainUnit(layer: Int, unit: Int) -> Explanation {
    guard let network, layer < network.architecture.layerCount, unit < network.architecture.units(layer) else {
      return Explanation(name: "Unit")
    }
    let isOutput = layer == network.architecture.layerCount - 1
    return Explanation(
      name: unitName(layer: layer, unit: unit), formulas: formulas(layer: layer, unit: unit),
      sentence: isOutput ? outputSentence(unit) : sentence(layer: layer, unit: unit, network),
      hint: "Enter holds it in OUTPUT and lists its weights")
  }

  /// What can be seen of a hidden unit: its border where it has a straight one, else what moves it most.
  private func sentence(layer: Int, unit: Int, _ network: Network) -> String {
    if network.architecture.isNormalized(layer) {
      return "Batch normalisation shifts and scales z before the activation: its border lies where the result is 0."
    }
    if let border = border(layer: layer, unit: unit, network) {
      let sides = network.architecture.activation(layer).sides(theme.mapWords)
      return border.sentence(sides, names: (sourceName(ofCoordinate: 0), sourceName(ofCoordinate: 1)))
    }
    let sources = 0..<network.architecture.sources(layer)
    let pulls = sources.map { source in
      abs(Double(network.weight(layer: layer, unit: unit, source: source))) * spread(layer: layer, source: source)
    }
    guard let strongest = sources.max(by: { pulls[$0] < pulls[$1] }) else { return "" }
    let name = sourceName(layer: layer, source: strongest)
    let weight = Double(network.weight(layer: layer, unit: unit, source: strongest))
    let counted =
      sources.count == 1 ? "It leans on one picture alone" : "It adds up \(sources.count) pictures from its left"
    if snapshot?.material.kind == .table {
      return
        "Its picture is its answer to each training sample, \(sampleOrder); \(name) moves it most: "
        + "\(Number.signed(weight)) times a spread of \(Number.digits(spread(layer: layer, source: strongest), 2))."
    }
    return
      "\(counted); \(name) moves it most: \(Number.signed(weight)) times a spread of "
      + "\(Number.digits(spread(layer: layer, source: strongest), 2))."
  }

  /// The border of a unit that is fed with the coordinates themselves; nil for any other.
  private func border(layer: Int, unit: Int, _ network: Network) -> UnitBorder? {
    guard layer == 0, let material = snapshot?.material, [.points2D, .curve1D].contains(material.kind) else {
      return nil
    }
    let used = features.filter(\.isUsed).map(\.feature)
    guard used == [.x1, .x2] || used == [.x1], used.count == network.architecture.inputs else { return nil }
    var weights = used.indices.map { Double(network.weight(layer: 0, unit: unit, source: $0)) }
    var bias = Double(network.bias(layer: 0, unit: unit))
    if let scaling = material.preparation.scaling {
      // The unit is shown (x − mean) ∕ deviation; the border is told in x.
      for index in weights.indices {
        weights[index] /= scaling.deviations[index]
        bias -= weights[index] * scaling.means[index]
      }
    }
    return UnitBorder(weights: weights, bias: bias)
  }

  /// How much a layer's source varies: its deviation over the training samples, or over the map for a hidden unit.
  ///
  /// The weight times this is how far the source moves the sum.
  func spread(layer: Int, source: Int) -> Double {
    guard layer > 0 else { return snapshot?.material.train.spread(ofInput: source) ?? 1 }
    return snapshot?.maps?.hidden[safe: layer - 1]?[safe: source]?.values.spread ?? 1
  }

  func explainLayer(_ layer: Int) -> Explanation {
    guard hidden.indices.contains(layer) else { return Explanation(name: "Layer") }
    var formula: [Span] = []
    formula.strong("\(hidden[layer])")
    guard let units = hidden[layer].units else { return explainMaps(layer, formula) }
    formula.dim(units == 1 ? " unit" : " units")
    return Explanation(
      name: "Layer \(layer + 1)", formula: formula,
      sentence:
        "Each unit adds up the pictures on its left with its weights and bends the sum: more units, more bends.",
      hint: "] more units, [ fewer, + another layer, - one less")
  }

  /// A layer that looks at pictures through windows.
  private func explainMaps(_ layer: Int, _ formula: [Span]) -> Explanation {
    guard let architecture = network?.architecture, architecture.layers.count == hidden.count + 1 else {
      return Explanation(name: "Layer \(layer + 1)", formula: formula)
    }
    let (before, after) = (architecture.shape(before: layer), architecture.shape(after: layer))
    let places = Number.count(after.rows * after.columns)
    let word = formula
    var formula: [Span] = []
    let sentence: String
    switch hidden[layer] {
    case .convolution(let size, _, _):
      let window = before.channels == 1 ? "\(size)×\(size)" : "\(size)×\(size)×\(before.channels)"
      let numbers = Number.count(size * size * before.channels + 1)
      formula.dim(
        "    a = \(architecture.activation(layer).rawValue)(Σ \(window) weights · window + b)    \(after) come out")
      sentence =
        "Each map slides one kernel over all \(places) places with the same \(numbers) numbers: a dense unit would need "
        + "\(Number.count(before.count + 1)) for one place."
    case .pool(let size):
      formula.dim("a = the largest of \(size)×\(size)    \(before) become \(after)")
      sentence = "Of every square of numbers the largest goes on: where exactly it stood is forgotten."
    case .dense: sentence = ""
    }
    return Explanation(
      name: "Layer \(layer + 1)", formulas: [word + [Span("    ", .dim)] + formula, formula], sentence: sentence,
      hint: hidden[layer].hasActivation ? "] more maps, [ fewer" : "- takes the last layer away")
  }
}

extension Samples {
  /// No more samples are looked at for the spread of an input.
  private static let looked = 2_000

  /// The deviation of an input over the samples.
  fileprivate func spread(ofInput input: Int) -> Double {
    let rows = 0..<min(count, Self.looked)
    switch inputs {
    case .floats(let values): return rows.map { values[$0 * inputCount + input] }.spread
    case .bytes(let values, let scale, _): return rows.map { Float(values[$0 * inputCount + input]) * scale }.spread
    }
  }
}

extension [Float] {
  /// The deviation of the values from their mean.
  fileprivate var spread: Double {
    guard !isEmpty else { return 0 }
    let mean = reduce(0) { $0 + Double($1) } / Double(count)
    return (reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(count)).squareRoot()
  }
}
