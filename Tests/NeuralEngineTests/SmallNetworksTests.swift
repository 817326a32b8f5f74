import CKernels
import NeuralEngine
import Testing

/// An experiment drawn from a seed: shape, activations, loss, optimiser, samples, everything.
private struct RandomExperiment {
  let network: Network
  let settings: TrainingSettings
  let samples: Samples
  let inputs: [[Double]]
  let targets: [[Double]]
  let order: [UInt32]?

  /// Optimisers that divide by the gradient's size blow up what rounding leaves of a zero; they get a tolerance of
  /// their own.
  var dividesByGradient: Bool {
    switch settings.optimizer {
    case .sgd, .momentum, .nesterov: false
    case .adagrad, .rmsprop, .adam, .adamW: true
    }
  }

  init(seed: Int) throws {
    var numbers = TestRandom(UInt64(seed))
    for _ in 0..<4 { _ = numbers.next(below: 2) }
    // Step's derivative is zero, so that hidden steps teach nothing; relu's corners flip, but seldom in two epochs.
    let hiddenKinds = Activation.allCases.filter { $0 != .softmax && $0 != .step }
    let hidden = (0..<numbers.next(below: 4)).map { _ in 1 + numbers.next(below: numbers.next(below: 4) == 0 ? 40 : 9) }
    let inputs = 1 + numbers.next(below: 12)
    let outputs = 1 + numbers.next(below: numbers.next(below: 3) == 0 ? 20 : 3)
    let loss = Loss.allCases[numbers.next(below: 3)]
    let squaredOutputs = Activation.allCases.filter { $0 != .step }
    let output: Activation =
      switch loss {
      case .squaredError: squaredOutputs[numbers.next(below: squaredOutputs.count)]
      case .sigmoidCrossEntropy: .sigmoid
      case .softmaxCrossEntropy: .softmax
      case .perceptron: .step
      }
    var network = Network(
      try Architecture(
        inputs: inputs, hidden: hidden, outputs: outputs,
        hiddenActivations: hidden.map { _ in hiddenKinds[numbers.next(below: hiddenKinds.count)] },
        outputActivation: output))
    for layer in network.layout.layers {
      for unit in 0..<layer.units {
        network.parameters[layer.biases + unit] = numbers.next(in: -0.3...0.3)
        for source in 0..<layer.sources {
          network.parameters[layer.weights + source * layer.stride + unit] = numbers.next(in: -0.5...0.5)
        }
      }
    }
    self.network = network
    let regularization = Regularization.allCases[numbers.next(below: 3)]
    settings = TrainingSettings(
      loss: loss, optimizer: Optimizer.allCases[numbers.next(below: 7)], learningRate: 0.004,
      regularization: regularization, regularizationRate: regularization == .none ? 0 : 0.3,
      batchSize: 1 + numbers.next(below: 40), remainder: numbers.next(below: 2) == 0 ? .use : .carry)

    let count = 30 + numbers.next(below: 25)
    let bytes = (0..<count * inputs).map { _ in UInt8(numbers.next(below: 256)) }
    let floats = bytes.map { Float($0) * 0.01 - 1 }
    let classes = (0..<count).map { _ in UInt8(numbers.next(below: outputs)) }
    let values = (0..<count * outputs).map { _ in numbers.next(in: 0.05...0.95) }
    // Cross-entropy over softmax is about shares: they sum to 1, as classes do.
    let usesClasses = loss == .softmaxCrossEntropy || numbers.next(below: 2) == 0
    samples = try Samples(
      inputs: numbers.next(below: 2) == 0 ? .bytes(bytes, scale: 0.01, shift: -1) : .floats(floats),
      targets: usesClasses ? .classes(classes) : .values(values), inputCount: inputs, outputCount: outputs)
    self.inputs = (0..<count).map { row in (0..<inputs).map { Double(floats[row * inputs + $0]) } }
    targets = (0..<count).map { row in
      (0..<outputs).map { usesClasses ? (Int(classes[row]) == $0 ? 1 : 0) : Double(values[row * outputs + $0]) }
    }
    order = numbers.next(below: 2) == 0 ? nil : (0..<count).map { UInt32(($0 * 29 + 7) % count) }
  }
}

