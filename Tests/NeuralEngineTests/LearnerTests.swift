import NeuralEngine
import Testing

/// What a learner keeps when something is changed under way.
@Suite struct LearnerTests {
  private func learner(
    _ settings: TrainingSettings = TrainingSettings(batchSize: 10), hidden: [Int] = [6],
    choice: Learner.PathChoice = .fastest
  ) throws -> (Learner, TestMaterial) {
    let architecture = try Architecture(
      inputs: 3, hidden: hidden, outputs: 2, activation: .tanh, outputActivation: .linear)
    let material = try TestMaterial(architecture, count: 40, seed: 6)
    return (try Learner(network: material.network, settings: settings, choice: choice), material)
  }

  @Test(arguments: Optimizer.allCases, Learner.PathChoice.allCases)
  func changingSettingsUnderWayResetsNothing(_ other: Optimizer, _ choice: Learner.PathChoice) throws {
    // Adam, then another optimiser, then adam again: its moments and its count are still there.
    let settings = TrainingSettings(optimizer: .adam, learningRate: 0.01, batchSize: 10)
    let (learner, material) = try learner(settings, choice: choice)
    var reference = ReferenceTrainer(material.reference, settings)
    var current = settings
    for change in [
      { $0.learningRate = 0.002 }, { ($0.optimizer, $0.learningRate) = (other, 0.001) },
      { ($0.regularization, $0.regularizationRate) = (.l2, 0.3) }, { $0.batchSize = 7 },
      { $0.optimizer = .adam }, { $0.regularization = .l1 }, { $0.regularizationRate = 0.01 },
    ] as [(inout TrainingSettings) -> Void] {
      learner.train(on: material.samples, range: 0..<40)
      reference.trainEpoch(material.inputs, material.targets)
      change(&current)
      try learner.adjust(current)
      reference.settings = current
    }
    #expect(learner.steps == reference.steps)
    for (place, value) in learner.network.parameters.enumerated() {
      #expect(isClose(Double(value), reference.network.parameters[place], relative: 5e-5, absolute: 2e-5))
    }
  }

