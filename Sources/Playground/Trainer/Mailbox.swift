import Synchronization

/// What the screen's thread and the trainer's share: orders down, each run's latest snapshot up.
package final class Mailbox: Sendable {
  private struct Letters {
    var orders: [Order] = []
    /// What pictures are wanted of the runs of which that has changed.
    var requests: [RunID: SnapshotRequest] = [:]
    /// The number of the last order that made a run's older pictures worthless.
    var lastOutdating: [RunID: Int] = [:]
    var isStopped = false
  }

  private let letters = Mutex(Letters())
  private let answers = Mutex(Answers())
  /// Signalled when there is an order or a request.
  let toTrainer: WakeSignal
  /// Signalled when there is a snapshot or a refusal.
  let toScreen: WakeSignal

  /// An empty mailbox.
  ///
  /// - Throws: `TrainerError.noDescriptor` when the system has none left.
  package init() throws(TrainerError) {
    toTrainer = try WakeSignal()
    toScreen = try WakeSignal()
  }

  // MARK: Screen's side

  /// Hands an order over.
  package func send(_ order: Order) {
    letters.withLock { letters in
      if order.command.outdatesSnapshots {
        for run in order.runs { letters.lastOutdating[run] = order.number }
      }
      letters.orders.append(order)
    }
    toTrainer.signal()
  }

  /// Asks for a snapshot of a run as soon as may be; a later request takes the place of one not yet answered.
  package func send(_ request: SnapshotRequest, to run: RunID = .main) {
    letters.withLock { $0.requests[run] = request }
    toTrainer.signal()
  }

  /// Tells the trainer to end.
  func stop() {
    letters.withLock { $0.isStopped = true }
    toTrainer.signal()
  }

  /// What the trainer has answered since the last call; snapshots from before a run's last reset are left out.
  package func takeAnswers() -> Answers {
    toScreen.drain()
    var taken = answers.withLock { answers in
      defer { answers = Answers() }
      return answers
    }
    let oldest = letters.withLock { $0.lastOutdating }
    taken.snapshots = taken.snapshots.filter { $1.generation >= oldest[$0] ?? 0 }
    return taken
  }

  // MARK: Trainer's side

  /// What waits: orders, oldest first and without those that are overtaken, and requests; nil when it is time to end.
  func takeLetters() -> (orders: [Order], requests: [RunID: SnapshotRequest])? {
    toTrainer.drain()
    let taken = letters.withLock { letters in
      defer { (letters.orders, letters.requests) = ([], [:]) }
      return letters.isStopped ? nil : (orders: letters.orders, requests: letters.requests)
    }
    guard var taken else { return nil }
    let isOvertaken = zip(taken.orders, taken.orders.dropFirst()).map { $0.isOvertaken(by: $1) } + [false]
    taken.orders = zip(taken.orders, isOvertaken).filter { !$0.1 }.map(\.0)
    return taken
  }

  /// Puts a snapshot in place of one of the same run that nobody has fetched.
  func publish(_ snapshot: Snapshot) {
    answers.withLock { $0.snapshots[snapshot.run] = snapshot }
    toScreen.signal()
  }

  /// Reports a command that could not be obeyed.
  func publish(_ refusal: Refusal) {
    answers.withLock { $0.refusals.append(refusal) }
    toScreen.signal()
  }
}
