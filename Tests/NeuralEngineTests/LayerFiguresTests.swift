import NeuralEngine
import Testing

/// What is said of a layer's gradients and of its units, on networks small enough to be reckoned by hand.
@Suite struct LayerFiguresTests {
  private let pool = ThreadPool(threads: 1)

  /// One input x, one hidden unit a = f(w x + b), one output 2 a, with the samples x = 1 and x = −1, targets 1 and −1.
  private func figures(_ activation: Activation, weight: Float, bias: Float) throws -> [LayerFigures] {
    let architecture = try Architecture(
      inputs: 1, hidden: [1], outputs: 1, activation: activation, outputActivation: .linear)
    var network = Network(architecture)
    network.parameters[network.layout.weight(layer: 0, unit: 0, source: 0)] = weight
    network.parameters[network.layout.bias(layer: 0, unit: 0)] = bias
    network.parameters[network.layout.weight(layer: 1, unit: 0, source: 0)] = 2
    let samples = try Samples(inputs: .floats([1, -1]), targets: .values([1, -1]), inputCount: 1, outputCount: 1)
    return network.layerFigures(on: samples, loss: .squaredError, on: pool)
  }

  @Test(arguments: [
    // Activation, w, b: units dead, units saturated.
    (Activation.relu, Float(1), Float(0), 0, 0),
    (.relu, 1, -1, 1, 0),
    (.relu, 0, 1, 0, 0),
    (.leakyReLU, 1, -9, 0, 0),
    (.tanh, 1, 0, 0, 0),
    (.tanh, 0.5, 3, 0, 1),
    (.sigmoid, 1, -5, 0, 1),
    (.sigmoid, 1, 2, 0, 0),
    (.linear, 1, 9, 0, 0),
    (.step, 1, 0, 1, 0),
  ]) func unitsThatDoNotAnswer(activation: Activation, weight: Float, bias: Float, dead: Int, saturated: Int) throws {
    let layer = try #require(figures(activation, weight: weight, bias: bias).first)
    #expect(layer.units == 1)
    #expect(layer.dead == dead)
    #expect(layer.saturated == saturated)
  }

  /// With ½ (2 w x − t)² and w = 1: dL ∕ dw = mean of 2 x (2 x − t) = 2, for the output a (2 a − t) = 1.
  @Test func gradientsAreThoseOfTheLoss() throws {
    let layers = try figures(.linear, weight: 1, bias: 0)
    #expect(layers.map(\.layer) == [0, 1])
    #expect(layers.map(\.gradient) == [2, 1])
    #expect(layers.map(\.weight) == [1, 2])
  }

  /// A map is dead when it is so at every place; a pool has no weights and no figures.
  @Test func mapsCountAsUnits() throws {
    let architecture = try Architecture(
      input: Shape(channels: 1, rows: 4, columns: 4),
      layers: [
        .convolution(maps: 2, size: 3, padding: .same, activation: .relu), .maximumPool(size: 2),
        .dense(units: 1, activation: .linear),
      ])
    var network = Network(architecture)
    let bias = try #require(network.layout.parts(of: 0).first { $0.name == "bias" })
    network.parameters[bias.start] = 1
    network.parameters[bias.start + 1] = -1
    let samples = try Samples(
      inputs: .floats(Array(repeating: 1, count: 16)), targets: .values([1]), inputCount: 16, outputCount: 1)
    let layers = network.layerFigures(on: samples, loss: .squaredError, on: pool)
    #expect(layers.map(\.layer) == [0, 2])
    #expect(layers.map(\.units) == [2, 1])
    #expect(layers.map(\.dead) == [1, 0])
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (9, 2)]) func firstSamples(limit: Int, count: Int) throws {
    let samples = try Samples(
      inputs: .bytes([1, 2, 3, 4], scale: 1, shift: 0), targets: .classes([0, 1]), inputCount: 2, outputCount: 2)
    let first = samples.first(limit)
    #expect(first.count == count)
    #expect(first.task == .classification)
    #expect(first.inputs == .bytes(Array([1, 2, 3, 4].prefix(2 * count)), scale: 1, shift: 0))
  }
}
