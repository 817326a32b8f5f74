import Datasets
import Foundation
import NeuralEngine
import Playground
import Testing

@Suite struct TrainerTests {
  @Test func aFreshTrainerWaitsAtEpochZero() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    let snapshot = try trainer.snapshot { $0.state == .paused }
    #expect(snapshot.epoch == 0)
    #expect(snapshot.history.map(\.position) == [0])
    #expect(snapshot.network == (try Run(Experiment())).network)
  }

  @Test func itRunsPausesAndSteps() throws {
    let trainer = try Remote(Experiment(), pace: .full)
    defer { trainer.stop() }
    trainer.send(.stepBatch)
    #expect(try trainer.snapshot { $0.samplesInEpoch == 10 }.epoch == 0)
    trainer.send(.stepEpoch)
    #expect(try trainer.snapshot { $0.epoch == 1 }.samplesInEpoch == 0)
    trainer.send(.run)
    #expect(try trainer.snapshot { $0.epoch > 100 }.samplesPerSecond > 0)
    let number = trainer.send(.pause)
    let paused = try trainer.snapshot { $0.generation >= number }
    #expect(paused.state == .paused)
    #expect(try trainer.snapshot { _ in true }.epoch == paused.epoch)
  }

  @Test func whatGoingOnTakesIsCopiedWhenItIsAskedFor() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    #expect(try trainer.snapshot { _ in true }.training == nil)
    #expect(try trainer.snapshot(SnapshotRequest(training: true)) { $0.training != nil }.training?.epoch == 0)
  }

  @Test func theRunBehindTheScreenIsTheRunWithoutOne() throws {
    var experiment = Experiment(.points(.spiral))
    experiment.epochs = 60
    let alone = try Run(experiment)
    alone.train(epochs: 60)
    for pace in [Pace.full, .epochsPerSecond(400)] {
      let trainer = try Remote(experiment, pace: pace)
      defer { trainer.stop() }
      trainer.send(.run)
      // Every answer is asked for with pictures, as a screen would.
      let request = SnapshotRequest(
        unitMap: MapSize(width: 10, height: 10), outputMap: MapSize(width: 40, height: 40))
      let snapshot = try trainer.snapshot(request) { $0.state == .finished(.epochs(60)) }
      #expect(snapshot.network == alone.network)
      #expect(snapshot.history == alone.history)
      #expect(snapshot.train == alone.train && snapshot.test == alone.test)
    }
  }

  @Test func stepsAskedForFasterThanTheyAreMadeAreAllMade() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    for _ in 0..<7 { trainer.send(.stepEpoch) }
    #expect(try trainer.snapshot { $0.state == .paused && $0.epoch > 0 }.epoch == 7)
  }

  @Test func rewindNewWeightsAndNewData() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    let first = try trainer.snapshot { _ in true }
    trainer.send(.stepEpoch)
    let rewound = try trainer.snapshot(after: trainer.send(.rewind))
    #expect(rewound.network == first.network && rewound.epoch == 0 && rewound.history == first.history)
    let fresh = try trainer.snapshot(after: trainer.send(.newWeights))
    #expect(fresh.network != first.network && fresh.epoch == 0)
    #expect(fresh.material.points == first.material.points)
    let other = try trainer.snapshot(after: trainer.send(.newData))
    #expect(other.network == fresh.network)
    #expect(other.material.points != first.material.points)
    #expect(other.experiment.seed != first.experiment.seed)
  }

  @Test func anAdjustmentResetsNothing() throws {
    var experiment = Experiment()
    // Patience waits for the loss on samples held back.
    (experiment.optimizer, experiment.validation) = (.momentum, 0.2)
    let run = try Run(experiment)
    run.train(epochs: 5)
    let before = run.network
    var changed = experiment
    // Points cannot be moved like pictures, and their output has no shares to be smoothed.
    let live = ExperimentKey.all.filter {
      $0.isLive && $0.concerns(.points(.circle)) && !["augment", "labelSmoothing"].contains($0.name)
    }
    for value in ExperimentKeyTests.good where live.map(\.name).contains(value.key) {
      try changed.set(value.key, to: value.text)
    }
    #expect(try run.adjust(changed))
    #expect(run.network == before && run.epoch == 5 && run.history.count == 6)
    #expect(Set(run.changes.map(\.key)) == Set(live.map(\.name)))
    let rate = run.changes.first { $0.key == "learningRate" }
    #expect(rate == LiveChange(epoch: 5, key: "learningRate", from: "0.03", to: "0.001"))
    run.train(epochs: 1)
    #expect(run.epoch == 6 && run.network != before)
  }

  @Test func aBatchSizeSetInsideAnEpochWaitsForItsEnd() throws {
    let run = try Run(Experiment())
    run.trainBatch()
    var changed = Experiment()
    changed.batchSize = 16
    #expect(try run.adjust(changed))
    run.trainBatch()
    #expect(run.position == 20)
    run.train(epochs: 1)
    run.trainBatch()
    #expect(run.position == 16)
  }

  @Test func whatCannotChangeLiveOpensTheExperimentAnew() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    trainer.send(.stepEpoch)
    var changed = Experiment()
    changed.hidden = [3]
    let snapshot = try trainer.snapshot(after: trainer.send(.adjust(ExperimentChange(from: Experiment(), to: changed))))
    #expect(snapshot.epoch == 0 && snapshot.network.architecture.hidden == [3])
  }

  @Test func aParameterSetByHandStands() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    let before = try trainer.snapshot { _ in true }
    let place = before.network.layout.bias(layer: 2, unit: 0)
    let after = try trainer.snapshot(after: trainer.send(.setParameter(index: place, value: 0.75)))
    #expect(after.network.bias(layer: 2, unit: 0) == 0.75)
    #expect(after.train != before.train)
    // Between two rows of weights lies padding, which is nobody's to set.
    let number = trainer.send(.setParameter(index: 5, value: 1))
    let refusal = try trainer.refusal()
    #expect(refusal.generation == number)
    #expect(refusal.sentence == "Parameter 5 cannot be 1.0: it must be a place that holds one, and a finite number.")
  }

  @Test func ownPointsTakeThePlaceOfTheDataSets() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    trainer.send(.stepEpoch)
    let before = try trainer.snapshot { $0.epoch == 1 }
    let points = PointSet(
      points: [LabelledPoint(x1: 1, x2: 2, label: 1), LabelledPoint(x1: -1, x2: -2, label: -1)], trainCount: 2,
      kind: .binary)
    let after = try trainer.snapshot(after: trainer.send(.editPoints(points)))
    #expect(after.network == before.network && after.epoch == 1)
    #expect(after.material.points == points && after.experiment.points == points && after.test == nil)
    let third = points.points.map { LabelledPoint(x1: $0.x1, x2: $0.x2, label: 2) }
    let three = PointSet(points: third, trainCount: 2, kind: .classes(3))
    #expect(try trainer.snapshot(after: trainer.send(.editPoints(three))).network.architecture.outputs == 3)
  }

  @Test func aGoalStopsTheRun() throws {
    let trainer = try Remote(Experiment(), pace: .full)
    defer { trainer.stop() }
    let goal = try Goal("test-loss<0.1")
    trainer.send(.goal(goal))
    trainer.send(.run)
    let snapshot = try trainer.snapshot { $0.state == .finished(.goal(goal)) }
    #expect(try #require(snapshot.test).loss < 0.1)
    trainer.send(.run)
    #expect(try trainer.snapshot { $0.epoch > snapshot.epoch }.epoch > snapshot.epoch)
  }

  @Test func whatCannotBeOpenedIsRefusedAndTheRestStays() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    let before = try trainer.snapshot { _ in true }
    let number = trainer.send(.open(Experiment(try Dataset("csv:/no/such.csv"))))
    let refusal = try trainer.refusal()
    #expect(refusal.generation == number && refusal.sentence.contains("/no/such.csv"))
    #expect(try trainer.snapshot(after: number).network == before.network)
  }

  @Test func stoppingTwiceAndSendingAfterwardsDoNothing() throws {
    let trainer = try Remote(Experiment())
    trainer.send(.run)
    trainer.stop()
    trainer.stop()
    trainer.send(.run)
  }
}

