import CKernels
import NeuralEngine
import Testing

/// Evaluation and maps of small networks against ``Network``'s own answer to one sample at a time.
@Suite struct SmallNetworksViewsTests {
  private func network(_ activation: Activation, output: Activation, outputs: Int) throws -> Network {
    var network = Network(
      try Architecture(
        inputs: 3, hidden: [5, 9, 17], outputs: outputs, activation: activation, outputActivation: output))
    var random = SeededRandom(seed: "\(activation)")
    network.initialize(.uniform, using: &random)
    return network
  }

  @Test("A map holds what the network answers, point for point", arguments: Activation.allCases, [1, 63, 64, 150])
  func maps(activation: Activation, count: Int) throws {
    let network =
      activation == .softmax
      ? try network(.tanh, output: .softmax, outputs: 4) : try network(activation, output: activation, outputs: 2)
    let learner = try Learner(network: network, settings: TrainingSettings())
    var numbers = TestRandom(12)
    let points = (0..<3 * count).map { _ in numbers.next(in: -6...6) }
    for lanes in laneCounts {
      let maps = withLanes(lanes) { learner.unitMaps(points, count: count) }
      for point in stride(from: 0, to: count, by: 7) {
        let answers = network.activations(for: (0..<3).map { points[$0 * count + point] }).joined()
        for (unit, answer) in answers.enumerated() {
          #expect(agree(maps[unit * count + point], Double(answer), relative: 2e-5, absolute: 2e-5))
        }
      }
    }
  }

  @Test(
    "An evaluation adds up what the network answers",
    arguments: [
      (Loss.squaredError, Activation.tanh, 1), (.squaredError, .linear, 1), (.squaredError, .sigmoid, 3),
      (.sigmoidCrossEntropy, .sigmoid, 1), (.softmaxCrossEntropy, .softmax, 3), (.softmaxCrossEntropy, .softmax, 10),
    ])
  func evaluation(loss: Loss, output: Activation, outputs: Int) throws {
    let network = try network(.tanh, output: output, outputs: outputs)
    let learner = try Learner(network: network, settings: TrainingSettings(loss: loss))
    var numbers = TestRandom(2)
    let inputs = (0..<3 * 101).map { _ in numbers.next(in: -3...3) }
    let low: Float = output == .sigmoid ? 0 : -1
    let classes = (0..<101).map { _ in UInt8(numbers.next(below: outputs)) }
    let values = (0..<101).map { _ in numbers.next(below: 2) == 0 ? low : 1 }
    let samples = try Samples(
      inputs: .floats(inputs), targets: outputs == 1 ? .values(values) : .classes(classes), inputCount: 3,
      outputCount: outputs)

    let range = 7..<101
    var expectedLoss = 0.0, chosen: [Int32] = []
    var confusion = Array(repeating: Array(repeating: 0, count: max(2, outputs)), count: max(2, outputs))
    for sample in range {
      let answer = network.outputs(for: Array(inputs[3 * sample..<3 * sample + 3])).map(Double.init)
      for unit in 0..<outputs {
        let target = outputs == 1 ? Double(values[sample]) : Int(classes[sample]) == unit ? 1 : 0
        expectedLoss += lossOfUnit(loss, answer[unit], target)
      }
      let middle = Double((low + 1) / 2)
      let choice = outputs == 1 ? (answer[0] >= middle ? 1 : 0) : (0..<outputs).max { answer[$0] < answer[$1] } ?? 0
      let truth = outputs == 1 ? (values[sample] == 1 ? 1 : 0) : Int(classes[sample])
      chosen.append(Int32(choice))
      confusion[truth][choice] += 1
    }
    for lanes in laneCounts {
      let evaluation = withLanes(lanes) { learner.evaluate(samples, range: range, keepsAnswers: true) }
      #expect(evaluation.count == range.count)
      #expect(abs(evaluation.loss - expectedLoss / Double(range.count)) < 2e-5)
      #expect(evaluation.confusion == confusion)
      #expect(evaluation.answers == chosen)
      let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
      #expect(evaluation.accuracy == Double(right) / Double(range.count))
    }
  }

  private func lossOfUnit(_ loss: Loss, _ a: Double, _ t: Double) -> Double {
    switch loss {
    case .squaredError, .perceptron: (a - t) * (a - t) / 2
    case .sigmoidCrossEntropy: -t * ck_log(a) - (1 - t) * ck_log(1 - a)
    case .softmaxCrossEntropy: -t * ck_log(a)
    }
  }

  @Test("The share of variation explained counts all outputs")
  func regression() throws {
    let network = try network(.tanh, output: .linear, outputs: 2)
    let learner = try Learner(network: network, settings: TrainingSettings())
    let inputs: [Float] = [1, 2, 3, -1, 0, 2, 0.5, 0.5, -2]
    let targets: [Float] = [0.5, 2, -0.25, 1, 0.75, 3]
    let samples = try Samples(inputs: .floats(inputs), targets: .values(targets), inputCount: 3, outputCount: 2)
    var residual = 0.0
    for sample in 0..<3 {
      let answer = network.outputs(for: Array(inputs[3 * sample..<3 * sample + 3]))
      for unit in 0..<2 {
        let distance = Double(answer[unit] - targets[2 * sample + unit])
        residual += distance * distance
      }
    }
    // Means ⅓ and 2: (⅙² + (7⁄12)² + (5⁄12)²) + (0 + 1 + 1).
    let variation = 1.0 / 36 + 49.0 / 144 + 25.0 / 144 + 2
    let explained = try #require(learner.evaluate(samples).rSquared)
    #expect(abs(explained - (1 - residual / variation)) < 1e-5)
  }
}
