import Formulas
import NeuralEngine

/// What a network computes, written as a formula: a unit's answer, or a small network's loss on one sample.
struct GraphSource {
  private var text = ""
  private var numbers: [String: Double] = [:]

  /// More sources than this make no picture that could be followed.
  private static let mostSources = 12

  /// A unit's answer to a sample: `tanh(w1 x1 + w2 x2 + b)`.
  ///
  /// - Throws: a sentence where it cannot be written so.
  init(_ network: Network, layer: Int, unit: Int, inputs: [Float]) throws(GraphRefusal) {
    let sources = network.architecture.sources(layer)
    guard sources <= Self.mostSources else {
      throw GraphRefusal(
        sentence:
          "This unit has \(sources) sources, more than can be followed: take one with \(Self.mostSources) or fewer.")
    }
    let below = layer == 0 ? inputs : network.activations(for: inputs)[layer - 1]
    let letter = layer == 0 ? "x" : "a"
    for (source, value) in below.enumerated() { numbers["\(letter)\(source + 1)"] = Double(value) }
    text = try self.unit(
      network, layer, unit, sources: (1...sources).map { "\(letter)\($0)" }, bias: "b", firstWeight: 1)
  }

  /// The loss of a network of one hidden layer at most and one output, on one sample.
  ///
  /// - Throws: a sentence where it cannot be written so.
  init(_ network: Network, on sample: Samples, loss: Loss) throws(GraphRefusal) {
    let architecture = network.architecture
    guard architecture.layerCount <= 2, architecture.outputs == 1, network.layout.layers.allSatisfy(\.isDense),
      architecture.inputs <= Self.mostSources, architecture.unitCount <= 5, case .values(let targets) = sample.targets
    else {
      throw GraphRefusal(
        sentence: "Only a network of one hidden layer, 4 units and one output can be followed whole: take a unit of it."
      )
    }
    for (source, value) in sample.rows.enumerated() { numbers["x\(source + 1)"] = Double(value) }
    let inputs = (1...architecture.inputs).map { "x\($0)" }
    var sources = inputs
    var weight = 1
    if architecture.layerCount == 2 {
      sources = []
      for unit in 0..<architecture.units(0) {
        sources.append(try self.unit(network, 0, unit, sources: inputs, bias: "b\(unit + 1)", firstWeight: weight))
        weight += inputs.count
      }
    }
    let answer = try unit(
      network, architecture.layerCount - 1, 0, sources: sources, bias: "b\(architecture.unitCount)", firstWeight: weight
    )
    numbers["t"] = Double(targets[0])
    switch loss {
    case .squaredError: text = "(\(answer) - t)^2/2"
    case .sigmoidCrossEntropy: text = "-t ln(\(answer)) - (1 - t) ln(1 - \(answer))"
    case .softmaxCrossEntropy, .perceptron:
      throw GraphRefusal(
        sentence: "The loss \(loss.rawValue) has no formula with one output and a gradient: f chooses another.")
    }
  }

  /// A unit over sources that are written already; its weights get names and numbers.
  private mutating func unit(
    _ network: Network, _ layer: Int, _ unit: Int, sources: [String], bias: String, firstWeight: Int
  ) throws(GraphRefusal) -> String {
    guard !network.architecture.isNormalized(layer) else {
      throw GraphRefusal(sentence: "A normalised unit depends on its mini-batch, which no formula of one sample has.")
    }
    var terms: [String] = []
    for (source, name) in sources.enumerated() {
      let weight = "w\(firstWeight + source)"
      numbers[weight] = Double(network.weight(layer: layer, unit: unit, source: source))
      terms.append("\(weight) \(name)")
    }
    numbers[bias] = Double(network.bias(layer: layer, unit: unit))
    let sum = terms.joined(separator: " + ") + " + \(bias)"
    let activation = network.architecture.activation(layer)
    switch activation {
    case .linear: return "(\(sum))"
    case .tanh, .sigmoid, .relu: return "\(activation.rawValue)(\(sum))"
    case _:
      throw GraphRefusal(
        sentence:
          "The activation \(activation.rawValue) is no function of formulas: tanh, sigmoid, relu and linear are.")
    }
  }

  /// The graph of it.
  var graph: ComputationGraph {
    get throws(GraphRefusal) {
      do {
        return ComputationGraph(try Formula(text), keeping: numbers)
      } catch {
        throw GraphRefusal(sentence: "It makes a formula that cannot be followed: \(error).")
      }
    }
  }
}

/// Why something has no graph, in a sentence.
struct GraphRefusal: Error {
  let sentence: String
}
