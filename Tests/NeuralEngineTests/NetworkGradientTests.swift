import NeuralEngine
import Testing

/// The gradient of a network as it is evaluated, by parameters and by inputs, against central differences in double
/// precision.
@Suite struct NetworkGradientTests {
  struct Case: CustomTestStringConvertible {
    let activation: Activation
    let output: Activation
    let loss: Loss
    var normalized = false
    var hidden = [5, 3]
    var count = 7

    var testDescription: String {
      "\(activation) \(output) \(loss)\(normalized ? " normalised" : "") \(hidden) \(count) samples"
    }

    private static let outputs: [(Activation, Loss)] =
      Activation.allCases.filter { $0 != .step }.map { ($0, .squaredError) }
      + [(.sigmoid, .sigmoidCrossEntropy), (.softmax, .softmaxCrossEntropy)]

    static let all =
      Activation.allCases.filter { $0 != .step && $0 != .softmax }.flatMap { activation in
        outputs.map { Case(activation: activation, output: $0, loss: $1) }
          + [Case(activation: activation, output: .softmax, loss: .softmaxCrossEntropy, normalized: true)]
      } + [
        Case(activation: .tanh, output: .linear, loss: .squaredError, hidden: []),
        Case(activation: .gelu, output: .softmax, loss: .softmaxCrossEntropy, hidden: [20, 17], count: 40),
        Case(activation: .prelu, output: .tanh, loss: .squaredError, normalized: true, hidden: [20], count: 40),
      ]
  }

  private func material(_ test: Case) throws -> TestMaterial {
    let architecture = try Architecture(
      inputs: 4, hidden: test.hidden, outputs: 3, activation: test.activation, outputActivation: test.output,
      batchNormalization: test.normalized)
    var material = try TestMaterial(architecture, test.loss, count: test.count, seed: 21)
    // Running statistics as if something had been learnt.
    var random = TestRandom(4)
    for part in material.network.layout.parts where !part.isTrained {
      for place in part.places { material.network.parameters[place] += Float(random.uniform()) }
    }
    return material
  }

  @Test(arguments: Case.all)
  func itIsTheLimitOfDifferences(_ test: Case) throws {
    let material = try material(test)
    var reference = material.reference
    reference.usesRunningStatistics = true
    let gradient = material.network.gradient(on: material.samples, loss: test.loss, on: ThreadPool(threads: 2))
    #expect(isClose(gradient.loss, reference.loss(test.loss, material.inputs, material.targets)))
    for (place, expected) in reference.numericalGradient(test.loss, material.inputs, material.targets).enumerated() {
      #expect(isClose(Double(gradient.parameters[place]), expected, relative: 1e-3, absolute: 1e-5), "\(place)")
    }
    let distance = 1e-6
    for sample in 0..<min(7, test.count) {
      for input in 0..<4 {
        func loss(_ change: Double) -> Double {
          var moved = material.inputs[sample]
          moved[input] += change
          return reference.loss(test.loss, [moved], [material.targets[sample]])
        }
        let expected = (loss(distance) - loss(-distance)) / (2 * distance)
        #expect(
          isClose(Double(gradient.inputs[sample * 4 + input]), expected, relative: 1e-3, absolute: 1e-5),
          "input \(input) of sample \(sample)")
      }
    }
  }

  @Test(arguments: [[], [6], [130, 20]] as [[Int]], Learner.PathChoice.allCases)
  func itIsTheLearnersOwn(_ hidden: [Int], _ choice: Learner.PathChoice) throws {
    let architecture = try Architecture(
      inputs: 4, hidden: hidden, outputs: 3, activation: .relu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 50, seed: 2)
    let settings = TrainingSettings(loss: .softmaxCrossEntropy)
    let learner = try Learner(network: material.network, settings: settings, choice: choice)
    let own = learner.gradient(on: material.samples)
    let gradient = material.network.gradient(
      on: material.samples, loss: .softmaxCrossEntropy, on: ThreadPool(threads: 1))
    for (a, b) in zip(own, gradient.parameters) { #expect(isClose(Double(a), Double(b), absolute: 1e-7)) }
    if choice == .products { #expect(own == gradient.parameters) }
  }

  @Test func theBitsDoNotDependOnThreads() throws {
    let material = try material(Case.all[Case.all.count - 2])
    let gradients = [1, 2, 5].map { threads in
      material.network.gradient(
        on: material.samples, loss: .softmaxCrossEntropy, on: ThreadPool(threads: threads))
    }
    #expect(gradients[0] == gradients[1] && gradients[0] == gradients[2])
  }

  @Test func noSamplesHaveNoGradient() throws {
    let material = try material(Case.all[0])
    let none = try Samples(inputs: .floats([]), targets: .values([]), inputCount: 4, outputCount: 3)
    let gradient = material.network.gradient(on: none, loss: .squaredError, on: ThreadPool(threads: 1))
    #expect(gradient.inputs == [] && gradient.parameters.allSatisfy { $0 == 0 } && gradient.loss.isNaN)
  }

  @Test(arguments: [[6], [130, 20]] as [[Int]])
  func anEvaluationNeedsNoLearner(_ hidden: [Int]) throws {
    let architecture = try Architecture(
      inputs: 4, hidden: hidden, outputs: 3, activation: .relu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 300, seed: 2)
    let pool = ThreadPool(threads: 2)
    let learner = try Learner(
      network: material.network, settings: TrainingSettings(loss: .softmaxCrossEntropy), pool: pool)
    #expect(
      material.network.evaluate(material.samples, loss: .softmaxCrossEntropy, on: pool)
        == learner.evaluate(material.samples))
  }

  @Test func learnersShareAPool() throws {
    let architecture = try Architecture(
      inputs: 4, hidden: [130], outputs: 3, activation: .relu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 300, seed: 2)
    let settings = TrainingSettings(loss: .softmaxCrossEntropy, optimizer: .adam, learningRate: 0.01, batchSize: 32)
    let alone = try Learner(network: material.network, settings: settings, threads: 2)
    let pool = ThreadPool(threads: 2)
    let learners = try (0..<3).map { _ in
      try Learner(network: material.network, settings: settings, pool: pool)
    }
    for _ in 0..<3 {
      for learner in learners + [alone] { learner.train(on: material.samples, range: 0..<300) }
    }
    for learner in learners { #expect(learner.state == alone.state) }
  }
}
