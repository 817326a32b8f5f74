/// One run in the trainer's care: whether it trains, how fast, and who looks.
struct Lane {
  let run: Run
  private var mode = Mode.paused
  private var pace: Pace
  /// When the next epoch is due, on the monotonic clock.
  private var due = 0.0
  private var speed = Speedometer()
  /// The number of the last order obeyed.
  private var generation = 0
  private var request = SnapshotRequest()
  private var publishes = true
  /// The losses of the run that this one took the place of, where they can be compared.
  private var formerHistory: [LossPoint] = []
  /// The run from before the changes that ended it.
  private var former = FormerRuns()
  /// The loss around the run's parameters, while it is asked for.
  private var surfaces = Surfaces()

  /// What training is up to.
  private enum Mode: Equatable {
    case paused
    case running
    /// To the end of so many epochs, as fast as may be.
    case stepping(epochs: Int)
  }

  /// An epoch that is later than this is not caught up with: the machine was busy or asleep.
  private static let largestDelay = 0.25

  /// A run that waits to be told to train.
  init(_ run: Run, pace: Pace) {
    self.run = run
    self.pace = pace
  }

  /// Whether it trains, or will when the next epoch is due.
  var isTraining: Bool { mode != .paused }

  // MARK: - Orders

  /// Does what a command says; `close` is the trainer's to do.
  ///
  /// - Parameter number: the number of its order.
  /// - Throws: a sentence with the remedy; the run is then as it was.
  mutating func obey(_ command: TrainerCommand, number: Int, now: Double) throws {
    let (history, former) = (run.history, run.resolved)
    try carryOut(command, number: number, now: now)
    if run.resolved.dataset != former.dataset || run.resolved.loss != former.loss {
      formerHistory = []
    } else if run.history.count < history.count {
      formerHistory = history
    }
  }

  private mutating func carryOut(_ command: TrainerCommand, number: Int, now: Double) throws {
    var copy = command.endsRun ? try? run.copy() : nil
    // Steps asked of another state than the new one are not owed any more.
    if command.outdatesSnapshots, case .stepping = mode { mode = .paused }
    switch command {
    case .run: start(.running, now)
    case .pause: mode = .paused
    case .stepEpoch:
      // Steps asked for faster than they are made are all made.
      start(.stepping(epochs: epochsOwed + 1), now)
    case .stepBatch:
      mode = .paused
      run.trainBatch()
    case .rewind: try run.rewind()
    case .newWeights: try run.newWeights()
    case .newData: try run.newData()
    case .open(let experiment): try open(experiment)
    case .takeUp(_, let path):
      if case .stepping = mode { mode = .paused }
      try run.takeUp(try Model(path: path))
      speed = Speedometer()
    case .adjust(let change):
      let changed = change.applied(to: run.experiment)
      if try !run.adjust(changed) {
        copy = try? run.copy()
        try open(changed)
      }
    case .setParameter(let index, let value): try run.setParameter(index, to: value)
    case .setParameters(let parameters): try run.setParameters(parameters)
    case .editPoints(let points): try run.replacePoints(points)
    case .pace(let pace):
      self.pace = pace
      due = now
    case .goal(let goal): run.setGoal(goal)
    case .restoreSane: try run.restoreSane()
    case .takeBack(let numbers, let opposite):
      guard let before = former.take(before: numbers) else {
        return try carryOut(opposite, number: number, now: now)
      }
      run.goBack(to: before)
      speed = Speedometer()
    case .close: mode = .paused
    }
    if let copy { former.keep(copy, before: number) }
  }

  private mutating func open(_ experiment: Experiment) throws {
    if case .stepping = mode { mode = .paused }
    try run.reopen(experiment)
    speed = Speedometer()
  }

  private mutating func start(_ mode: Mode, _ now: Double) {
    if case .diverged = run.status { return }
    self.mode = mode
    due = now
  }

  // MARK: - Training

  /// The epochs a second in force; nil for full speed, which large sets always go at.
  private var epochsPerSecond: Double? {
    guard run.evaluatesExactly, mode == .running else { return nil }
    return switch pace {
    case .epochsPerSecond(let rate): rate > 0 ? rate : nil
    case .full: nil
    }
  }

  /// How long it has nothing to train, in seconds; nil for as long as nothing is ordered.
  func wait(at now: Double) -> Double? {
    guard isTraining else { return nil }
    return epochsPerSecond == nil || run.position > 0 ? 0 : max(0, due - now)
  }

  /// Trains until a moment, or until nothing is due.
  mutating func train(until end: Double, _ clock: () -> Double) {
    var now = clock()
    repeat {
      if let rate = epochsPerSecond, run.position == 0 {
        guard now >= due else { break }
        due = max(due + 1 / rate, now - Self.largestDelay)
      }
      run.trainStretch()
      if run.position == 0 { finishStep() }
      guard run.status == .open, isTraining else {
        mode = .paused
        publishes = true
        break
      }
      now = clock()
    } while now < end
    speed.record(samples: run.samplesTrained, seconds: run.secondsTrained)
  }

  /// How many epochs are still to be stepped through.
  private var epochsOwed: Int {
    if case .stepping(let epochs) = mode { epochs } else { 0 }
  }

  /// Counts an epoch off those to be stepped through.
  private mutating func finishStep() {
    guard epochsOwed > 0 else { return }
    mode = epochsOwed > 1 ? .stepping(epochs: epochsOwed - 1) : .paused
  }

  // MARK: - Snapshots

  /// Takes note of the number of an order: the next snapshot has seen it.
  mutating func note(_ number: Int) {
    generation = number
    publishes = true
  }

  /// Asks for a snapshot, and says what it and later ones are to hold.
  mutating func show(_ request: SnapshotRequest) {
    self.request = request
    publishes = true
    if request.surface == nil { surfaces = Surfaces() }
  }

  /// What is to be measured of the loss around the run's parameters now; nil where nothing is, or all is known.
  mutating func nextSurvey(whileBusy isBusy: Bool) -> LossSurvey? {
    request.surface.flatMap { surfaces.nextSurvey($0, of: run, generation: generation, whileBusy: isBusy) }
  }

  /// Takes in what was measured.
  mutating func show(_ surface: LossSurface) {
    guard request.surface != nil else { return }
    surfaces.newest = surface
    publishes = true
  }

  /// A snapshot, if there is something new to see.
  mutating func takeSnapshot(_ id: RunID) -> Snapshot? {
    guard publishes else { return nil }
    publishes = false
    var snapshot = Snapshot(
      of: run, named: id, isRunning: isTraining, generation: generation, speed: speed.samplesPerSecond,
      request: request)
    snapshot.formerHistory = formerHistory
    snapshot.surface = surfaces.newest
    return snapshot
  }
}

extension TrainerCommand {
  /// Whether what the run was before is gone after it; an adjustment finds out only when it is made.
  fileprivate var endsRun: Bool {
    switch self {
    case .rewind, .newWeights, .newData, .open, .takeUp, .setParameter, .setParameters, .editPoints: true
    case .run, .pause, .stepEpoch, .stepBatch, .adjust, .pace, .goal, .restoreSane, .takeBack, .close: false
    }
  }
}
