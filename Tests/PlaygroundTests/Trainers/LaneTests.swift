import Datasets
import NeuralEngine
import Playground
import Testing

/// Several runs in one trainer, turn by turn, with a clock that ticks a millisecond whenever it is read.
private struct Lanes {
  private var loop: TrainerLoop
  private let mailbox: Mailbox
  private var lastNumber = 0
  /// Each run's newest snapshot.
  private(set) var snapshots: [RunID: Snapshot] = [:]
  private(set) var refusals: [Refusal] = []

  init(pace: Pace = .full) throws {
    mailbox = try Mailbox()
    var ticks = 0.0
    loop = TrainerLoop(mailbox: mailbox, threads: 1, pace: pace) {
      ticks += 0.001
      return ticks
    }
  }

  mutating func send(_ command: TrainerCommand, to runs: RunID...) {
    lastNumber += 1
    mailbox.send(Order(number: lastNumber, command, to: runs))
  }

  /// One turn of the trainer's; returns whether it goes on.
  @discardableResult
  mutating func turn() -> Bool {
    let goesOn = loop.turn()
    let answers = mailbox.takeAnswers()
    refusals += answers.refusals
    snapshots.merge(answers.snapshots) { $1 }
    return goesOn
  }

  private var isAnyTraining: Bool { snapshots.keys.contains { loop.isTraining($0) } }

  /// Turns until a condition holds, or nothing trains any more.
  mutating func turn(until isReached: (Self) throws -> Bool) throws {
    repeat { turn() } while try !isReached(self) && isAnyTraining
    #expect(try isReached(self))
  }

  func run(_ id: RunID) throws -> Run { try #require(loop.run(id)) }
  func isOpen(_ id: RunID) -> Bool { loop.run(id) != nil }
  func isTraining(_ id: RunID) -> Bool { loop.isTraining(id) }
}

@Suite("Runs that train side by side") struct LaneTests {
  private let a = RunID(number: 1)
  private let b = RunID(number: 2)
  private let c = RunID(number: 3)

  private static func experiment(_ generator: PointGenerator, epochs: Int) -> Experiment {
    var experiment = Experiment(.points(generator))
    experiment.epochs = epochs
    return experiment
  }

  /// A small network, one with every source of chance, and one that is trained by matrix products.
  private static let three: [Experiment] = {
    var random = experiment(.rings3, epochs: 30)
    random.shuffle = true
    random.dropout = 0.3
    random.optimizer = .adam
    var wide = experiment(.spiral, epochs: 8)
    wide.hidden = [160, 130]
    return [experiment(.circle, epochs: 50), random, wide]
  }()

  @Test("Each is, bit for bit, the run that it is alone")
  func asAlone() throws {
    var lanes = try Lanes()
    for (id, experiment) in zip([a, b, c], Self.three) { lanes.send(.open(experiment), to: id) }
    lanes.send(.run, to: a, b, c)
    try lanes.turn { lanes in try [a, b, c].allSatisfy { try lanes.run($0).status != .open } }
    for (id, experiment) in zip([a, b, c], Self.three) {
      let alone = try Run(experiment)
      alone.train(epochs: 100)
      let together = try lanes.run(id)
      #expect(together.network == alone.network && together.history == alone.history)
      #expect(together.status == alone.status && together.train == alone.train && together.test == alone.test)
    }
  }

  @Test("One order starts them at the same moment, and none gets ahead", arguments: [Pace.full, .epochsPerSecond(40)])
  func fairly(pace: Pace) throws {
    var lanes = try Lanes(pace: pace)
    lanes.send(.open(Self.experiment(.circle, epochs: 1000)), to: a)
    lanes.send(.open(Self.experiment(.xor, epochs: 1000)), to: b)
    lanes.send(.open(Self.experiment(.spiral, epochs: 1000)), to: c)
    lanes.send(.run, to: a, b, c)
    // A slice of five milliseconds is five epochs of this clock at full speed, and one of the other pace.
    let slice = pace == .full ? 5 : 1
    while lanes.turn(), try lanes.run(a).epoch < 60 {
      let epochs = try [a, b, c].map { try lanes.run($0).epoch }
      #expect(epochs.max()! - epochs.min()! <= slice, "\(epochs)")
    }
  }

