import Foundation
import NeuralEngine
import Testing

/// Shapes, layouts, first weights and what is refused.
@Suite struct ShapeTests {
  private func shape(_ hidden: [Int] = [4, 2], _ activation: Activation = .tanh) throws -> Architecture {
    try Architecture(inputs: 2, hidden: hidden, outputs: 1, activation: activation, outputActivation: .tanh)
  }

  @Test func aShapeDescribesItself() throws {
    #expect(try shape().description == "2-4-2-1 tanh")
    #expect(try shape([4, 2], .relu).description == "2-4-2-1 relu,relu,tanh")
    #expect(try shape([]).description == "2-1 tanh")
  }

  @Test func parametersAreCountedWithoutPadding() throws {
    // (2 + 1) 4 + (4 + 1) 2 + (2 + 1) 1
    #expect(Network(try shape()).parameterCount == 25)
    #expect(Network(try shape([4, 2], .prelu)).parameterCount == 27)
    let normalized = try Architecture(
      inputs: 2, hidden: [4], outputs: 1, activation: .relu, outputActivation: .linear, batchNormalization: true)
    #expect(Network(normalized).parameterCount == 12 + 5 + 8)
  }

  @Test func rowsArePaddedToSixteen() throws {
    let layout = ParameterLayout(try shape([17]))
    #expect(layout.layers.map(\.stride) == [32, 16])
    #expect(layout.weight(layer: 0, unit: 3, source: 1) == 35)
    #expect(layout.bias(layer: 0, unit: 16) == 2 * 32 + 16)
    #expect(layout.weight(layer: 1, unit: 0, source: 2) == 96 + 2 * 16)
    #expect(layout.count == 96 + 17 * 16 + 16)
    #expect(layout.layer(containing: 95) == 0 && layout.layer(containing: 96) == 1)
    #expect(layout.layer(containing: layout.count) == nil)
  }

  @Test func weightsAreDrawnByLayerUnitAndSource() throws {
    struct Counting: RandomSource {
      var next = 0.0
      mutating func uniform() -> Double {
        defer { next += 1.0 / 64 }
        return next
      }
    }
    var random = Counting()
    var network = Network(try shape())
    network.initialize(.uniform, using: &random)
    var expected: Float = -0.5
    for (layer, units, sources) in [(0, 4, 2), (1, 2, 4), (2, 1, 2)] {
      for unit in 0..<units {
        #expect(network.bias(layer: layer, unit: unit) == 0.1)
        for source in 0..<sources {
          #expect(network.weight(layer: layer, unit: unit, source: source) == expected)
          expected += 1.0 / 64
        }
      }
    }
    var zero = Counting()
    network.initialize(.zero, using: &zero)
    #expect(zero.next == random.next && network.parameters.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [(Initializer.xavier, 6.0 / 300), (.he, 6.0 / 200)])
  func widthsOfInitializers(_ initializer: Initializer, square: Double) throws {
    var random = TestRandom(1)
    var network = Network(
      try Architecture(inputs: 200, hidden: [], outputs: 100, activation: .relu, outputActivation: .linear))
    network.initialize(initializer, using: &random)
    let weights = (0..<100).flatMap { unit in
      (0..<200).map { Double(network.weight(layer: 0, unit: unit, source: $0)) }
    }
    let limit = square.squareRoot()
    #expect(weights.allSatisfy { abs($0) <= limit })
    // A uniform distribution's variance is a third of its half width's square; 20,000 draws come within 3 per cent.
    let variance = weights.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(isClose(variance, square / 3, relative: 0.03))
  }

  @Test func impossibleShapesAreRefused() throws {
    #expect(throws: EngineError.emptyLayer(layer: 1, units: 0)) { try shape([3, 0]) }
    #expect(throws: EngineError.hiddenSoftmax(layer: 0)) { try shape([3], .softmax) }
    #expect(throws: EngineError.noInputs(0)) {
      try Architecture(inputs: 0, hidden: [], outputs: 1, activation: .tanh, outputActivation: .tanh)
    }
    #expect(throws: EngineError.activationCount(hiddenLayers: 2, activations: 1)) {
      try Architecture(inputs: 1, hidden: [2, 2], outputs: 1, hiddenActivations: [.tanh], outputActivation: .tanh)
    }
  }

  @Test func aShapeOnPaperIsCheckedToo() throws {
    let written = try JSONEncoder().encode(try shape())
    #expect(try JSONDecoder().decode(Architecture.self, from: written) == shape())
    func read(_ part: String, as other: String) throws -> Architecture {
      let altered = String(decoding: written, as: UTF8.self).replacing(part, with: other)
      return try JSONDecoder().decode(Architecture.self, from: Data(altered.utf8))
    }
    #expect(throws: EngineError.emptyLayer(layer: 0, units: 0)) { try read("\"units\":4", as: "\"units\":0") }
    #expect(throws: EngineError.noInputs(-1)) { try read("\"rows\":1", as: "\"rows\":-1") }
    #expect(throws: EngineError.noInputs(0)) { try read("\"rows\":1", as: "\"rows\":\(Int.max)") }
  }

  @Test func theLastLayerIsAnOutput() throws {
    #expect(throws: EngineError.noOutput(layers: 0)) { try Architecture(input: Shape(channels: 2), layers: []) }
    #expect(throws: EngineError.noOutput(layers: 1)) {
      try Architecture(
        input: Shape(channels: 2), layers: [.dense(units: 1, activation: .tanh, normalized: true)])
    }
  }

  @Test(arguments: [
    (TrainingSettings(loss: .softmaxCrossEntropy), EngineError.lossNeedsOutput(.softmaxCrossEntropy, .tanh)),
    (TrainingSettings(loss: .perceptron), .lossNeedsOutput(.perceptron, .tanh)),
    (TrainingSettings(learningRate: 0), .outOfRange(setting: "learningRate", value: 0, range: "above 0 and finite")),
    (TrainingSettings(batchSize: 0), .outOfRange(setting: "batchSize", value: 0, range: "at least 1")),
    (TrainingSettings(dropout: 1), .outOfRange(setting: "dropout", value: 1, range: "at least 0 and below 1")),
  ])
  func meaninglessSettingsAreRefused(_ settings: TrainingSettings, _ error: EngineError) throws {
    #expect(throws: error) { try Learner(network: Network(try shape()), settings: settings) }
    #expect(!error.description.isEmpty)
  }

  @Test func samplesMustFit() throws {
    #expect(throws: EngineError.samplesShape(what: "the inputs", count: 5, expected: 6)) {
      try Samples(inputs: .floats([1, 2, 3, 4, 5]), targets: .values([1, 2]), inputCount: 2, outputCount: 1)
    }
    #expect(throws: EngineError.samplesShape(what: "the targets", count: 1, expected: 2)) {
      try Samples(inputs: .floats([1, 2, 3, 4]), targets: .values([1]), inputCount: 2, outputCount: 1)
    }
    #expect(throws: EngineError.unknownClass(sample: 1, label: 3, classes: 3)) {
      try Samples(inputs: .floats([1, 2]), targets: .classes([0, 3]), inputCount: 1, outputCount: 3)
    }
  }
}
