import NeuralEngine

/// How the units of a network bring about its answer to one picture.
struct Vote {
  let network: Network
  /// z of every layer.
  let sums: [[Float]]
  /// a of every hidden layer.
  let activations: [[Float]]

  /// How many terms are shown, half of them for the answer that is given.
  static let mostTerms = 30

  /// What each unit of the first hidden layer adds to an output's z: a · ∂z∕∂a, exact where there is one hidden layer.
  ///
  /// - Parameter turned: for the first of two classes that share one output, whose z counts turned round.
  func shares(of output: Int, turned: Bool) -> [Float] {
    let layers = network.layout.layers
    guard let last = layers.last, !activations.isEmpty else { return [] }
    var slopes = [Float](repeating: 0, count: last.units)
    slopes[output] = turned ? -1 : 1
    for layer in stride(from: layers.count - 1, through: 1, by: -1) {
      let place = layers[layer]
      // ∂z∕∂a of the layer before: [sources], the weights of one source lie side by side.
      var before = [Float](repeating: 0, count: place.sources)
      network.parameters.withUnsafeBufferPointer { parameters in
        for source in 0..<place.sources {
          let start = place.weights + source * place.stride
          for unit in 0..<place.units { before[source] += parameters[start + unit] * slopes[unit] }
        }
      }
      slopes = layer > 1 ? before.indices.map { before[$0] * slope(layer: layer - 1, unit: $0) } : before
    }
    return zip(slopes, activations[0]).map { $0 * $1 }
  }

  /// How much a unit's weighted sum moves its answer: a′(z), and the factor of a normalised layer.
  private func slope(layer: Int, unit: Int) -> Float {
    let slope = network.slope(layer: layer).map(Double.init) ?? Activation.firstSlope
    let bend = network.architecture.activation(layer).derivative(Double(sums[layer][unit]), slope: slope)
    let place = network.layout.layers[layer]
    guard let gamma = place.gamma, let variance = place.runningVariance else { return Float(bend) }
    // The 10⁻⁵ of batch normalisation, see `Architecture.batchNormalization`.
    let deviation = (network.parameters[variance + unit] + 1e-5).squareRoot()
    return Float(bend) * network.parameters[gamma + unit] / deviation
  }

  /// The strongest terms of the outputs' weighted sums, at most half of them of outputs other than `best`.
  func strongestTerms(best: Int) -> [DigitReading.Term] {
    guard let place = network.layout.layers.last, let sources = activations.last else { return [] }
    var own: [DigitReading.Term] = []
    var others: [DigitReading.Term] = []
    for source in sources.indices where sources[source] != 0 {
      for output in 0..<place.units {
        let weight = network.parameters[place.weights + source * place.stride + output]
        let term = DigitReading.Term(source: source, output: output, value: Double(weight * sources[source]))
        if output == best { own.keep(term) } else { others.keep(term) }
      }
    }
    return own + others
  }
}

extension [DigitReading.Term] {
  /// Takes a term in if it is among the strongest, which are kept in order.
  fileprivate mutating func keep(_ term: Element) {
    let most = Vote.mostTerms / 2
    if count == most, abs(self[most - 1].value) >= abs(term.value) { return }
    insert(term, at: firstIndex { abs($0.value) < abs(term.value) } ?? count)
    if count > most { removeLast() }
  }
}