  @Test("To pause or close one leaves the others training")
  func pausing() throws {
    var lanes = try Lanes()
    for id in [a, b, c] { lanes.send(.open(Experiment()), to: id) }
    lanes.send(.run, to: a, b, c)
    try lanes.turn { try $0.run(c).epoch >= 5 }
    lanes.send(.pause, to: a)
    lanes.send(.close, to: b)
    lanes.turn()
    let paused = try lanes.run(a).epoch
    let others = try lanes.run(c).epoch
    #expect(!lanes.isOpen(b) && !lanes.isTraining(a))
    try lanes.turn { try $0.run(c).epoch >= others + 50 }
    #expect(try lanes.run(a).epoch == paused)
    lanes.send(.run, to: a, b)
    try lanes.turn { try $0.run(a).epoch >= paused + 50 }
    #expect(!lanes.isOpen(b), "what is closed is opened by nothing but an experiment")
  }

  @Test("Snapshots and refusals say whose they are; one of each run waits, the newest")
  func names() throws {
    var lanes = try Lanes()
    lanes.send(.open(Experiment()), to: a)
    lanes.send(.open(Experiment(.points(.xor))), to: b)
    lanes.send(.open(Experiment(try Dataset("csv:/no/such.csv"))), to: c)
    lanes.send(.newData, to: a, b)
    lanes.turn()
    #expect(lanes.refusals.map(\.run) == [c] && !lanes.isOpen(c))
    #expect(lanes.refusals.first?.generation == 3)
    #expect(Set(lanes.snapshots.keys) == [a, b])
    for id in [a, b] {
      let snapshot = try #require(lanes.snapshots[id])
      #expect(snapshot.run == id && snapshot.generation == 4)
      #expect(snapshot.experiment == (try lanes.run(id).experiment))
    }
    // An order to one run makes no snapshot of the other.
    let before = lanes.snapshots[b]?.generation
    lanes.send(.rewind, to: a)
    lanes.turn()
    #expect(lanes.snapshots[a]?.generation == 5 && lanes.snapshots[b]?.generation == before)
  }

  @Test("A trainer's thread trains two runs as well")
  func threaded() throws {
    let trainer = try Trainer(Self.experiment(.circle, epochs: 40), pace: .full)
    defer { trainer.stop() }
    trainer.send(Order(number: 1, .open(Self.experiment(.xor, epochs: 60)), to: [a]))
    trainer.send(Order(number: 2, .run, to: [.main, a]))
    var ends: [RunID: RunState] = [:]
    try trainer.wait { answers in
      for (id, snapshot) in answers.snapshots { ends[id] = snapshot.state }
      return ends == [.main: .finished(.epochs(40)), a: .finished(.epochs(60))]
    }
  }
}

@Suite("A branch of a run") struct BranchTests {
  @Test("It goes on as the run does, and each goes its own way", arguments: [Optimizer.sgd, .adam])
  func branch(optimizer: Optimizer) throws {
    var experiment = Experiment(.points(.rings3))
    experiment.optimizer = optimizer
    experiment.shuffle = true
    experiment.dropout = 0.2
    let run = try Run(experiment)
    run.setGoal(try Goal("testLoss<0.001"))
    run.train(epochs: 5)
    run.trainBatch()
    let branch = try run.copy()
    #expect(branch.epoch == 5 && branch.position == run.position && branch.goal == run.goal)
    #expect(branch.network == run.network && branch.history == run.history && branch.train == run.train)
    run.train(epochs: 5)
    #expect(branch.epoch == 5)
    branch.train(epochs: 5)
    #expect(branch.network == run.network && branch.history == run.history)
    var changed = experiment
    changed.learningRate = 0.3
    #expect(try branch.adjust(changed))
    run.train(epochs: 3)
    branch.train(epochs: 3)
    #expect(branch.network != run.network && run.experiment == experiment && run.changes.isEmpty)
  }
}
