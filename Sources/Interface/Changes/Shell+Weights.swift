import NeuralEngine
import Playground
import Screen

/// Weights and biases changed by hand, while the run goes on or pauses.
extension Shell {
  /// Where a weight or a bias stands among the network's parameters.
  func parameterIndex(_ target: Target) -> Int? {
    guard let layout = network?.layout else { return nil }
    switch target {
    case .weight(let layer, let unit, let source):
      guard layout.layers.indices.contains(layer), layout.layers[layer].isDense, unit < layout.layers[layer].units,
        source < layout.layers[layer].sources
      else { return nil }
      return layout.weight(layer: layer, unit: unit, source: source)
    case .bias(let layer, let unit):
      guard layout.layers.indices.contains(layer), layout.layers[layer].isDense, unit < layout.layers[layer].units
      else { return nil }
      return layout.bias(layer: layer, unit: unit)
    case _: return nil
    }
  }

  /// The value of a weight or a bias.
  func parameter(_ target: Target) -> Double? {
    parameterIndex(target).flatMap { index in network.map { Double($0.parameters[index]) } }
  }

  /// Left and Right on a weight: a tenth less or more, to whole tenths.
  mutating func nudge(_ target: Target, by step: Int) -> [Effect] {
    guard let index = parameterIndex(target), let value = parameter(target) else { return [] }
    let tenths = (value * 10 + (step > 0 ? 1e-4 : -1e-4)).rounded(step > 0 ? .down : .up) + Double(step)
    return setParameter(at: index, to: Float(tenths / 10))
  }

  /// Opens the prompt for a weight or a bias, with its value or with what was begun to be typed.
  mutating func askForParameter(
    _ target: Target, in list: WeightEditor? = nil, beginning begun: String? = nil
  ) -> [Effect] {
    guard let value = parameter(target) else { return [] }
    return ask(
      .weight(target, in: list), title: name(of: target),
      text: begun ?? Number.fixed(value, decimals: 4).replacing("−", with: "-"), isSelected: begun == nil)
  }

  mutating func setParameter(_ target: Target, to text: String) -> [Effect] {
    guard let index = parameterIndex(target) else { return [] }
    let number = text.replacing("−", with: "-").filter { !$0.isWhitespace }
    guard let value = decimal(number).map(Float.init), value.isFinite else {
      let point = number.replacing(",", with: ".")
      let remedy = decimal(point) == nil ? "it takes a number such as -0.75." : "write \(point)."
      notice = Notice(text: "\(name(of: target)) cannot be “\(text)”: \(remedy)", isAlarm: true)
      return []
    }
    return setParameter(at: index, to: value)
  }

  private mutating func setParameter(at index: Int, to value: Float) -> [Effect] {
    guard let former = network?.parameters[index], former != value else { return [] }
    // Shown at once; the trainer's next snapshot says the same.
    snapshot?.network.parameters[index] = value
    return ask(
      .setParameter(index: index, value: value), takenBackBy: .setParameter(index: index, value: former))
  }

  /// Opens the list of weights of the unit that is current, else of the output.
  mutating func openWeights() {
    guard let architecture = network?.architecture, !showsImages else {
      notice = Notice(text: "The list of weights is for networks on points; a layer of pictures has too many.")
      return
    }
    let output = (layer: architecture.hidden.count, unit: 0)
    let (layer, unit) =
      switch attention.current ?? attention.held {
      case .unit(let layer, let unit)?, .weight(let layer, let unit, _)?, .bias(let layer, let unit)?: (layer, unit)
      case _: output
      }
    guard layer <= output.layer, unit < architecture.units(layer) else { return }
    _ = WeightEditor(layer: layer, unit: unit, selected: 0).open(&self)
  }

  /// What a weight or bias is called in a sentence.
  func name(of target: Target) -> String {
    switch target {
    case .weight(let layer, let unit, let source):
      "Weight \(sourceName(layer: layer, source: source)) to \(unitName(layer: layer, unit: unit).lowercasedFirst)"
    case .bias(let layer, let unit): "Bias of \(unitName(layer: layer, unit: unit).lowercasedFirst)"
    case .unit(let layer, let unit): unitName(layer: layer, unit: unit)
    case _: ""
    }
  }
}

extension String {
  /// The text as it stands inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
