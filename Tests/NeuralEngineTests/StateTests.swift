import Foundation
import NeuralEngine
import Testing

/// A learner's state is all that going on needs: n + m steps are n steps, the state in a new learner, and m steps.
@Suite struct StateTests {
  struct Options: CustomTestStringConvertible {
    let name: String
    var normalized = false
    var change: @Sendable (inout TrainingSettings) -> Void = { _ in }

    var testDescription: String { name }

    static let all = [
      Options(name: "plain"),
      Options(name: "l1") { ($0.regularization, $0.regularizationRate) = (.l1, 0.05) },
      Options(name: "l2") { ($0.regularization, $0.regularizationRate) = (.l2, 0.05) },
      Options(name: "dropout") { $0.dropout = 0.3 },
      Options(name: "carry") { $0.remainder = .carry },
      Options(name: "carry, l1, dropout") {
        ($0.regularization, $0.regularizationRate, $0.remainder, $0.dropout) = (.l1, 0.05, .carry, 0.2)
      },
      Options(name: "batch norm", normalized: true),
      Options(name: "batch norm, carry", normalized: true) { $0.remainder = .carry },
      Options(name: "cosine") { ($0.schedule, $0.totalSteps) = (.cosine, 40) },
      Options(name: "averaging, weight decay") { ($0.averaging, $0.weightDecay) = (0.1, 0.2) },
      Options(name: "batch norm, averaging, carry", normalized: true) { ($0.averaging, $0.remainder) = (0.1, .carry) },
      Options(name: "batch larger than a pass") { $0.batchSize = 150 },
    ]
  }

  /// 200 samples in batches of 30 leave a remainder of 20.
  private static let sampleCount = 200

  private func material(_ options: Options, hidden: [Int] = [9, 5]) throws -> TestMaterial {
    let architecture = try Architecture(
      inputs: 4, hidden: hidden, outputs: 3, activation: .prelu, outputActivation: .softmax,
      batchNormalization: options.normalized)
    return try TestMaterial(architecture, .softmaxCrossEntropy, count: Self.sampleCount, seed: 3)
  }

  private func settings(_ optimizer: Optimizer, _ options: Options) -> TrainingSettings {
    var settings = TrainingSettings(
      loss: .softmaxCrossEntropy, optimizer: optimizer, learningRate: 0.01, batchSize: 30)
    options.change(&settings)
    return settings
  }

  private func learner(
    _ material: TestMaterial, _ settings: TrainingSettings, _ choice: Learner.PathChoice = .fastest, threads: Int = 1
  ) throws -> Learner {
    try Learner(network: material.network, settings: settings, threads: threads, seed: 5, choice: choice)
  }

  private func train(_ learner: Learner, _ material: TestMaterial, epochs: Int) {
    for _ in 0..<epochs { learner.train(on: material.samples, range: 0..<Self.sampleCount) }
  }

  @Test(arguments: Optimizer.allCases, Options.all)
  func goingOnFromAStateIsGoingOn(_ optimizer: Optimizer, _ options: Options) throws {
    let material = try material(options)
    let settings = settings(optimizer, options)
    for choice in Learner.PathChoice.allCases {
      let whole = try learner(material, settings, choice)
      train(whole, material, epochs: 5)
      let first = try learner(material, settings, choice)
      train(first, material, epochs: 2)
      let second = try learner(material, settings, choice, threads: 2)
      train(second, material, epochs: 1)
      try second.restore(first.state)
      #expect(second.state == first.state, "\(choice)")
      train(second, material, epochs: 3)
      #expect(second.state == whole.state, "\(choice)")
      // The state that was taken is a copy: going on from it again gives the same again.
      train(first, material, epochs: 3)
      #expect(first.state == whole.state, "\(choice)")
    }
  }

  @Test(arguments: Optimizer.allCases)
  func wideNetworksGoOnToo(_ optimizer: Optimizer) throws {
    let options = Options(name: "wide")
    let material = try material(options, hidden: [150, 40])
    let settings = settings(optimizer, options)
    let whole = try learner(material, settings)
    train(whole, material, epochs: 4)
    let first = try learner(material, settings)
    train(first, material, epochs: 2)
    let second = try learner(material, settings, threads: 3)
    try second.restore(first.state)
    train(second, material, epochs: 2)
    #expect(second.state == whole.state)
  }