  @Test func refusedSettingsLeaveTheOldOnes() throws {
    let (learner, _) = try learner()
    let before = learner.settings
    #expect(throws: EngineError.outOfRange(setting: "learningRate", value: -1, range: "above 0 and finite")) {
      try learner.adjust(TrainingSettings(learningRate: -1))
    }
    #expect(learner.settings == before)
  }

  @Test func replacingParametersKeepsTheOptimizersMemory() throws {
    // Momentum 0.9: after a step from w with gradient g, restoring w and stepping again moves by 0.9 v + g = 1.9 g.
    let settings = TrainingSettings(optimizer: .momentum, learningRate: 0.01, batchSize: 40)
    let (learner, material) = try learner(settings)
    learner.train(on: material.samples, range: 0..<40)
    let first = learner.network
    learner.network = material.network
    learner.train(on: material.samples, range: 0..<40)
    for place in material.reference.trainedPlaces {
      let start = Double(material.network.parameters[place])
      let single = Double(first.parameters[place]) - start
      #expect(isClose(Double(learner.network.parameters[place]) - start, 1.9 * single, relative: 1e-4))
    }
  }

  @Test(arguments: Learner.PathChoice.allCases)
  func l1KillsLinksThatWouldChangeSign(_ choice: Learner.PathChoice) throws {
    // w = 0.01, input 0: no gradient. η λ = 0.02 > w: w″ = −0.01, so that w′ w″ < 0 and the link dies. Its bias lives.
    var network = Network(
      try Architecture(inputs: 2, hidden: [], outputs: 1, activation: .tanh, outputActivation: .linear))
    network.setWeight(0.01, layer: 0, unit: 0, source: 0)
    network.setWeight(0.5, layer: 0, unit: 0, source: 1)
    let settings = TrainingSettings(
      learningRate: 0.1, regularization: .l1, regularizationRate: 0.2, batchSize: 1)
    let learner = try Learner(network: network, settings: settings, choice: choice)
    learner.train(on: try TestMaterial.samples([[0, 0]], [[0]]), range: 0..<1)
    let place = network.layout.weight(layer: 0, unit: 0, source: 0)
    #expect(learner.deadLinks == [place])
    #expect(learner.network.parameters[place] == 0)
    #expect(isClose(Double(learner.network.weight(layer: 0, unit: 0, source: 1)), 0.48))

    // Dead for ever, even where its gradient is not zero and l1 has gone …
    try learner.adjust(TrainingSettings(learningRate: 0.1, batchSize: 1))
    let samples = try TestMaterial.samples([[1, 1]], [[3]])
    learner.train(on: samples, range: 0..<1)
    #expect(learner.network.parameters[place] == 0)

    // … until somebody gives it a value.
    var revived = learner.network
    revived.parameters[place] = 0.3
    learner.network = revived
    #expect(learner.deadLinks == [])
    learner.train(on: samples, range: 0..<1)
    #expect(learner.network.parameters[place] != 0.3)
  }

  @Test func progressSumsWhatTrainingMet() throws {
    let (learner, material) = try learner(TrainingSettings(learningRate: 1e-12, batchSize: 10))
    let expected = material.reference.loss(.squaredError, material.inputs, material.targets)
    var sum = learner.train(on: material.samples, range: 0..<20)
    sum += learner.train(on: material.samples, range: 20..<40)
    #expect(isClose(sum.loss, 40 * expected))
    #expect(sum.count == 40 && sum.steps == 4)
  }

  @Test func anOrderIsFollowed() throws {
    let (learner, material) = try learner()
    let order = (0..<40).map { UInt32(39 - $0) }
    var reference = ReferenceTrainer(material.reference, learner.settings)
    learner.train(on: material.samples, order: order, range: 0..<40)
    reference.trainEpoch(material.inputs.reversed(), material.targets.reversed())
    for (place, value) in learner.network.parameters.enumerated() {
      #expect(isClose(Double(value), reference.network.parameters[place]))
    }
  }

  @Test func bytesAreFloatsInDisguise() throws {
    let architecture = try Architecture(
      inputs: 30, hidden: [9], outputs: 4, activation: .relu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 50, seed: 1)
    let bytes = (0..<1500).map { UInt8(($0 * 37) % 256) }
    let classes = material.targets.map { UInt8($0.firstIndex(of: 1) ?? 0) }
    let asBytes = try Samples(
      inputs: .bytes(bytes, scale: 1.0 / 255, shift: -0.5), targets: .classes(classes), inputCount: 30, outputCount: 4)
    let asFloats = try Samples(
      inputs: .floats(bytes.map { Float($0) * (1.0 / 255) - 0.5 }),
      targets: .values(material.targets.flatMap { $0.map(Float.init) }), inputCount: 30, outputCount: 4,
      task: .classification)
    let settings = TrainingSettings(loss: .softmaxCrossEntropy, learningRate: 0.1, batchSize: 8)
    let one = try Learner(network: material.network, settings: settings)
    let other = try Learner(network: material.network, settings: settings)
    one.train(on: asBytes, range: 0..<50)
    other.train(on: asFloats, range: 0..<50)
    for (a, b) in zip(one.network.parameters, other.network.parameters) { #expect(isClose(Double(a), Double(b))) }
    #expect(one.evaluate(asBytes).confusion == other.evaluate(asFloats).confusion)
  }

  @Test func unitMapsAreActivationsAtManyPoints() throws {
    let (learner, material) = try learner(hidden: [5, 17])
    let points = (0..<3).flatMap { input in material.inputs.map { Float($0[input]) } }
    let maps = learner.unitMaps(points, count: 40)
    #expect(maps.count == (5 + 17 + 2) * 40)
    for (point, input) in material.inputs.enumerated() {
      let activations = material.network.activations(for: input.map(Float.init)).flatMap { $0 }
      for (unit, value) in activations.enumerated() {
        #expect(isClose(Double(maps[unit * 40 + point]), Double(value)))
      }
    }
  }

  @Test func waitingGradientsSurviveAChangeOfPath() throws {
    // 40 samples in batches of 15 leave 10 waiting. Dropout too rare to strike has the path made anew.
    let settings = TrainingSettings(learningRate: 0.05, batchSize: 15, remainder: .carry)
    let (learner, material) = try learner(settings)
    var reference = ReferenceTrainer(material.reference, settings)
    for dropout in [1e-9, 0, 1e-9, 1e-9, 0, 0] {
      learner.train(on: material.samples, range: 0..<40)
      reference.trainEpoch(material.inputs, material.targets)
      var changed = settings
      changed.dropout = dropout
      try learner.adjust(changed)
    }
    #expect(learner.steps == reference.steps)
    for (place, value) in learner.network.parameters.enumerated() {
      #expect(isClose(Double(value), reference.network.parameters[place]), "parameter \(place)")
    }
  }

  @Test func bothPathsJudgeAlike() throws {
    let (small, material) = try learner()
    let (large, _) = try learner(choice: .products)
    let (one, other) = (small.evaluate(material.samples), large.evaluate(material.samples))
    #expect(isClose(one.loss, other.loss))
    #expect(try isClose(#require(one.rSquared), #require(other.rSquared)))
    let points = (0..<3).flatMap { input in material.inputs.map { Float($0[input]) } }
    for (a, b) in zip(small.unitMaps(points, count: 40), large.unitMaps(points, count: 40)) {
      #expect(isClose(Double(a), Double(b)))
    }
  }
}
