import NeuralEngine
import Testing

/// Inverted dropout: units left out of a sample neither answer nor learn from it; the others are divided by 1 − p.
@Suite struct DropoutTests {
  /// Every hidden unit passes the input on; the output sums them; all in a straight line.
  private func fan(units: Int) throws -> Network {
    var network = Network(
      try Architecture(inputs: 1, hidden: [units], outputs: 1, activation: .linear, outputActivation: .linear))
    for unit in 0..<units {
      network.setWeight(1, layer: 0, unit: unit, source: 0)
      network.setWeight(1, layer: 1, unit: 0, source: unit)
    }
    return network
  }

  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func theShareLeftOutIsTheRate(_ rate: Double) throws {
    // One sample, one step: a unit left out keeps its weight; one that stays moves by η δ x ∕ (1 − p).
    let units = 4000
    let network = try fan(units: units)
    let settings = TrainingSettings(learningRate: 1e-5, batchSize: 1, dropout: rate)
    let learner = try Learner(network: network, settings: settings, seed: 1)
    learner.train(on: try TestMaterial.samples([[1]], [[0]]), range: 0..<1)
    let trained = learner.network
    let kept = (0..<units).filter { trained.weight(layer: 0, unit: $0, source: 0) != 1 }
    // Binomial: standard deviation √(n p (1 − p)); five of them.
    let spread = 5 * (Double(units) * rate * (1 - rate)).squareRoot()
    #expect(abs(Double(kept.count) - Double(units) * (1 - rate)) < spread)

    // a = Σ kept 1 ∕ (1 − p); dL ∕ dw₀ = a · 1 ∕ (1 − p) for those that stay.
    let factor = 1 / (1 - rate)
    let output = Double(kept.count) * factor
    for unit in kept.prefix(20) {
      let expected = 1 - 1e-5 * output * factor
      #expect(isClose(Double(trained.weight(layer: 0, unit: unit, source: 0)), expected))
    }
  }

  @Test func masksDifferBetweenStepsAndSeeds() throws {
    func untouched(seed: UInt64, steps: Int) throws -> [Bool] {
      let learner = try Learner(
        network: try fan(units: 64), settings: TrainingSettings(learningRate: 1e-5, batchSize: 1, dropout: 0.5),
        seed: seed)
      let samples = try TestMaterial.samples([[1], [1], [1]], [[0], [0], [0]])
      learner.train(on: samples, range: 0..<steps)
      return (0..<64).map { learner.network.weight(layer: 0, unit: $0, source: 0) == 1 }
    }
    let one = try untouched(seed: 1, steps: 1)
    #expect(try untouched(seed: 1, steps: 1) == one)
    #expect(try untouched(seed: 2, steps: 1) != one)
    #expect(try untouched(seed: 1, steps: 2) != one)
  }

  @Test func evaluationDropsNothing() throws {
    let material = try Meeting(hidden: .tanh, output: .linear, loss: .squaredError).material()
    let plain = try Learner(network: material.network, settings: TrainingSettings())
    let dropping = try Learner(network: material.network, settings: TrainingSettings(dropout: 0.5))
    #expect(dropping.evaluate(material.samples) == plain.evaluate(material.samples))
  }

  /// Shapes and batches that put samples, or units, across the lanes; a batch of several passes; one that waits.
  @Test(
    "Every way of training leaves the same units out",
    arguments: [
      ([4, 2], 10, Remainder.use), ([8], 16, .carry), ([7, 12], 32, .use), ([3], 150, .use), ([40], 10, .carry),
      ([20, 5], 7, .use),
    ])
  func everyPathDropsTheSame(_ hidden: [Int], _ batchSize: Int, _ remainder: Remainder) throws {
    let architecture = try Architecture(
      inputs: 3, hidden: hidden, outputs: 2, activation: .tanh, outputActivation: .sigmoid)
    let material = try TestMaterial(architecture, count: 160, seed: 3)
    for optimizer in [Optimizer.sgd, .momentum] {
      let settings = TrainingSettings(
        optimizer: optimizer, learningRate: 0.05, batchSize: batchSize, dropout: 0.4, remainder: remainder)
      for lanes in laneCounts {
        try withLanes(lanes) {
          let learners = try Learner.PathChoice.allCases.map { choice in
            try Learner(network: material.network, settings: settings, seed: 9, choice: choice)
          }
          for learner in learners {
            for _ in 0..<3 { learner.train(on: material.samples, range: 0..<160) }
          }
          for (one, other) in zip(learners[0].network.parameters, learners[1].network.parameters) {
            #expect(agree(one, Double(other), relative: 1e-4, absolute: 1e-5), "\(optimizer), \(lanes) lanes")
          }
        }
      }
    }
  }
}
