import NeuralEngine
import Playground
import Synchronization
import Testing

@Suite("Many trainings at once")
struct TrialTests {
  /// What ends differently each: two paths of the engine, every source of chance, a break-down, the end of patience.
  static let experiments: [Experiment] = {
    var falls = Experiment(.points(.circle))
    falls.learningRate = 1000
    falls.activation = [.relu]
    falls.output = .linear
    var patient = Experiment(.points(.circle))
    (patient.noise, patient.learningRate) = (60, 1)
    (patient.validation, patient.patience) = (0.3, 1)
    return (RunTests.experiments + [falls, patient]).map { experiment in
      var experiment = experiment
      experiment.epochs = 4
      return experiment
    }
  }()

  @Test(
    "A trial has the weights of the same experiment trained alone, to the bit, whatever the goal",
    arguments: experiments)
  func bits(_ experiment: Experiment) throws {
    let alone = try Run(experiment)
    alone.train(epochs: 4)
    for goal in [nil, try Goal("train-loss<1e9"), try Goal("test-loss<0.001")] {
      let trial = try #require(try Run.trial(experiment, goal: goal))
      #expect(trial.learningRate == alone.learningRate && trial.epoch == alone.epoch)
      guard case .diverged = alone.status else {
        #expect(trial.network == alone.network)
        #expect(trial.train == alone.train && trial.test == alone.test)
        continue
      }
      #expect(Outcome(of: trial).divergedAt == Outcome(of: alone).divergedAt)
    }
  }

  @Test("The first epoch of a goal is the one at which a run stops for it")
  func goals() throws {
    let goal = try Goal("test-loss<0.2")
    let stopped = try Run(Experiment())
    stopped.setGoal(goal)
    stopped.train(epochs: 60)
    let epoch = try #require(stopped.verdict?.epoch)
    var experiment = Experiment()
    experiment.epochs = epoch + 5
    let outcome = Outcome(of: try #require(try Run.trial(experiment, goal: goal)))
    #expect(outcome.reachedAt == epoch && outcome.epochs == epoch + 5)
    #expect(outcome.testGap == (outcome.testLoss ?? 0) - (outcome.trainLoss ?? 0))
  }

  @Test("What comes of a trial depends neither on the number of threads nor on the others")
  func threads() throws {
    let trials = Self.experiments.enumerated().map { Trial(number: $0, $1) }
    let ends = [1, 3].map { threads in
      let ends = Mutex<[Int: Trial.End]>([:])
      TrialRunner(threads: threads).run(trials) { trial, end, _ in ends.withLock { $0[trial.number] = end } }
      return ends.withLock { $0 }
    }
    #expect(ends[0].count == trials.count && ends[0] == ends[1])
    for trial in trials {
      let alone = Outcome(of: try #require(try Run.trial(trial.experiment)))
      #expect(ends[0][trial.number] == .trained(alone))
    }
  }

  @Test("A trial that stops short has the weights of that epoch under the schedule of the whole")
  func short() throws {
    var experiment = Experiment()
    (experiment.epochs, experiment.schedule) = (6, .cosine)
    let whole = try Run(experiment)
    whole.train(epochs: 2)
    let trial = try #require(try Run.trial(experiment, epochs: 2))
    #expect(trial.network == whole.network && trial.epoch == 2)
    #expect(trial.train == whole.train && trial.test == whole.test)
  }

  @Test("What is cancelled ends without a report, and what cannot be opened is reported in a sentence")
  func cancelled() throws {
    var misfit = Experiment()
    (misfit.hidden, misfit.activation) = ([2, 2], [.relu, .tanh, .relu])
    let trials = [Trial(number: 0, misfit)] + (1..<20).map { Trial(number: $0, Self.experiments[0]) }
    let ends = Mutex<[Int: Trial.End]>([:])
    TrialRunner(threads: 1).run(
      trials, isCancelled: { ends.withLock { $0.count } >= 3 },
      report: { trial, end, _ in ends.withLock { $0[trial.number] = end } })
    let found = ends.withLock { $0 }
    #expect(found.keys.sorted() == [0, 1, 2])
    #expect(found[0] == .refused("activation names 3 and hidden has 2 layers: name one for all, or one for each."))
  }
}
