import NeuralEngine

/// Random numbers for tests: Knuth's linear congruential generator, the same everywhere.
struct TestRandom: RandomSource {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  mutating func next(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + Float(uniform()) * (range.upperBound - range.lowerBound)
  }

  mutating func next(below bound: Int) -> Int { Int(uniform() * Double(bound)) }

  mutating func rows(_ count: Int, _ columns: Int, in range: ClosedRange<Double> = -1...1) -> [[Double]] {
    (0..<count).map { _ in
      (0..<columns).map { _ in
        // Rounded to what a Float holds, so that the reference computes on the same numbers.
        Double(Float(range.lowerBound + (range.upperBound - range.lowerBound) * uniform()))
      }
    }
  }

  mutating func oneHot(_ count: Int, _ classes: Int) -> [[Double]] {
    (0..<count).map { _ in
      let label = min(classes - 1, Int(uniform() * Double(classes)))
      return (0..<classes).map { $0 == label ? 1 : 0 }
    }
  }
}

/// A network, samples that fit it, and both again in double precision.
struct TestMaterial {
  var network: Network
  let inputs: [[Double]]
  let targets: [[Double]]
  let samples: Samples

  init(_ architecture: Architecture, _ loss: Loss = .squaredError, count: Int, seed: UInt64) throws {
    var random = TestRandom(seed)
    network = Network(architecture)
    network.initialize(.xavier, using: &random)
    for (index, layer) in network.layout.layers.enumerated() {
      for unit in 0..<layer.units { network.setBias(Float(random.uniform() - 0.5), layer: index, unit: unit) }
      for start in [layer.gamma, layer.beta].compactMap({ $0 }) {
        for unit in 0..<layer.units { network.parameters[start + unit] += Float(random.uniform() - 0.5) }
      }
    }
    inputs = random.rows(count, architecture.inputs)
    targets =
      loss == .squaredError
      ? random.rows(count, architecture.outputs) : random.oneHot(count, architecture.outputs)
    samples = try Self.samples(inputs, targets)
  }

  var reference: ReferenceNetwork { ReferenceNetwork(network) }

  static func samples(_ inputs: [[Double]], _ targets: [[Double]]) throws -> Samples {
    try Samples(
      inputs: .floats(inputs.flatMap { $0.map(Float.init) }), targets: .values(targets.flatMap { $0.map(Float.init) }),
      inputCount: inputs[0].count, outputCount: targets[0].count)
  }
}
