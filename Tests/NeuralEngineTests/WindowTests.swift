import NeuralEngine
import Testing

/// A place of a map taken apart, and put together again.
@Suite("Windows, kernels and places") struct WindowTests {
  private func network(_ activation: Activation = .tanh) throws -> Network {
    var random = TestRandom(4)
    var network = Network(
      try Architecture(
        input: Shape(channels: 2, rows: 7, columns: 6),
        layers: [
          .convolution(maps: 3, size: 3, padding: .same, activation: activation), .maximumPool(size: 2),
          .convolution(maps: 4, size: 3, padding: .valid, activation: activation),
          .dense(units: 3, activation: .softmax),
        ]))
    network.initialize(.he, using: &random)
    for part in network.layout.parts where part.name == "bias" {
      for place in part.places { network.parameters[place] = random.next(in: -1...1) }
    }
    return network
  }

  private let input: [Float] = {
    var random = TestRandom(8)
    return (0..<84).map { _ in random.next(in: -1...1) }
  }()

  @Test func placesLook() throws {
    let architecture = try network().architecture
    #expect(architecture.window(of: 0, row: 0, column: 5) == Window(rows: -1..<2, columns: 4..<7))
    #expect(architecture.window(of: 1, row: 2, column: 1) == Window(rows: 4..<6, columns: 2..<4))
    #expect(architecture.window(of: 2, row: 0, column: 0) == Window(rows: 0..<3, columns: 0..<3))
    #expect(architecture.window(of: 3, row: 0, column: 0) == nil)
  }

  /// Σ products + b is z, at every place of every map; of a pool the largest is its answer.
  @Test func sumsAreTheNetworksOwn() throws {
    let network = try network()
    let (sums, answers) = (network.preActivations(for: input), network.activations(for: input))
    for layer in 0..<3 {
      let shape = network.architecture.shape(after: layer)
      for place in 0..<shape.count {
        let (map, rest) = place.quotientAndRemainder(dividingBy: shape.rows * shape.columns)
        let sum = try #require(
          network.windowSum(
            layer: layer, map: map, row: rest / shape.columns, column: rest % shape.columns,
            below: layer == 0 ? input : answers[layer - 1]))
        let expected = sum.sums.reduce(0, +) + (sum.kernel?.bias ?? 0)
        #expect(isClose(Double(expected), Double(sums[layer][place]), relative: 1e-4, absolute: 1e-5))
        #expect(sum.values.count == (sum.kernel == nil ? 4 : 9 * network.architecture.shape(before: layer).channels))
      }
    }
    #expect(network.windowSum(layer: 0, map: 3, row: 0, column: 0, below: input) == nil)
    #expect(network.windowSum(layer: 0, map: 0, row: 7, column: 0, below: input) == nil)
    #expect(network.windowSum(layer: 3, map: 0, row: 0, column: 0, below: answers[2]) == nil)
  }

  /// δ of the loss is what training sends back: the kernels' gradients that follow from it are those of back-propagation.
  @Test(arguments: [Activation.tanh, .relu, .prelu])
  func errorsMoveKernels(_ activation: Activation) throws {
    let network = try network(activation)
    let answers = network.activations(for: input)
    let sample = try Samples(inputs: .floats(input), targets: .classes([1]), inputCount: 84, outputCount: 3)
    let gradient = network.gradient(on: sample, loss: .softmaxCrossEntropy, on: ThreadPool(threads: 1))
    let errors = network.sensitivity(of: .softmaxCrossEntropy, label: 1, at: input)
    #expect(
      zip(errors.inputs, gradient.inputs).allSatisfy { isClose(Double($0), Double($1), relative: 1e-4, absolute: 1e-6) }
    )
    for (layer, maps) in [(0, 3), (2, 4)] {
      let part = try #require(network.layout.parts(of: layer).first)
      for map in 0..<maps {
        for channel in 0..<network.architecture.shape(before: layer).channels {
          let ours = try #require(
            network.kernelGradient(
              layer: layer, map: map, channel: channel, below: layer == 0 ? input : answers[layer - 1],
              errors: errors.sums[layer]))
          for (place, value) in ours.enumerated() {
            let expected = gradient.parameters[part.start + (channel * 9 + place) * part.stride + map]
            #expect(isClose(Double(value), Double(expected), relative: 1e-3, absolute: 1e-6))
          }
        }
      }
    }
    #expect(network.kernelGradient(layer: 1, map: 0, channel: 0, below: answers[0], errors: errors.sums[1]) == nil)
  }

  @Test func outputSumsOfManyAreThoseOfEach() throws {
    let network = try network()
    let inputs = (0..<131).map { shift in input.map { $0 + Float(shift) / 100 } }
    let together = network.outputSums(for: Array(inputs.joined()))
    let apart = inputs.flatMap { network.preActivations(for: $0).last ?? [] }
    #expect(together.count == 393)
    #expect(zip(together, apart).allSatisfy { isClose(Double($0), Double($1), relative: 1e-4, absolute: 1e-5) })
    #expect(network.outputSums(for: []).isEmpty)
  }
}
