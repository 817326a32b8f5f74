/// How the units of a network of dense layers bring about its answer to one sample.
public struct Vote {
  /// What each unit of each hidden layer answers.
  public let activations: [[Float]]
  private let network: Network
  /// z of every layer.
  private let sums: [[Float]]

  /// One term w·a of an output's weighted sum.
  public struct Term: Equatable, Sendable {
    /// The unit of the last hidden layer.
    public let source: Int
    /// The output.
    public let output: Int
    /// w·a.
    public let value: Double

    /// A term.
    public init(source: Int, output: Int, value: Double) {
      self.source = source
      self.output = output
      self.value = value
    }
  }

  /// The vote on one sample.
  ///
  /// - Parameter sums: ``Network/preActivations(for:)`` of the sample.
  public init(_ network: Network, sums: [[Float]]) {
    self.network = network
    self.sums = sums
    activations = sums.indices.dropLast().map { layer in
      let slope = network.slope(layer: layer).map(Double.init) ?? Activation.firstSlope
      return sums[layer].map { Float(network.architecture.activation(layer).value(Double($0), slope: slope)) }
    }
  }

  /// What each unit of the first hidden layer adds to an output's z: a · ∂z∕∂a, exact where there is one hidden layer.
  ///
  /// - Parameter turned: for the first of two classes that share one output, whose z counts turned round.
  /// - Returns: a number for each unit; none without hidden layers.
  public func shares(of output: Int, turned: Bool = false) -> [Float] {
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
    let deviation = (network.parameters[variance + unit] + BatchNormalization.epsilon).squareRoot()
    return Float(bend) * network.parameters[gamma + unit] / deviation
  }

  /// The strongest terms of the outputs' weighted sums: those of one output, then those of the others, each strongest
  /// first.
  ///
  /// - Parameter most: how many at most of the one, and as many of the others.
  public func strongestTerms(of best: Int, most: Int) -> [Term] {
    guard let place = network.layout.layers.last, let sources = activations.last else { return [] }
    var own: [Term] = []
    var others: [Term] = []
    for source in sources.indices where sources[source] != 0 {
      for output in 0..<place.units {
        let weight = network.parameters[place.weights + source * place.stride + output]
        let term = Term(source: source, output: output, value: Double(weight * sources[source]))
        if output == best { own.keep(term, most: most) } else { others.keep(term, most: most) }
      }
    }
    return own + others
  }
}

extension [Vote.Term] {
  /// Takes a term in if it is among the strongest, which are kept in order.
  fileprivate mutating func keep(_ term: Element, most: Int) {
    if count == most, abs(self[most - 1].value) >= abs(term.value) { return }
    insert(term, at: firstIndex { abs($0.value) < abs(term.value) } ?? count)
    if count > most { removeLast() }
  }
}
