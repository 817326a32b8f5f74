/// How the units of a network bring about its answer to one sample.
public struct Vote {
  /// What each unit of each hidden layer answers.
  public let activations: [[Float]]
  private let network: Network
  private let input: [Float]

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
  /// - Parameters:
  ///   - input: the sample, [inputs].
  ///   - sums: ``Network/preActivations(for:)`` of it.
  public init(_ network: Network, on input: [Float], sums: [[Float]]) {
    self.network = network
    self.input = input
    activations = sums.indices.dropLast().map { layer in
      let slope = network.slopeBelowZero(layer: layer)
      return sums[layer].map { Float(network.architecture.activation(layer).value(Double($0), slope: slope)) }
    }
  }

  /// What each unit of the first hidden layer adds to an output's z: a · ∂z∕∂a, exact where there is one hidden layer.
  ///
  /// - Parameter turned: for the first of two classes that share one output, whose z counts turned round.
  /// - Returns: a number for each unit; none without hidden layers.
  public func shares(of output: Int, turned: Bool = false) -> [Float] {
    guard let answers = activations.first else { return [] }
    let slopes = network.sensitivity(of: output, at: input).layers[0]
    return zip(slopes, answers).map { (turned ? -$0 : $0) * $1 }
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