@Suite struct SmallNetworksTests {
  private static let epochs = 2

  @Test("A thousand random networks train as the textbook does, at every lane count", arguments: 0..<20)
  func randomNetworks(block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let experiment = try RandomExperiment(seed: seed)
      var reference = ReferenceTrainer(ReferenceNetwork(experiment.network), experiment.settings)
      let order = experiment.order?.map(Int.init) ?? Array(experiment.inputs.indices)
      for _ in 0..<Self.epochs {
        reference.trainEpoch(order.map { experiment.inputs[$0] }, order.map { experiment.targets[$0] })
      }
      try #require(reference.loss.isFinite, "seed \(seed) diverges: a learning rate too high for it")
      for lanes in laneCounts {
        try withLanes(lanes) {
          let learner = try Learner(network: experiment.network, settings: experiment.settings)
          var progress = Progress()
          for _ in 0..<Self.epochs {
            progress = learner.train(on: experiment.samples, order: experiment.order, range: 0..<order.count)
          }
          var worst = 0.0
          for (ours, theirs) in zip(learner.network.parameters, reference.network.parameters) {
            worst = max(worst, abs(Double(ours) - theirs) / max(1, abs(theirs)))
          }
          let tolerance = experiment.dividesByGradient ? 1e-4 : 3e-6
          #expect(worst < tolerance, "seed \(seed), \(experiment.network), \(experiment.settings), \(lanes) lanes")
          #expect(
            abs(progress.loss - reference.loss) <= 2e-5 * max(1, abs(reference.loss)),
            "seed \(seed): \(progress.loss) for \(reference.loss)")
        }
      }
    }
  }

  @Test("Narrow networks, whose step stays in registers, train as the textbook does", arguments: 1...4, 0...4)
  func narrowNetworks(first: Int, second: Int) throws {
    let hidden = second == 0 ? [first] : [first, second]
    let kinds: [Activation] = [.tanh, .relu, .sigmoid, .linear]
    var numbers = TestRandom(UInt64(10 * first + second))
    let inputs = (0..<37).map { _ in (0..<3).map { _ in Double(numbers.next(in: -1...1)) } }
    let targets = inputs.map { [$0[0] * $0[1] > 0 ? 0.9 : -0.9] }
    let samples = try Samples(
      inputs: .floats(inputs.joined().map { Float($0) }), targets: .values(targets.joined().map { Float($0) }),
      inputCount: 3, outputCount: 1)
    for (index, kind) in kinds.enumerated() {
      var network = Network(
        try Architecture(
          inputs: 3, hidden: hidden, outputs: 1, hiddenActivations: hidden.indices.map { kinds[(index + $0) % 4] },
          outputActivation: kind))
      let places = network.layout.layers.flatMap { layer in
        (0..<layer.units).flatMap { unit in
          [layer.biases + unit] + (0..<layer.sources).map { layer.weights + $0 * layer.stride + unit }
        }
      }
      for place in places { network.parameters[place] = numbers.next(in: -0.7...0.7) }
      for settings in [
        TrainingSettings(learningRate: 0.05, batchSize: 4),
        TrainingSettings(optimizer: .momentum, learningRate: 0.01, batchSize: 3, remainder: .carry),
      ] {
        var reference = ReferenceTrainer(ReferenceNetwork(network), settings)
        for _ in 0..<3 { reference.trainEpoch(inputs, targets) }
        for lanes in laneCounts {
          try withLanes(lanes) {
            let learner = try Learner(network: network, settings: settings)
            var progress = Progress()
            for _ in 0..<3 { progress = learner.train(on: samples, range: 0..<37) }
            for place in places {
              let ours = Double(learner.network.parameters[place]), theirs = reference.network.parameters[place]
              #expect(abs(ours - theirs) < 3e-6, "\(network), \(settings), \(lanes) lanes")
            }
            #expect(abs(progress.loss - reference.loss) < 2e-5)
          }
        }
      }
    }
  }
}
