import Foundation
import NeuralEngine
import Testing

/// Networks that see: shapes, errors of inputs, normalised maps, and the same bits on any number of threads.
@Suite("Networks with convolutions") struct ConvolutionTests {
  private func network(
    normalized: Bool = false, pool: Bool = true, _ activation: Activation = .tanh
  ) throws -> Network {
    var random = TestRandom(11)
    var layers: [Layer] = [
      .convolution(maps: 5, size: 3, padding: .same, activation: activation, normalized: normalized),
      .maximumPool(size: 2),
      .convolution(maps: 17, size: 3, padding: .valid, activation: activation, normalized: normalized),
      .dense(units: 6, activation: activation, normalized: normalized), .dense(units: 3, activation: .softmax),
    ]
    if !pool { layers.remove(at: 1) }
    var network = Network(try Architecture(input: Shape(channels: 2, rows: 9, columns: 8), layers: layers))
    network.initialize(.he, using: &random)
    return network
  }

  private func samples(_ count: Int) throws -> Samples {
    var random = TestRandom(2)
    return try TestMaterial.samples(random.rows(count, 144), random.oneHot(count, 3))
  }

  @Test func shapesFlow() throws {
    let network = try network(normalized: true)
    let shapes = (0..<5).map(network.architecture.shape(after:))
    #expect(
      shapes == [
        Shape(channels: 5, rows: 9, columns: 8), Shape(channels: 5, rows: 4, columns: 4),
        Shape(channels: 17, rows: 2, columns: 2), Shape(channels: 6), Shape(channels: 3),
      ])
    #expect(
      network.layout.parts.filter(\.isTrained).map { "\($0.layer).\($0.name) \($0.shape)" } == [
        "0.weight [5, 2, 3, 3]", "0.bias [5]", "0.norm.weight [5]", "0.norm.bias [5]",
        "2.weight [17, 5, 3, 3]", "2.bias [17]", "2.norm.weight [17]", "2.norm.bias [17]",
        "3.weight [6, 68]", "3.bias [6]", "3.norm.weight [6]", "3.norm.bias [6]", "4.weight [3, 6]", "4.bias [3]",
      ])
    #expect(network.parameterCount == 90 + 3 * 5 + 765 + 3 * 17 + 408 + 3 * 6 + 21)
  }

  @Test(
    arguments: [
      (
        Layer.convolution(maps: 3, size: 4, padding: .same, activation: .relu),
        EngineError.windowSize(layer: 0, size: 4, allowed: "odd, from 1 to 99")
      ),
      (
        .convolution(maps: 3, size: 101, padding: .same, activation: .relu),
        .windowSize(layer: 0, size: 101, allowed: "odd, from 1 to 99")
      ),
      (.convolution(maps: 0, size: 3, padding: .same, activation: .relu), .emptyLayer(layer: 0, units: 0)),
      (
        .convolution(maps: 2, size: 7, padding: .valid, activation: .relu),
        .windowTooLarge(layer: 0, size: 7, input: Shape(channels: 1, rows: 6, columns: 9))
      ),
      (.maximumPool(size: 1), .windowSize(layer: 0, size: 1, allowed: "from 2 to 255")),
      (.maximumPool(size: 7), .windowTooLarge(layer: 0, size: 7, input: Shape(channels: 1, rows: 6, columns: 9))),
    ] as [(Layer, EngineError)])
  func whatDoesNotFitIsRefused(_ layer: Layer, _ error: EngineError) {
    #expect(throws: error) {
      try Architecture(
        input: Shape(channels: 1, rows: 6, columns: 9), layers: [layer, .dense(units: 1, activation: .linear)])
    }
  }

  @Test func convolutionsNeedPictures() {
    #expect(throws: EngineError.windowTooLarge(layer: 0, size: 3, input: Shape(channels: 2))) {
      try Architecture(
        input: Shape(channels: 2),
        layers: [
          .convolution(maps: 2, size: 3, padding: .same, activation: .relu), .dense(units: 1, activation: .linear),
        ])
    }
  }

  /// dL ∕ dx and dL ∕ dw against differences, whether or not maps are normalised; without a pool or a prelu, whose bends
  /// a difference can reach over.
  @Test(arguments: [false, true], [Activation.tanh, .gelu, .swish])
  func gradientsAreThoseOfDifferences(_ normalized: Bool, _ activation: Activation) throws {
    let network = try network(normalized: normalized, pool: false, activation)
    let (samples, pool) = (try samples(6), ThreadPool(threads: 2))
    let gradient = network.gradient(on: samples, loss: .softmaxCrossEntropy, on: pool)
    let distance: Float = 0.01
    func difference(_ change: (Float) throws -> Double) rethrows -> Double {
      (try change(distance) - change(-distance)) / Double(2 * distance)
    }
    for part in network.layout.parts where part.isTrained {
      for place in [part.places.first, part.places.last, part.places[part.count / 2]].compactMap(\.self) {
        let expected = difference { change in
          var moved = network
          moved.parameters[place] += change
          return moved.evaluate(samples, loss: .softmaxCrossEntropy, on: pool).loss
        }
        let ours = Double(gradient.parameters[place])
        #expect(isClose(ours, expected, relative: 2e-2, absolute: 3e-4), "\(part.layer).\(part.name)")
      }
    }
    guard case .floats(let inputs) = samples.inputs, case .values(let targets) = samples.targets else { return }
    for input in stride(from: 0, to: 144, by: 5) {
      let expected = try difference { change in
        var moved = Array(inputs[..<144])
        moved[input] += change
        let sample = try Samples(
          inputs: .floats(moved), targets: .values(Array(targets[..<3])), inputCount: 144, outputCount: 3)
        return network.evaluate(sample, loss: .softmaxCrossEntropy, on: pool).loss
      }
      #expect(isClose(Double(gradient.inputs[input]), expected, relative: 2e-2, absolute: 3e-4), "input \(input)")
    }
  }

  /// ∂z ∕ ∂x, and ∂z ∕ ∂a of every layer, of one output: its weights carry what the first layer answers.
  @Test(arguments: [false, true])
  func anOutputMovesWithItsInputs(_ normalized: Bool) throws {
    let network = try network(normalized: normalized, pool: false)
    var random = TestRandom(9)
    let input = (0..<144).map { _ in random.next(in: -1...1) }
    let sensitivity = network.sensitivity(of: 2, at: input)
    #expect(sensitivity.layers.map(\.count) == [360, 714, 6])
    let output = network.layout.layers[3]
    #expect(sensitivity.layers[2] == (0..<6).map { network.parameters[output.weights + $0 * output.stride + 2] })
    for place in stride(from: 0, to: 144, by: 7) {
      func score(_ change: Float) -> Double {
        var moved = input
        moved[place] += change
        return Double(network.preActivations(for: moved)[3][2])
      }
      let expected = (score(0.01) - score(-0.01)) / 0.02
      #expect(isClose(Double(sensitivity.inputs[place]), expected, relative: 1e-2, absolute: 2e-4), "input \(place)")
    }
  }

  @Test(arguments: [false, true], [Optimizer.sgd, .adam])
  func anyNumberOfThreadsTrainsTheSame(_ normalized: Bool, _ optimizer: Optimizer) throws {
    let samples = try samples(70)
    let settings = TrainingSettings(
      loss: .softmaxCrossEntropy, optimizer: optimizer, learningRate: optimizer == .sgd ? 0.1 : 0.005, batchSize: 32,
      dropout: 0.1)
    let learners = try [1, 2, 5].map { threads in
      let learner = try Learner(network: try network(normalized: normalized), settings: settings, threads: threads)
      for _ in 0..<15 { learner.train(on: samples, range: 0..<70) }
      return learner
    }
    #expect(learners[0].state == learners[1].state)
    #expect(learners[0].state == learners[2].state)
    let before = try Learner(network: try network(normalized: normalized), settings: settings)
    #expect(learners[0].evaluate(samples).loss < 0.9 * before.evaluate(samples).loss)
  }

  /// In training a normalised map has the mean 0 and the variance 1 over places and samples: so neither a factor nor an
  /// offset of what comes in changes anything.
  @Test func normalisedMapsForgetScale() throws {
    let network = try network(normalized: true)
    let settings = TrainingSettings(loss: .softmaxCrossEntropy, learningRate: 0.1, batchSize: 20)
    let samples = try samples(20)
    guard case .floats(let inputs) = samples.inputs, case .values(let targets) = samples.targets else { return }
    let scaled = try Samples(
      inputs: .floats(inputs.map { 4 * $0 }), targets: .values(targets), inputCount: 144, outputCount: 3)
    let learners = try [samples, scaled].map { samples in
      let learner = try Learner(network: network, settings: settings)
      let progress = learner.train(on: samples, range: 0..<20)
      return progress.loss
    }
    #expect(isClose(learners[0], learners[1], relative: 1e-3))
  }

  @Test func layersAreWrittenDown() throws {
    let architecture = try network(normalized: true).architecture
    let written = try JSONEncoder().encode(architecture)
    #expect(try JSONDecoder().decode(Architecture.self, from: written) == architecture)
  }
}
