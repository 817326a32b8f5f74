import NeuralEngine
import Testing

/// Batch normalisation: statistics of the mini-batch while training, running ones when evaluating.
@Suite struct NormalizationTests {
  /// One linear hidden unit whose pre-activation is the input itself, plus a bias that must not matter.
  private func network() throws -> Network {
    var network = Network(
      try Architecture(
        inputs: 1, hidden: [1], outputs: 1, activation: .linear, outputActivation: .linear, batchNormalization: true))
    network.setWeight(1, layer: 0, unit: 0, source: 0)
    network.setBias(0.5, layer: 0, unit: 0)
    network.setWeight(1, layer: 1, unit: 0, source: 0)
    return network
  }

  @Test func runningStatisticsFollowTheBatches() throws {
    // z = 1.5, 2.5, 3.5, 4.5: μ = 3, unbiased σ² = 5∕3. From 0 and 1 with momentum 0.1: 0.3 and 0.9 + 1∕6.
    let learner = try Learner(
      network: try network(), settings: TrainingSettings(learningRate: 1e-9, batchSize: 4))
    let samples = try TestMaterial.samples([[1], [2], [3], [4]], [[0], [0], [0], [0]])
    learner.train(on: samples, range: 0..<4)
    let layer = learner.network.layout.layers[0]
    let mean = learner.network.parameters[try #require(layer.runningMean)]
    let variance = learner.network.parameters[try #require(layer.runningVariance)]
    #expect(isClose(Double(mean), 0.3))
    #expect(isClose(Double(variance), 0.9 + 1.0 / 6))
  }

  @Test func evaluationUsesRunningStatistics() throws {
    var network = try network()
    let layer = network.layout.layers[0]
    network.parameters[try #require(layer.runningMean)] = 2
    network.parameters[try #require(layer.runningVariance)] = 4
    network.parameters[try #require(layer.gamma)] = 3
    network.parameters[try #require(layer.beta)] = -1
    // 3 (x + 0.5 − 2) ∕ √(4 + 10⁻⁵) − 1
    for x in [-1.0, 0, 2.5] {
      let expected = 3 * (x - 1.5) / (4 + 1e-5).squareRoot() - 1
      #expect(isClose(Double(network.outputs(for: [Float(x)])[0]), expected))
    }
  }

  @Test func statisticsAreNotTrainedByAnyOptimizer() throws {
    for optimizer in Optimizer.allCases {
      let learner = try Learner(
        network: try network(), settings: TrainingSettings(optimizer: optimizer, learningRate: 0.1, batchSize: 4))
      let samples = try TestMaterial.samples([[1], [2], [3], [4]], [[1], [0], [1], [0]])
      learner.train(on: samples, range: 0..<4)
      let layer = learner.network.layout.layers[0]
      #expect(isClose(Double(learner.network.parameters[try #require(layer.runningMean)]), 0.3), "\(optimizer)")
    }
  }

  @Test func aNormalizedNetworkLearns() throws {
    let architecture = try Architecture(
      inputs: 2, hidden: [8, 8], outputs: 1, activation: .relu, outputActivation: .tanh, batchNormalization: true)
    var random = TestRandom(8)
    let inputs = random.rows(200, 2)
    let samples = try TestMaterial.samples(inputs, inputs.map { [$0[0] * $0[1] > 0 ? 1 : -1] })
    var network = Network(architecture)
    network.initialize(.he, using: &random)
    let settings = TrainingSettings(optimizer: .adam, learningRate: 0.01, batchSize: 40)
    let learner = try Learner(network: network, settings: settings)
    for _ in 0..<100 { learner.train(on: samples, range: 0..<200) }
    #expect(try #require(learner.evaluate(samples).accuracy) > 0.95)
  }
}
