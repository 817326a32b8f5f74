import NeuralEngine

/// What the trainer's thread does: obey, train a slice, publish, sleep.
///
/// Slices go round among the runs that train: each gets as much time as the others, whatever its size.
package struct TrainerLoop {
  private let mailbox: Mailbox
  /// The threads of all runs, which take turns.
  private let pool: ThreadPool
  /// How fast epochs go by in a run that was told nothing else.
  private let pace: Pace
  /// The monotonic clock, in seconds.
  private let clock: () -> Double
  private var lanes: [RunID: Lane] = [:]
  /// Whose slice was the last.
  private var last = RunID.main
  /// Measures the loss beside the training, from when that is first asked for.
  private var surveyor: LossSurveyor?

  /// How long training goes on before the mailbox is looked at again, in seconds.
  private static let slice = 0.005

  /// A loop that obeys what comes into a mailbox.
  ///
  /// - Parameter clock: tells the seconds of a clock that nobody sets; a test brings its own.
  package init(mailbox: Mailbox, threads: Int, pace: Pace, clock: @escaping () -> Double = secondsNow) {
    self.mailbox = mailbox
    pool = ThreadPool(threads: threads)
    self.pace = pace
    self.clock = clock
  }

  /// A run, while it is open.
  package func run(_ id: RunID = .main) -> Run? { lanes[id]?.run }

  /// Whether a run trains, or will when its next epoch is due.
  package func isTraining(_ id: RunID = .main) -> Bool { lanes[id]?.isTraining ?? false }

  /// Works until told to end.
  mutating func work() {
    while turn() { mailbox.toTrainer.wait(milliseconds: rest) }
    surveyor?.stop()
  }

  /// Obeys what has come, trains a slice of one run, publishes; returns whether to go on.
  package mutating func turn() -> Bool {
    guard let letters = mailbox.takeLetters() else { return false }
    for order in letters.orders {
      let now = clock()
      for id in order.runs { obey(order, id, now) }
    }
    for (id, request) in letters.requests { lanes[id]?.show(request) }
    if let next = nextInTurn {
      last = next
      lanes[next]?.train(until: clock() + Self.slice, clock)
    }
    survey()
    for id in lanes.keys {
      if let snapshot = lanes[id]?.takeSnapshot(id) { mailbox.publish(snapshot) }
    }
    return true
  }

  private mutating func obey(_ order: Order, _ id: RunID, _ now: Double) {
    do {
      switch order.command {
      case .close: lanes[id] = nil
      case .open(let experiment) where lanes[id] == nil:
        lanes[id] = Lane(try Run(experiment, pool: pool), pace: pace)
      case let command: try lanes[id]?.obey(command, number: order.number, now: now)
      }
    } catch {
      mailbox.publish(Refusal(run: id, generation: order.number, sentence: "\(error)"))
    }
    lanes[id]?.note(order.number)
  }

  /// Takes in what the surveyor has measured, and gives it the next thing to measure.
  private mutating func survey() {
    if let (id, surface) = surveyor?.take() { lanes[id]?.show(surface) }
    for id in lanes.keys.sorted() {
      guard let survey = lanes[id]?.nextSurvey(whileBusy: surveyor?.isBusy ?? false) else { continue }
      do throws(TrainerError) {
        if surveyor == nil { surveyor = try LossSurveyor(signalling: mailbox.toTrainer) }
        surveyor?.begin(survey, of: id)
      } catch {
        mailbox.publish(Refusal(run: id, generation: 0, sentence: "\(error)"))
      }
      return
    }
  }

  /// The next of the runs that could train now; nil when none could.
  private var nextInTurn: RunID? {
    let now = clock()
    let ready = lanes.filter { $1.wait(at: now) == 0 }.keys.sorted()
    return ready.first { $0 > last } ?? ready.first
  }

  /// How long to sleep before the next slice, in milliseconds; nil until something is sent.
  private var rest: Int32? {
    let now = clock()
    let wait = lanes.values.compactMap { $0.wait(at: now) }.min()
    return wait.map { Int32((min($0, 1) * 1000).rounded(.up)) }
  }
}