/// The one sender of a trainer's orders, as the screen is: it counts them and waits for what comes of them.
final class Remote {
  private let trainer: Trainer
  private var lastNumber = 0

  init(_ experiment: Experiment, pace: Pace = .playground) throws {
    trainer = try Trainer(experiment, pace: pace)
  }

  func stop() { trainer.stop() }

  /// Sends a command and returns its number.
  @discardableResult
  func send(_ command: TrainerCommand) -> Int {
    lastNumber += 1
    trainer.send(Order(number: lastNumber, command))
    return lastNumber
  }

  /// The first snapshot that fulfils a condition; asks for another as long as none does.
  func snapshot(
    _ request: SnapshotRequest = SnapshotRequest(), where isWanted: (Snapshot) -> Bool
  ) throws -> Snapshot {
    var found: Snapshot?
    try trainer.wait(asking: request) { answers in
      found = answers.snapshots[.main].flatMap { isWanted($0) ? $0 : nil }
      return found != nil
    }
    return try #require(found)
  }

  /// The first snapshot that has seen a command.
  func snapshot(after number: Int) throws -> Snapshot { try snapshot { $0.generation >= number } }

  /// The first refusal.
  func refusal() throws -> Refusal {
    var found: Refusal?
    try trainer.wait { answers in
      found = answers.refusals.first
      return found != nil
    }
    return try #require(found)
  }
}

extension Trainer {
  /// How long a test waits for what must come.
  private static let patience: TimeInterval = 60

  /// Takes answers until they are what is waited for, asking for snapshots of the main run where a request is given.
  func wait(asking request: SnapshotRequest? = nil, until isReached: (Answers) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while Date() < deadline {
      if let request { send(request) }
      // A tenth of a second at most: then what is waited for is asked for again.
      var waited = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&waited, 1, 100)
      if isReached(takeAnswers()) { return }
    }
    throw DeadlineMissed()
  }
}

struct DeadlineMissed: Error {}
