import NeuralEngine
import Testing

/// What holds for every seed.
@Suite struct PropertyTests {
  @Test(arguments: 1...25)
  func aSmallStepDownTheGradientLowersTheLoss(_ seed: Int) throws {
    for meeting in [
      Meeting(hidden: .tanh, output: .linear, loss: .squaredError),
      Meeting(hidden: .gelu, output: .sigmoid, loss: .sigmoidCrossEntropy),
      Meeting(hidden: .relu, output: .softmax, loss: .softmaxCrossEntropy),
      Meeting(hidden: .swish, output: .softmax, loss: .squaredError),
    ] {
      let architecture = try Architecture(
        inputs: 4, hidden: [9, 7], outputs: 3, activation: meeting.hidden, outputActivation: meeting.output)
      let material = try TestMaterial(architecture, meeting.loss, count: 32, seed: UInt64(seed))
      let settings = TrainingSettings(loss: meeting.loss, learningRate: 1e-2, batchSize: 32)
      let learner = try Learner(network: material.network, settings: settings)
      let before = learner.evaluate(material.samples).loss
      learner.train(on: material.samples, range: 0..<32)
      #expect(learner.evaluate(material.samples).loss < before, "\(meeting.testDescription)")
    }
  }

  @Test(arguments: 1...25)
  func softmaxSumsToOne(_ seed: Int) throws {
    let architecture = try Architecture(
      inputs: 3, hidden: [6], outputs: 2 + seed, activation: .linear, outputActivation: .softmax)
    var random = TestRandom(UInt64(seed))
    var network = Network(architecture)
    network.initialize(.uniform, using: &random)
    for _ in 0..<10 {
      let input = (0..<3).map { _ in Float(2000 * random.uniform() - 1000) }
      let outputs = network.outputs(for: input)
      #expect(outputs.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(isClose(outputs.reduce(0) { $0 + Double($1) }, 1))
    }
  }

  @Test(arguments: 1...10)
  func paddingStaysZero(_ seed: Int) throws {
    // A sigmoid makes ½ of a zero: nothing of that may reach the padding of weights, memories or outputs.
    let hidden = [1 + seed % 7, 17 + seed]
    for (optimizer, dropout) in [(Optimizer.sgd, 0.0), (.adam, 0.2), (.adagrad, 0), (.rmsprop, 0.5)] {
      let architecture = try Architecture(
        inputs: 3, hidden: hidden, outputs: 3, activation: .sigmoid, outputActivation: .softmax)
      let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 20, seed: UInt64(seed))
      let settings = TrainingSettings(
        loss: .softmaxCrossEntropy, optimizer: optimizer, learningRate: 0.01, batchSize: 6, dropout: dropout)
      let learner = try Learner(network: material.network, settings: settings, threads: 2)
      for _ in 0..<5 { learner.train(on: material.samples, range: 0..<20) }
      let trained = Set(material.reference.trainedPlaces)
      for (place, value) in learner.network.parameters.enumerated() where !trained.contains(place) {
        #expect(value == 0, "place \(place)")
      }
    }
  }
}
