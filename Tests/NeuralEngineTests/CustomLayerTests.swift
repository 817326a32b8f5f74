import NeuralEngine
import Testing
import ToyLayers

/// A kind of layer that the engine has never heard of is trained, judged and differentiated like its own.
@Suite struct CustomLayerTests {
  /// Pictures of 2 colours, 3 rows and 8 columns; halved, through a dense layer, scaled, to two classes.
  private func network() throws -> Network {
    let architecture = try Architecture(
      input: Shape(channels: 2, rows: 3, columns: 8),
      layers: [
        .custom(CustomLayer(PairMeanLayer())), .custom(CustomLayer(ScalingLayer())),
        .dense(units: 19, activation: .tanh), .custom(CustomLayer(ScalingLayer())),
        .dense(units: 2, activation: .softmax),
      ])
    var network = Network(architecture)
    var random = TestRandom(3)
    network.initialize(.xavier, using: &random)
    return network
  }

  private func samples(_ count: Int) throws -> Samples {
    var random = TestRandom(8)
    return try TestMaterial.samples(random.rows(count, 48), random.oneHot(count, 2))
  }

  @Test func shapesFlowThroughIt() throws {
    let network = try network()
    #expect((0..<5).map(network.architecture.shape(after:)).map(\.count) == [24, 24, 19, 19, 2])
    #expect(network.architecture.shape(after: 1) == Shape(channels: 2, rows: 3, columns: 4))
    #expect(
      network.layout.parts.map { "\($0.layer).\($0.name) \($0.shape)" } == [
        "1.scale [1]", "2.weight [19, 24]", "2.bias [19]", "3.scale [1]", "4.weight [2, 19]", "4.bias [2]",
      ])
    #expect(network.parameterCount == 1 + 19 * 25 + 1 + 2 * 20)
    #expect(network.parameters[network.layout.parts[0].start] == 1)
    #expect(throws: EngineError.emptyLayer(layer: 0, units: 0)) {
      try Architecture(
        input: Shape(channels: 4),
        layers: [.custom(CustomLayer(PairMeanLayer())), .dense(units: 1, activation: .linear)])
    }
    #expect(throws: EngineError.noOutput(layers: 1)) {
      try Architecture(input: Shape(channels: 4), layers: [.custom(CustomLayer(ScalingLayer()))])
    }
  }

  @Test func itIsPartOfTheSum() throws {
    // A scale of 3 before a dense layer is a dense layer of three times the weights.
    let scaled = try Architecture(
      input: Shape(channels: 5),
      layers: [.custom(CustomLayer(ScalingLayer())), .dense(units: 2, activation: .sigmoid)])
    var (one, other) = (
      Network(scaled),
      Network(try Architecture(inputs: 5, hidden: [], outputs: 2, activation: .tanh, outputActivation: .sigmoid))
    )
    one.parameters[one.layout.parts[0].start] = 3
    for unit in 0..<2 {
      for source in 0..<5 {
        let weight = Float(unit + 1) * 0.1 - Float(source) * 0.07
        one.setWeight(weight, layer: 1, unit: unit, source: source)
        other.setWeight(3 * weight, layer: 0, unit: unit, source: source)
      }
    }
    let input: [Float] = [1, -2, 0.5, 0.25, 3]
    for (a, b) in zip(one.outputs(for: input), other.outputs(for: input)) { #expect(isClose(Double(a), Double(b))) }
    #expect(one.activations(for: input)[0] == input.map { 3 * $0 })
    #expect(one.preActivations(for: input)[0] == input.map { 3 * $0 })
  }

  @Test func itIsDifferentiated() throws {
    var network = try network()
    for part in network.layout.parts where part.name == "scale" { network.parameters[part.start] = 1.5 }
    let pool = ThreadPool(threads: 2)
    let samples = try samples(40)
    let gradient = network.gradient(on: samples, loss: .softmaxCrossEntropy, on: pool)
    #expect(isClose(gradient.loss, network.evaluate(samples, loss: .softmaxCrossEntropy, on: pool).loss))
    // Single precision: wide differences, few digits.
    let distance: Float = 0.01
    for place in network.layout.parts.flatMap(\.places) {
      func loss(_ change: Float) -> Double {
        var moved = network
        moved.parameters[place] += change
        return moved.evaluate(samples, loss: .softmaxCrossEntropy, on: pool).loss
      }
      let expected = (loss(distance) - loss(-distance)) / Double(2 * distance)
      #expect(isClose(Double(gradient.parameters[place]), expected, relative: 1e-2, absolute: 2e-4), "\(place)")
    }
    guard case .floats(let inputs) = samples.inputs, case .values(let targets) = samples.targets else { return }
    for input in 0..<48 {
      func loss(_ change: Float) throws -> Double {
        var moved = Array(inputs[..<48])
        moved[input] += change
        let sample = try Samples(
          inputs: .floats(moved), targets: .values(Array(targets[..<2])), inputCount: 48, outputCount: 2)
        return network.evaluate(sample, loss: .softmaxCrossEntropy, on: pool).loss
      }
      let expected = (try loss(distance) - loss(-distance)) / Double(2 * distance)
      #expect(isClose(Double(gradient.inputs[input]), expected, relative: 1e-2, absolute: 2e-4), "input \(input)")
    }
  }

  @Test(arguments: Optimizer.allCases)
  func itIsTrainedTheSameOnAnyNumberOfThreads(_ optimizer: Optimizer) throws {
    let samples = try samples(60)
    let settings = TrainingSettings(
      loss: .softmaxCrossEntropy, optimizer: optimizer, learningRate: optimizer == .sgd ? 0.1 : 0.01, batchSize: 25,
      dropout: 0.1, remainder: .carry)
    let learners = try [1, 3].map { threads in
      let learner = try Learner(network: try network(), settings: settings, threads: threads)
      for _ in 0..<20 { learner.train(on: samples, range: 0..<60) }
      return learner
    }
    #expect(learners[0].state == learners[1].state)
    let (before, after) = (try Learner(network: try network(), settings: settings), learners[0])
    #expect(after.evaluate(samples).loss < 0.95 * before.evaluate(samples).loss)
    let scales = after.network.layout.parts.filter { $0.name == "scale" }.map { after.network.parameters[$0.start] }
    #expect(scales.count == 2 && scales.allSatisfy { $0 != 1 })
    try before.restore(after.state)
    #expect(before.state == after.state)
    #expect(after.unitMaps((0..<48).map { Float($0) / 48 }, count: 1).count == 24 + 24 + 19 + 19 + 2)
  }
}
