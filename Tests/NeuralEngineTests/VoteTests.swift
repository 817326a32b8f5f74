import NeuralEngine
import Testing

/// How units bring about an answer, by values worked out by hand or by differences.
@Suite struct VoteTests {
  /// 2 inputs, hidden layers of 2 and 2 units, 2 outputs.
  private func network(_ activation: Activation, normalized: Bool = false) throws -> Network {
    let architecture = try Architecture(
      inputs: 2, hidden: [2, 2], outputs: 2, activation: activation, outputActivation: .softmax,
      batchNormalization: normalized)
    return try TestMaterial(architecture, .softmaxCrossEntropy, count: 1, seed: 5).network
  }

  @Test func withOneHiddenLayerSharesAndBiasAreTheSum() throws {
    var network = Network(
      try Architecture(inputs: 1, hidden: [3], outputs: 2, activation: .linear, outputActivation: .softmax))
    for (unit, (inner, outer)) in zip([Float(1), 2, -3], [Float(0.5), -1, 2]).enumerated() {
      network.setWeight(inner, layer: 0, unit: unit, source: 0)
      network.setWeight(outer, layer: 1, unit: 1, source: unit)
    }
    network.setBias(0.25, layer: 1, unit: 1)
    let sums = network.preActivations(for: [2])
    let vote = Vote(network, on: [2], sums: sums)
    #expect(vote.activations == [[2, 4, -6]])
    #expect(vote.shares(of: 1) == [1, -4, -12])
    #expect(vote.shares(of: 1, turned: true) == [-1, 4, 12])
    #expect(vote.shares(of: 0) == [0, 0, 0])
    #expect(sums[1] == [0, -14.75])
    #expect(
      vote.strongestTerms(of: 1, most: 2)
        == [Vote.Term(source: 2, output: 1, value: -12), Vote.Term(source: 1, output: 1, value: -4)]
        + vote.strongestTerms(of: 1, most: 2).suffix(2))
    #expect(vote.strongestTerms(of: 1, most: 2).suffix(2).allSatisfy { $0.output == 0 && $0.value == 0 })
  }

  @Test(arguments: [Activation.tanh, .gelu, .prelu, .sigmoid], [false, true])
  func sharesAreTheFirstOrderOfTheAnswer(_ activation: Activation, _ normalized: Bool) throws {
    var network = try network(activation, normalized: normalized)
    for part in network.layout.parts where !part.isTrained {
      for place in part.places { network.parameters[place] += 0.3 }
    }
    let input: [Float] = [0.7, -0.4]
    let sums = network.preActivations(for: input)
    let vote = Vote(network, on: input, sums: sums)
    #expect(vote.activations.count == 2)
    let shares = vote.shares(of: 1)
    // The first layer's units made a little larger, one after the other, by their weights to the second.
    for unit in 0..<2 {
      func score(_ factor: Float) -> Double {
        var moved = network
        for next in 0..<2 {
          moved.setWeight(
            network.weight(layer: 1, unit: next, source: unit) * factor, layer: 1, unit: next, source: unit)
        }
        return Double(moved.preActivations(for: input)[2][1])
      }
      let expected = (score(1.01) - score(0.99)) / 0.02
      #expect(isClose(Double(shares[unit]), expected, relative: 1e-3, absolute: 1e-4))
    }
  }

  @Test func withoutHiddenLayersThereIsNobodyToVote() throws {
    let network = Network(
      try Architecture(inputs: 2, hidden: [], outputs: 2, activation: .tanh, outputActivation: .softmax))
    let vote = Vote(network, on: [1, 2], sums: network.preActivations(for: [1, 2]))
    #expect(vote.activations == [] && vote.shares(of: 0) == [] && vote.strongestTerms(of: 0, most: 3) == [])
  }

  struct Answer: CustomTestStringConvertible {
    let sums: [Double]
    let activation: Activation
    let answers: [Double]
    let scores: [Double]
    let isShare: Bool
    let order: [Int]
    var testDescription: String { "\(activation) \(sums)" }

    static let all = [
      Answer(
        sums: [0], activation: .sigmoid, answers: [0.5, 0.5], scores: [0, 0], isShare: true, order: [0, 1]),
      Answer(sums: [3], activation: .step, answers: [0, 1], scores: [0, 3], isShare: true, order: [1, 0]),
      Answer(
        sums: [-0.5], activation: .linear, answers: [0.75, 0.25], scores: [0, -0.5], isShare: true, order: [0, 1]),
      Answer(sums: [7], activation: .linear, answers: [0, 1], scores: [0, 7], isShare: true, order: [1, 0]),
      Answer(
        sums: [1000, 1000, -1000], activation: .softmax, answers: [0.5, 0.5, 0], scores: [1000, 1000, -1000],
        isShare: true, order: [0, 1, 2]),
      Answer(
        sums: [-1, 4, 2], activation: .relu, answers: [0, 4, 2], scores: [-1, 4, 2], isShare: false, order: [1, 2, 0]),
    ]
  }

  @Test(arguments: Answer.all)
  func outputsAreOneAnswerForEachClass(_ expected: Answer) {
    let found = OutputAnswers(sums: expected.sums, activation: expected.activation)
    #expect(found.answers == expected.answers && found.scores == expected.scores)
    #expect(found.isShare == expected.isShare && found.order == expected.order)
  }

  @Test(arguments: Activation.allCases)
  func noActivationLeavesItsRange(_ activation: Activation) {
    let range = activation.range
    let values = (-4000...4000).map { activation.value(Double($0) / 100) }
    #expect(values.allSatisfy(range.contains))
    guard activation != .softmax else { return }
    // And it comes near both ends that there are.
    if range.lowerBound.isFinite { #expect(isClose(values.min() ?? .nan, range.lowerBound, absolute: 1e-4)) }
    if range.upperBound.isFinite { #expect(isClose(values.max() ?? .nan, range.upperBound, absolute: 1e-4)) }
    #expect(activation.isShare == [.step, .sigmoid].contains(activation))
  }
}
