import Datasets
import NeuralEngine
import Playground
import Testing

@Suite struct RunTests {
  @Test func theDefaultRunIsTheFirstTrace() throws {
    let run = try Run(Experiment())
    #expect(abs(try #require(run.train).loss - 0.5015807429602891) < 1e-5)
    run.train(epochs: 100)
    #expect(abs(try #require(run.test).loss - 0.01145) < 5e-3)
    #expect(run.epoch == 100 && run.samplesTrained == 25_000)
  }

  /// One network for each of the engine's paths, one with every source of chance.
  static let experiments: [Experiment] = {
    var wide = Experiment(.points(.spiral))
    wide.hidden = [160, 130]
    wide.batchSize = 64
    var random = Experiment(.points(.rings3))
    random.shuffle = true
    random.dropout = 0.3
    random.optimizer = .adam
    random.batchNorm = true
    return [Experiment(.points(.xor)), wide, random]
  }()

  @Test(arguments: experiments)
  func theSameSeedGivesTheSameBitsOnOneThreadAndTwo(_ experiment: Experiment) throws {
    let runs = try [1, 1, 2].map { threads in
      let run = try Run(experiment, threads: threads)
      run.evaluatesEveryEpoch = true
      run.train(epochs: 4)
      return run
    }
    for run in runs.dropFirst() {
      #expect(run.network == runs[0].network)
      #expect(run.history == runs[0].history)
      #expect(run.train == runs[0].train && run.test == runs[0].test)
    }
  }

  @Test(arguments: experiments)
  func stepsOfAnySizeLeadToTheSameNetwork(_ experiment: Experiment) throws {
    let whole = try Run(experiment)
    whole.train(epochs: 3)
    let stepwise = try Run(experiment)
    while stepwise.epoch < 1 { stepwise.trainBatch() }
    stepwise.trainBatch()
    stepwise.trainStretch()
    stepwise.train(epochs: 1)
    while stepwise.epoch < 3 { stepwise.trainStretch() }
    #expect(stepwise.network == whole.network)
  }

  @Test func anotherSeedGivesAnotherRun() throws {
    var experiment = Experiment()
    experiment.seed = "0.50"
    #expect(try Run(experiment).network != Run(Experiment()).network)
    var same = Experiment()
    same.seed = "0.5"
    #expect(try Run(experiment).network != Run(same).network)
  }

  @Test func epochsEndTheRunAndMoreTakeItUpAgain() throws {
    var experiment = Experiment()
    experiment.epochs = 3
    let run = try Run(experiment)
    run.train(epochs: 100)
    #expect(run.epoch == 3 && run.status == .finished(.epochs(3)))
    #expect(run.evaluatedEpoch == 3)
    run.train(epochs: 1)
    #expect(run.epoch == 4)
  }

  @Test func aCallerSeesEveryEpochAndCanStop() throws {
    let run = try Run(Experiment())
    run.evaluatesEveryEpoch = true
    var seen: [Int] = []
    run.train(epochs: 100, isCancelled: { seen.count == 5 }, afterEpoch: { seen.append($0.evaluatedEpoch) })
    #expect(seen == [1, 2, 3, 4, 5] && run.epoch == 5)
  }

  @Test func whatWasEvaluatedDoesNotDependOnWhoLooks() throws {
    let watched = try Run(Experiment())
    watched.evaluatesEveryEpoch = true
    let unwatched = try Run(Experiment())
    for run in [watched, unwatched] { run.train(epochs: 450) }
    #expect(watched.history == unwatched.history)
    #expect(watched.network == unwatched.network)
  }

  @Test(arguments: [
    (1, 1), (200, 1), (201, 2), (400, 2), (401, 5), (1000, 5), (1001, 10), (2000, 10), (2001, 20), (4001, 50),
    (10_001, 100),
  ])
  func theHistoryThinsAsTheRunGrows(_ epoch: Int, _ stride: Int) {
    #expect(HistorySchedule.stride(at: epoch) == stride)
    #expect(HistorySchedule.keeps(epoch) == (epoch % stride == 0))
  }

  /// 200 points for the first 200 epochs, about 320 for each tenfold after them.
  @Test func theHistoryOfAMillionEpochsIsSmall() {
    #expect((1...1_000_000).count(where: HistorySchedule.keeps) < 200 + 4 * 340)
  }

  @Test func aPerceptronLearnsAGateOneSampleAtATime() throws {
    var experiment = Experiment(.points(.gateAnd))
    experiment.loss = .perceptron
    let run = try Run(experiment)
    let goal = try Goal("trainAccuracy == 1 within 50 epochs")
    run.setGoal(goal)
    run.train(epochs: 50)
    #expect(run.status == .finished(.goal(goal)))
    #expect(run.verdict?.goal == goal && run.verdict?.isReached == true && run.verdict?.epoch == run.epoch)
    var hopeless = experiment
    hopeless.dataset = .points(.gateXor)
    let xor = try Run(hopeless)
    xor.setGoal(goal)
    xor.train(epochs: 500)
    #expect(xor.status == .finished(.missed(goal)))
    #expect(xor.verdict?.goal == goal && xor.verdict?.isReached == false && xor.verdict?.epoch == 50)
  }

  @Test(arguments: ["test-loss<0.01", "testLoss <= 0.05", "trainAccuracy == 1 within 200 epochs", "train-loss>1e-3"])
  func goalsReadBack(_ text: String) throws {
    let goal = try Goal(text)
    #expect(try Goal(goal.description) == goal)
  }

  @Test(arguments: [
    "", "loss<1", "test-loss", "test-loss<", "test-loss<x", "test-loss<1 within", "test-loss<1 within 0",
    "test-loss<nan",
  ])
  func otherGoalsAreRefused(_ text: String) {
    #expect(throws: ExperimentError.self) { try Goal(text) }
  }

  @Test(arguments: [
    ("test-accuracy > 90", "write 0.9."), ("train-accuracy >= 95", "write 0.95."), ("test-accuracy == 100", "write 1."),
    ("test-accuracy > 1", "choose another number."), ("test-accuracy >= 1.01", "choose another number."),
    ("test-accuracy < 0", "choose another number."), ("test-loss < 0", "testLoss is never below 0"),
    ("test-loss <= -0.1", "so that <= -0.1 can never hold"), ("train-loss == -1", "can never hold"),
  ])
  func goalsThatCanNeverHoldAreRefused(_ text: String, _ words: String) {
    let error = #expect(throws: ExperimentError.self) { try Goal(text) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    "test-accuracy >= 1", "test-accuracy <= 0", "test-loss <= 0", "test-loss > 3", "train-accuracy == 0",
  ])
  func goalsAtTheBoundsAreNot(_ text: String) throws {
    #expect(try Goal(text).within == nil)
  }
}

extension Experiment: CustomTestStringConvertible {
  public var testDescription: String { yaml.split(separator: "\n").joined(separator: ", ") }
}
