import NeuralEngine

/// What the trainer's thread does: obey, train a slice, publish, sleep.
package struct TrainerLoop {
  private let mailbox: Mailbox
  private let threads: Int
  private var pace: Pace
  package private(set) var run: Run?
  private var mode = Mode.paused
  /// The number of the last command obeyed.
  private var generation = 0
  private var request = SnapshotRequest()
  private var publishes = false
  /// When the next epoch is due, on the monotonic clock.
  private var due = 0.0
  private var speed = Speedometer()
  private var goal: Goal?
  /// The monotonic clock, in seconds.
  private let clock: () -> Double

  /// What training is up to.
  private enum Mode: Equatable {
    case paused
    case running
    /// To the end of so many epochs, as fast as may be.
    case stepping(epochs: Int)
  }

  /// How long training goes on before the mailbox is looked at again, in seconds.
  private static let slice = 0.005
  /// An epoch that is later than this is not caught up with: the machine was busy or asleep.
  private static let largestDelay = 0.25

  /// A loop that obeys what comes into a mailbox.
  ///
  /// - Parameter clock: tells the seconds of a clock that nobody sets; a test brings its own.
  package init(mailbox: Mailbox, threads: Int, pace: Pace, clock: @escaping () -> Double = secondsNow) {
    self.clock = clock
    self.mailbox = mailbox
    self.threads = threads
    self.pace = pace
  }

  /// Works until told to end.
  mutating func work() {
    while turn() { mailbox.toTrainer.wait(milliseconds: rest) }
  }

  /// Obeys what has come, trains a slice, publishes; returns whether to go on.
  package mutating func turn() -> Bool {
    guard let letters = mailbox.takeLetters() else { return false }
    for order in letters.orders { obey(order) }
    if let request = letters.request {
      self.request = request
      publishes = true
    }
    if mode != .paused { trainSlice() }
    if publishes { publish() }
    return true
  }

  /// Whether it trains, or will when the next epoch is due.
  package var isTraining: Bool { mode != .paused }

  private mutating func obey(_ order: Order) {
    generation = order.number
    publishes = true
    do {
      try obey(order.command)
    } catch {
      mailbox.publish(Refusal(generation: order.number, sentence: "\(error)"))
    }
  }

  private mutating func obey(_ command: TrainerCommand) throws {
    // Steps asked of another state than the new one are not owed any more.
    if command.outdatesSnapshots, case .stepping = mode { mode = .paused }
    switch command {
    case .run: start(.running)
    case .pause: mode = .paused
    case .stepEpoch:
      // Steps asked for faster than they are made are all made.
      start(.stepping(epochs: epochsOwed + 1))
    case .stepBatch:
      mode = .paused
      run?.trainBatch()
    case .rewind: try run?.rewind()
    case .newWeights: try run?.newWeights()
    case .newData: try run?.newData()
    case .open(let experiment): try open(experiment)
    case .adjust(let change):
      let changed = run.map { change.applied(to: $0.experiment) } ?? change.after
      if try run?.adjust(changed) != true { try obey(.open(changed)) }
    case .setParameter(let index, let value): try run?.setParameter(index, to: value)
    case .editPoints(let points): try run?.replacePoints(points)
    case .pace(let pace):
      self.pace = pace
      due = clock()
    case .goal(let goal):
      self.goal = goal
      run?.setGoal(goal)
    case .restoreSane: try run?.restoreSane()
    }
  }

  private mutating func open(_ experiment: Experiment) throws {
    if let run {
      try run.reopen(experiment)
    } else {
      run = try Run(experiment, threads: threads)
    }
    run?.setGoal(goal)
    speed = Speedometer()
  }

  private mutating func start(_ mode: Mode) {
    guard let run else { return }
    if case .diverged = run.status { return }
    self.mode = mode
    due = clock()
  }

  /// The epochs a second in force; nil for full speed, which large sets always go at.
  private var epochsPerSecond: Double? {
    guard let run, run.isSmall, mode == .running else { return nil }
    return switch pace {
    case .epochsPerSecond(let rate): rate > 0 ? rate : nil
    case .full: nil
    }
  }

  private mutating func trainSlice() {
    guard let run else { return }
    let end = clock() + Self.slice
    var now = 0.0
    repeat {
      if let rate = epochsPerSecond, run.position == 0 {
        now = clock()
        guard now >= due else { break }
        due = max(due + 1 / rate, now - Self.largestDelay)
      }
      run.trainStretch()
      if run.position == 0 { finishStep() }
      guard run.status == .open, mode != .paused else {
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

  /// How long to sleep before the next slice, in milliseconds; nil until a command comes.
  private var rest: Int32? {
    guard mode != .paused, let run else { return nil }
    guard epochsPerSecond != nil, run.position == 0 else { return 0 }
    return Int32(max(0, min(1000, ((due - clock()) * 1000).rounded(.up))))
  }

  private mutating func publish() {
    publishes = false
    guard let run else { return }
    mailbox.publish(
      Snapshot(
        of: run, isRunning: mode != .paused, generation: generation, speed: speed.samplesPerSecond, request: request))
  }
}

/// The speed of training over the last while.
struct Speedometer {
  private(set) var samplesPerSecond = 0.0
  private var samples = 0
  private var seconds = 0.0

  /// So much training makes a reading; less is lost in the clock's grain.
  private static let window = 0.02

  /// Takes in the totals so far.
  mutating func record(samples: Int, seconds: Double) {
    if samples < self.samples { (self.samples, self.seconds) = (0, 0) }
    let elapsed = seconds - self.seconds
    guard elapsed >= Self.window || samplesPerSecond == 0 && elapsed > 0 else { return }
    samplesPerSecond = Double(samples - self.samples) / elapsed
    (self.samples, self.seconds) = (samples, seconds)
  }
}

extension Run {
  /// Whether an epoch is so short that it can be shown one by one.
  var isSmall: Bool { evaluatesExactly }
}
