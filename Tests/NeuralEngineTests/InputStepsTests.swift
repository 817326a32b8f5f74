import NeuralEngine
import Testing

/// What a network sees is changed until it says something else, and never leaves its bounds.
@Suite("Steps on the inputs") struct InputStepsTests {
  private let bounds = (low: [Float](repeating: 0, count: 6), high: [Float](repeating: 1, count: 6))

  private func network(outputs: Int, _ activation: Activation) throws -> Network {
    try TestMaterial(
      try Architecture(inputs: 6, hidden: [9], outputs: outputs, activation: .tanh, outputActivation: activation),
      outputs == 1 ? .sigmoidCrossEntropy : .softmaxCrossEntropy, count: 1, seed: 3
    ).network
  }

  private func share(_ network: Network, _ label: Int, _ input: [Float]) -> Double {
    let sums = (network.preActivations(for: input).last ?? []).map(Double.init)
    return OutputAnswers(sums: sums, activation: network.architecture.outputActivation).answers[label]
  }

  @Test(arguments: [(4, Activation.softmax), (1, .sigmoid)])
  func stepsGoWhereTheyShould(_ outputs: Int, _ activation: Activation) throws {
    let network = try network(outputs: outputs, activation)
    let steps = InputSteps(network, low: bounds.low, high: bounds.high)
    let input: [Float] = [0, 0.2, 0.4, 0.6, 0.8, 1]
    for label in 0..<max(2, outputs) {
      let before = share(network, label, input)
      let toward = steps.toward(label, from: input)
      #expect(share(network, label, toward) > before)
      #expect(toward.allSatisfy { (0...1).contains($0) })
      let away = steps.away(from: label, at: input, epsilon: 0.05)
      #expect(share(network, label, away) < before)
      #expect(zip(away, input).allSatisfy { abs($0 - $1) <= 0.0501 && (0...1).contains($0) })
      #expect(steps.away(from: label, at: input, epsilon: 0) == input)
    }
  }

  /// d log p ∕ dx by differences.
  @Test func slopesAreThoseOfTheLogarithm() throws {
    let network = try network(outputs: 4, .softmax)
    let input: [Float] = [0.1, 0.2, 0.4, 0.6, 0.8, 0.9]
    let slopes = InputSteps(network, low: bounds.low, high: bounds.high).slopes(of: 2, at: input)
    for place in input.indices {
      func logarithm(_ change: Float) -> Double {
        var moved = input
        moved[place] += change
        let p = share(network, 2, moved)
        // ln p by its series around 1 would be slow: the ratio of two shares is enough.
        return p
      }
      let middle = logarithm(0)
      let expected = (logarithm(0.005) - logarithm(-0.005)) / 0.01 / middle
      #expect(isClose(Double(slopes[place]), expected, relative: 2e-2, absolute: 1e-3))
    }
  }
}