  @Test func itSurvivesBeingWrittenDown() throws {
    let options = Options.all[5]
    let material = try material(options)
    let learner = try learner(material, settings(.adamW, options))
    train(learner, material, epochs: 2)
    let text = try JSONEncoder().encode(learner.state)
    #expect(try JSONDecoder().decode(Learner.State.self, from: text) == learner.state)
  }

  @Test func memoriesOfOptimizersAtRestAreKept() throws {
    let material = try material(Options.all[0])
    let adam = settings(.adam, Options.all[0])
    let sgd = settings(.sgd, Options.all[0])
    let first = try learner(material, adam)
    train(first, material, epochs: 2)
    try first.adjust(sgd)
    let second = try learner(material, sgd)
    try second.restore(first.state)
    for learner in [first, second] {
      train(learner, material, epochs: 1)
      try learner.adjust(adam)
      train(learner, material, epochs: 1)
    }
    #expect(first.state.moments.map(\.optimizer) == [.adam])
    #expect(first.state == second.state)
  }

  @Test func restoringGoesBackToo() throws {
    let options = Options.all[5]
    let material = try material(options)
    let learner = try learner(material, settings(.nesterov, options))
    let fresh = learner.state
    train(learner, material, epochs: 2)
    let later = learner.state
    #expect(later != fresh)
    try learner.restore(fresh)
    #expect(learner.state == fresh)
    train(learner, material, epochs: 2)
    #expect(learner.state == later)
  }

  struct Forgery: CustomTestStringConvertible {
    let sentence: String
    let change: @Sendable (inout Learner.State) -> Void
    var testDescription: String { sentence }

    static let all = [
      Forgery(sentence: "parameters are 3 numbers and the network has places for ") { $0.parameters = [1, 2, 3] },
      Forgery(sentence: "the parameters at place 2 of the state is nan; it must be a finite number") {
        $0.parameters[2] = .nan
      },
      Forgery(sentence: "the first moments of adam at place 0 of the state is inf") { $0.moments[0].m?[0] = .infinity },
      Forgery(sentence: "second moments of adam are 0 numbers") { $0.moments[0].v = [] },
      Forgery(sentence: "a second moment of adam of the state is -1.0; it must be 0 or more") {
        $0.moments[0].v?[7] = -1
      },
      Forgery(sentence: "the optimizer's memory of the state is adam; it must be what adam keeps") {
        $0.moments[0].m = nil
      },
      Forgery(sentence: "the optimizer's memory of the state is adamW") { $0.moments[0].optimizer = .adamW },
      Forgery(sentence: "a dead link of the state is -1") { $0.deadLinks = [-1] },
      Forgery(sentence: "a dead link of the state is 1000000") { $0.deadLinks = [1_000_000] },
      Forgery(sentence: "a dead link of the state is 0; it must be the place of a weight that is 0") {
        $0.deadLinks = [0]
      },
      Forgery(sentence: "waiting gradients are 1 numbers") {
        $0.waitingGradients = [1]
        $0.clock.waiting = 1
      },
      Forgery(sentence: "3 samples waiting; it must be") { $0.clock.waiting = 3 },
      Forgery(sentence: "-1 steps") { $0.clock.steps = -1 },
      Forgery(sentence: "\(Int.max) steps") { $0.clock.steps = .max },
      Forgery(sentence: "\(UInt64.max) batches") { $0.clock.batches = .max },
      Forgery(sentence: "a power of adam's decay of the state is 1.5; it must be from 0 to 1") {
        $0.clock.beta1Power = 1.5
      },
      Forgery(sentence: "a power of adam's decay of the state is nan") { $0.clock.beta2Power = .nan },
    ]
  }

  @Test(arguments: Forgery.all)
  func whatNoTrainingLeavesBehindIsRefused(_ forgery: Forgery) throws {
    let material = try material(Options.all[0])
    let learner = try learner(material, settings(.adam, Options.all[0]))
    train(learner, material, epochs: 1)
    let before = learner.state
    var forged = before
    forgery.change(&forged)
    let error = #expect(throws: EngineError.self) { try learner.restore(forged) }
    #expect(error?.description.contains(forgery.sentence) == true, "\(error?.description ?? "")")
    #expect(learner.state == before)
  }
}
