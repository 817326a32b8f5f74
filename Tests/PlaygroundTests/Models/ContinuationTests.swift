import Foundation
import NeuralEngine
import Playground
import Testing

/// Continuing from a saved model is continuing: n epochs, a file, and m epochs are n + m, to the bit.
@Suite struct ContinuationTests {
  struct Options: CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout Experiment) -> Void
    var testDescription: String { name }

    static let all = [
      Options(name: "plain") { _ in },
      Options(name: "shuffle, l1") {
        ($0.shuffle, $0.regularization, $0.regularizationRate) = (true, .l1, 0.03)
      },
      Options(name: "dropout, carry") { ($0.dropout, $0.remainder, $0.batchSize) = (0.2, .carry, 30) },
      Options(name: "batch norm, prelu") { ($0.batchNorm, $0.activation) = (true, [.prelu]) },
      Options(name: "averaging, weight decay, batch norm") {
        ($0.averaging, $0.weightDecay, $0.batchNorm) = (0.05, 0.1, true)
      },
      Options(name: "wide") { ($0.hidden, $0.batchSize) = ([130], 50) },
    ]
  }

  private func train(_ experiment: Experiment, epochs: Int, from file: String? = nil) throws -> Run {
    var experiment = experiment
    experiment.epochs = epochs
    experiment.weights = file
    let run = try Run(experiment)
    run.train(epochs: epochs)
    return run
  }

  @Test(arguments: Optimizer.allCases, Options.all)
  func epochsBeforeAndAfterAFileAreTheEpochsOfOneRun(_ optimizer: Optimizer, _ options: Options) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/half.safetensors"
    var experiment = Experiment(.points(.circle))
    experiment.optimizer = optimizer
    experiment.learningRate = 0.01
    options.change(&experiment)
    let whole = try train(experiment, epochs: 7)
    let first = try train(experiment, epochs: 4)
    try Model(first).write(to: path)
    let second = try train(experiment, epochs: 3, from: path)
    #expect(second.continuation == .goesOn(epoch: 4))
    #expect(second.epoch == 7 && second.status == .finished(.epochs(7)))
    #expect(second.training == whole.training)
    #expect(second.train == whole.train && second.test == whole.test)
  }

  @Test func aScheduleGoesOnWhereItStood() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/half.safetensors"
    var experiment = Experiment(.points(.xor))
    (experiment.schedule, experiment.epochs) = (.cosine, 8)
    let whole = try Run(experiment)
    whole.train(epochs: 5)
    try Model(whole).write(to: path)
    whole.train(epochs: 3)
    #expect(try train(experiment, epochs: 3, from: path).training == whole.training)
  }

  @Test func anEpochCutShortIsFinished() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/half.safetensors"
    var experiment = Experiment(.points(.spiral))
    (experiment.shuffle, experiment.optimizer) = (true, .adam)
    let run = try Run(experiment)
    run.train(epochs: 2)
    for _ in 0..<3 { run.trainBatch() }
    try Model(run).write(to: path)
    experiment.weights = path
    let other = try Run(experiment)
    #expect(other.epoch == 2 && other.position == 30)
    for run in [run, other] { while run.epoch < 4 { run.trainStretch() } }
    #expect(other.training == run.training)

    // Rewinding goes back to where the file stands, new weights leave it behind.
    try other.rewind()
    #expect(other.epoch == 2 && other.position == 30)
    try other.newWeights()
    #expect(
      other.epoch == 0 && other.position == 0 && other.continuation == nil && other.training?.learner.clock.steps == 0)
  }

  @Test func whatDoesNotGoOnStartsAfreshAndSaysSo() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/adam.safetensors"
    var experiment = Experiment()
    experiment.optimizer = .adam
    let saved = try train(experiment, epochs: 2)
    try Model(saved).write(to: path)

    experiment.weights = path
    experiment.optimizer = .momentum
    let other = try Run(experiment)
    #expect(other.epoch == 0 && other.network == saved.network)
    #expect(
      other.continuation.map { "\($0)" }
        == "The file of weights was saved under adam: momentum starts afresh, at epoch 0.")
    #expect(other.training?.learner.clock == TrainingClock())

    experiment.optimizer = .adam
    experiment.activation = [.relu]
    let relu = try Run(experiment)
    #expect(relu.epoch == 0 && relu.network.parameters == saved.network.parameters)
    #expect(relu.continuation.map { "\($0)" }?.contains("2-4-2-1 tanh and this is 2-4-2-1 relu,relu,tanh") == true)

    var weightsAlone = Model(saved)
    weightsAlone.training = nil
    try weightsAlone.write(to: path)
    experiment.activation = nil
    let bare = try Run(experiment)
    #expect(bare.epoch == 0 && bare.network == saved.network)
    #expect(
      bare.continuation.map { "\($0)" }
        == "The file of weights holds no optimizer state: the optimizer starts afresh, at epoch 0.")
    #expect(try Run(Experiment()).continuation == nil)
  }

  struct Forgery: CustomTestStringConvertible {
    let sentence: String
    let change: @Sendable (inout TrainingState) -> Void
    var testDescription: String { sentence }

    static let all = [
      Forgery(sentence: "its counts are not those of a run") { $0.epoch = -1 },
      Forgery(sentence: "its counts are not those of a run") { $0.epoch = .max },
      Forgery(sentence: "its counts are not those of a run") { $0.position = -5 },
      Forgery(sentence: "its counts are not those of a run") { $0.sums.count = .max },
      Forgery(sentence: "its buffers are not those of adam") { $0.learner.moments = [] },
      Forgery(sentence: "the optimizer's memory of the state is adam; it must be what adam keeps") {
        $0.learner.moments[0].m = nil
      },
      Forgery(sentence: "a second moment of adam of the state is -3.0") { $0.learner.moments[0].v?[0] = -3 },
      Forgery(sentence: "-1 steps") { $0.learner.clock.steps = -1 },
      Forgery(sentence: "\(Int.max) samples waiting") { $0.learner.clock.waiting = .max },
      Forgery(sentence: "a power of adam's decay of the state is 2.0") { $0.learner.clock.beta1Power = 2 },
      Forgery(sentence: "a dead link of the state is 0; it must be the place of a weight that is 0") {
        $0.learner.deadLinks = [0]
      },
    ]
  }

  @Test(arguments: Forgery.all)
  func aForgedStateIsRefused(_ forgery: Forgery) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/forged.safetensors"
    var experiment = Experiment()
    experiment.optimizer = .adam
    var model = Model(try train(experiment, epochs: 1))
    var training = try #require(model.training)
    forgery.change(&training)
    model.training = training
    try model.write(to: path)
    experiment.weights = path
    let error = #expect(throws: ModelError.self) { try Run(experiment) }
    #expect(error?.description.contains(forgery.sentence) == true, "\(error?.description ?? "")")
    #expect(error?.path == path)
  }

  @Test func aTensorThatIsMissingOrTooManyIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/model.safetensors"
    var experiment = Experiment()
    experiment.optimizer = .adam
    try Model(try train(experiment, epochs: 1)).write(to: path)
    let whole = try #require(FileManager.default.contents(atPath: path))
    experiment.weights = path
    for (old, new, sentence) in [
      (
        "optimizer.adam.v.layers.1.weight", "optimizer.adam.v.layers.9.weight",
        "no tensor \"optimizer.adam.v.layers.1.weight\""
      ),
      ("\\\"adam.m\\\",\\\"adam.v\\\"", "\\\"adam.m\\\",\\\"adam.q\\\"", "its buffers are not those of adam"),
      ("\\\"epoch\\\":1", "\\\"epoch\\\":x", "it is not what this program writes"),
    ] {
      let forged = try #require(whole.replacing(old, with: new))
      try forged.write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: ModelError.self) { try Run(experiment) }
      #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }
  }
}

extension Data {
  /// The same bytes with one text in the place of another of the same length; nil where it does not occur.
  fileprivate func replacing(_ old: String, with new: String) -> Data? {
    range(of: Data(old.utf8)).map { place in self[..<place.lowerBound] + Data(new.utf8) + self[place.upperBound...] }
  }
}
