import NeuralEngine
import Testing

/// Rosenblatt's rule w ← w + η (t − y) x, one sample at a time.
@Suite struct PerceptronTests {
  private static let gate: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]

  private func learner(
    _ targets: [Double], _ choice: Learner.PathChoice = .fastest
  ) throws -> (Learner, Samples) {
    let architecture = try Architecture(
      inputs: 2, hidden: [], outputs: 1, activation: .tanh, outputActivation: .step)
    let settings = TrainingSettings(loss: .perceptron, learningRate: 1, batchSize: 10)
    return (
      try Learner(network: Network(architecture), settings: settings, choice: choice),
      try TestMaterial.samples(Self.gate, targets.map { [$0] })
    )
  }

  @Test(arguments: Learner.PathChoice.allCases)
  func firstEpochOfAndByHand(_ choice: Learner.PathChoice) throws {
    // w = (0, 0), b = 0. A step answers 1 at z = 0.
    // (0,0) → 1, wrong: b = −1. (0,1): z = −1 → 0, right. (1,0): right. (1,1): z = −1 → 0, wrong: w = (1, 1), b = 0.
    let (learner, samples) = try learner([0, 0, 0, 1], choice)
    let progress = learner.train(on: samples, range: 0..<4)
    let network = learner.network
    #expect(network.weight(layer: 0, unit: 0, source: 0) == 1)
    #expect(network.weight(layer: 0, unit: 0, source: 1) == 1)
    #expect(network.bias(layer: 0, unit: 0) == 0)
    #expect(progress == Progress(loss: 1, correct: 2, count: 4, steps: 4))
  }

  @Test(arguments: [[0.0, 0, 0, 1], [0, 1, 1, 1], [1, 0, 0, 0], [1, 1, 0, 0]])
  func everySeparableGateIsLearnt(_ targets: [Double]) throws {
    // Novikoff's theorem (1962): a finite number of mistakes; these need far fewer than 50 epochs.
    let (learner, samples) = try learner(targets)
    for _ in 0..<50 { learner.train(on: samples, range: 0..<4) }
    #expect(learner.evaluate(samples).accuracy == 1)
  }

  @Test func exclusiveOrIsNeverLearnt() throws {
    let (learner, samples) = try learner([0, 1, 1, 0])
    for _ in 0..<200 {
      learner.train(on: samples, range: 0..<4)
      #expect(learner.evaluate(samples).accuracy != 1)
    }
  }
}
