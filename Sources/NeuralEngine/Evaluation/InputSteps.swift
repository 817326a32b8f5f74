/// Changing what a network sees until it says something else.
///
/// The direction is that in which log p of an output grows, ∂(z_k − Σ_j p_j z_j) ∕ ∂x with softmax; with one output for two
/// classes, that of z or against it. Every step stays between the least and the largest value that an input can have.
public struct InputSteps: Sendable {
  private let network: Network
  private let low: [Float]
  private let high: [Float]

  /// Steps on the inputs of a network.
  ///
  /// - Parameters:
  ///   - low: the least value of each input, [inputs].
  ///   - high: the largest.
  public init(_ network: Network, low: [Float], high: [Float]) {
    precondition(low.count == network.architecture.inputs && high.count == low.count, "there are bounds for each input")
    (self.network, self.low, self.high) = (network, low, high)
  }

  /// How each input moves log p of a class: [inputs].
  public func slopes(of label: Int, at input: [Float]) -> [Float] {
    let outputs = network.architecture.outputs
    guard outputs > 1 else { return network.sensitivity(along: [label == 1 ? 1 : -1], at: input).inputs }
    let sums = (network.preActivations(for: input).last ?? []).map(Double.init)
    let answers = OutputAnswers(sums: sums, activation: network.architecture.outputActivation)
    let direction = answers.answers.indices.map { output in
      Float((output == label ? 1 : 0) - (answers.isShare ? answers.answers[output] : 0))
    }
    return network.sensitivity(along: direction, at: input).inputs
  }

  /// Steps along the gradient toward a class: in each the input that matters most moves by this share of its range.
  public func toward(_ label: Int, from input: [Float], steps: Int = 10, share: Float = 0.2) -> [Float] {
    var input = input
    for _ in 0..<steps {
      let slopes = slopes(of: label, at: input)
      let largest = slopes.reduce(0) { max($0, abs($1)) }
      guard largest > 0, largest.isFinite else { return input }
      input = input.indices.map { place in
        let step = share * (high[place] - low[place]) * slopes[place] / largest
        return min(high[place], max(low[place], input[place] + step))
      }
    }
    return input
  }

  /// One step away from a class, of every input by the same share ε of its range: the fast gradient sign method of
  /// Goodfellow, Shlens and Szegedy 2014 (arXiv:1412.6572).
  public func away(from label: Int, at input: [Float], epsilon: Float) -> [Float] {
    let slopes = slopes(of: label, at: input)
    return input.indices.map { place in
      let sign: Float = slopes[place] > 0 ? -1 : slopes[place] < 0 ? 1 : 0
      return min(high[place], max(low[place], input[place] + epsilon * (high[place] - low[place]) * sign))
    }
  }
}
