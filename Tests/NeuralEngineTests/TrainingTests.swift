import NeuralEngine
import Testing

/// Training against the reference in double precision, step after step over several epochs.
@Suite struct TrainingTests {
  /// 23 samples in mini-batches of 5 leave 3 over in every epoch.
  private static let sampleCount = 23

  private func expectSameTraining(
    _ architecture: Architecture, _ settings: TrainingSettings, epochs: Int = 6, threads: Int = 1,
    tolerance: Double = 1e-5, seed: UInt64 = 3, _ comment: Comment? = nil
  ) throws {
    let material = try TestMaterial(architecture, settings.loss, count: Self.sampleCount, seed: seed)
    var reference = ReferenceTrainer(material.reference, settings)
    for _ in 0..<epochs { reference.trainEpoch(material.inputs, material.targets) }
    for choice in Learner.PathChoice.allCases {
      let learner = try Learner(network: material.network, settings: settings, threads: threads, choice: choice)
      for _ in 0..<epochs { learner.train(on: material.samples, range: 0..<Self.sampleCount) }
      #expect(learner.steps == reference.steps, comment)
      #expect(Set(learner.deadLinks) == reference.deadLinks, comment)
      let parameters = settings.averaging > 0 ? reference.average : reference.network.parameters
      for (place, value) in learner.network.parameters.enumerated() {
        #expect(
          isClose(Double(value), parameters[place], relative: tolerance, absolute: tolerance),
          "\(choice), parameter \(place)")
      }
    }
  }

  private func architecture(_ activation: Activation = .tanh, output: Activation = .linear) throws -> Architecture {
    try Architecture(inputs: 4, hidden: [6, 5], outputs: 3, activation: activation, outputActivation: output)
  }

  @Test(arguments: Optimizer.allCases, Regularization.allCases)
  func optimizerMeetsRegularization(_ optimizer: Optimizer, _ regularization: Regularization) throws {
    try expectSameTraining(
      try architecture(),
      TrainingSettings(
        optimizer: optimizer, learningRate: 0.01, regularization: regularization, regularizationRate: 0.1,
        batchSize: 5),
      tolerance: 2e-5)
  }

  @Test(arguments: Optimizer.allCases, Remainder.allCases)
  func optimizerMeetsRemainder(_ optimizer: Optimizer, _ remainder: Remainder) throws {
    try expectSameTraining(
      try architecture(),
      TrainingSettings(optimizer: optimizer, learningRate: 0.01, batchSize: 5, remainder: remainder), tolerance: 2e-5)
  }

  @Test(arguments: Schedule.allCases, [Optimizer.sgd, .adam])
  func scheduleMeetsOptimizer(_ schedule: Schedule, _ optimizer: Optimizer) throws {
    try expectSameTraining(
      try architecture(),
      TrainingSettings(
        optimizer: optimizer, learningRate: 0.02, schedule: schedule, totalSteps: 25, batchSize: 5), tolerance: 2e-5)
  }

  @Test(arguments: Optimizer.allCases, Remainder.allCases)
  func optimizerMeetsWeightDecayAndAveraging(_ optimizer: Optimizer, _ remainder: Remainder) throws {
    var settings = TrainingSettings(optimizer: optimizer, learningRate: 0.01, batchSize: 5, remainder: remainder)
    (settings.weightDecay, settings.averaging) = (0.3, 0.1)
    try expectSameTraining(try architecture(), settings, tolerance: 2e-5)
  }

  @Test(arguments: [0.05, 0.5], [3, 20])
  func smoothedTargetsAreLearnt(_ smoothing: Double, _ width: Int) throws {
    var settings = TrainingSettings(loss: .softmaxCrossEntropy, learningRate: 0.05, batchSize: 5)
    settings.labelSmoothing = smoothing
    try expectSameTraining(
      try Architecture(inputs: 4, hidden: [width], outputs: 3, activation: .tanh, outputActivation: .softmax), settings)
  }

  @Test(arguments: Meeting.all)
  func activationMeetsLoss(_ meeting: Meeting) throws {
    try expectSameTraining(
      try architecture(meeting.hidden, output: meeting.output),
      TrainingSettings(loss: meeting.loss, learningRate: 0.05, batchSize: 5), epochs: 3)
  }

  @Test(arguments: [1, 7, 22, 23, 24, 100], Remainder.allCases)
  func batchSizeMeetsRemainder(_ batchSize: Int, _ remainder: Remainder) throws {
    try expectSameTraining(
      try architecture(), TrainingSettings(learningRate: 0.05, batchSize: batchSize, remainder: remainder))
  }

  @Test(arguments: 1...20)
  func randomShapesTrainAlike(_ seed: Int) throws {
    var random = TestRandom(UInt64(seed))
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.uniform() * Double(range.count)) }
    let hidden = (0..<pick(0...4)).map { _ in pick(1...35) }
    let choices: [Activation] = [.sigmoid, .tanh, .elu, .swish, .softplus, .gelu, .linear]
    let architecture = try Architecture(
      inputs: pick(1...20), hidden: hidden, outputs: pick(1...12),
      hiddenActivations: hidden.map { _ in choices[pick(0...(choices.count - 1))] }, outputActivation: .tanh)
    try expectSameTraining(
      architecture, TrainingSettings(learningRate: 0.01, batchSize: pick(1...30)), epochs: 3, threads: 2,
      seed: UInt64(seed), "\(architecture)")
  }

  @Test func hugeBatchesGoThroughInSeveralPasses() throws {
    // More rows than one pass holds (1,024): the sum of several passes must be the gradient of all.
    let architecture = try Architecture(
      inputs: 2, hidden: [3], outputs: 1, activation: .tanh, outputActivation: .tanh)
    let material = try TestMaterial(architecture, count: 2500, seed: 5)
    for (optimizer, choice) in [(Optimizer.sgd, Learner.PathChoice.products), (.adam, .products), (.adam, .fastest)] {
      let settings = TrainingSettings(optimizer: optimizer, learningRate: 0.1, batchSize: 2300)
      let learner = try Learner(network: material.network, settings: settings, choice: choice)
      var reference = ReferenceTrainer(material.reference, settings)
      learner.train(on: material.samples, range: 0..<2500)
      reference.trainEpoch(material.inputs, material.targets)
      for (place, value) in learner.network.parameters.enumerated() {
        #expect(isClose(Double(value), reference.network.parameters[place]), "parameter \(place)")
      }
    }
  }

  @Test func carriedSamplesNeverTrainABatchLargerThanTheSet() throws {
    // TensorFlow Playground: a batch size above the training count never updates.
    let material = try TestMaterial(try architecture(), count: 10, seed: 1)
    let learner = try Learner(
      network: material.network, settings: TrainingSettings(batchSize: 11, remainder: .carry))
    for _ in 0..<5 { learner.train(on: material.samples, range: 0..<10) }
    #expect(learner.steps == 0)
    #expect(learner.network == material.network)
  }
}
