import Synchronization

/// What the screen's thread and the trainer's share: orders down, the latest snapshot up.
package final class Mailbox: Sendable {
  private struct Letters {
    var orders: [Order] = []
    /// What pictures are wanted, if that has changed.
    var request: SnapshotRequest?
    /// The number of the last order that made older pictures worthless.
    var lastOutdating = 0
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
      if order.command.outdatesSnapshots { letters.lastOutdating = order.number }
      letters.orders.append(order)
    }
    toTrainer.signal()
  }

  /// Asks for a snapshot as soon as may be; a later request takes the place of one not yet answered.
  package func send(_ request: SnapshotRequest) {
    letters.withLock { $0.request = request }
    toTrainer.signal()
  }

  /// Tells the trainer to end.
  func stop() {
    letters.withLock { $0.isStopped = true }
    toTrainer.signal()
  }

  /// What the trainer has answered since the last call; a snapshot from before the last reset is left out.
  package func takeAnswers() -> Answers {
    toScreen.drain()
    var taken = answers.withLock { answers in
      defer { answers = Answers() }
      return answers
    }
    let oldest = letters.withLock { $0.lastOutdating }
    if let snapshot = taken.snapshot, snapshot.generation < oldest { taken.snapshot = nil }
    return taken
  }

  // MARK: Trainer's side

  /// What waits: orders, oldest first and without those that are overtaken, and a request; nil when it is time to end.
  func takeLetters() -> (orders: [Order], request: SnapshotRequest?)? {
    toTrainer.drain()
    let taken = letters.withLock { letters in
      defer { (letters.orders, letters.request) = ([], nil) }
      return letters.isStopped ? nil : (orders: letters.orders, request: letters.request)
    }
    guard var taken else { return nil }
    let nexts = taken.orders.dropFirst().map(\.command)
    let isOvertaken = zip(taken.orders, nexts).map { $0.command.isOvertaken(by: $1) } + [false]
    taken.orders = zip(taken.orders, isOvertaken).filter { !$0.1 }.map(\.0)
    return taken
  }

  /// Puts a snapshot in place of one that nobody has fetched.
  func publish(_ snapshot: Snapshot) {
    answers.withLock { $0.snapshot = snapshot }
    toScreen.signal()
  }

  /// Reports a command that could not be obeyed.
  func publish(_ refusal: Refusal) {
    answers.withLock { $0.refusals.append(refusal) }
    toScreen.signal()
  }
}

/// What the trainer has to say.
public struct Answers: Sendable {
  /// The commands that could not be obeyed, oldest first. They come before the snapshot that has seen them.
  public var refusals: [Refusal] = []
  /// The newest snapshot.
  public var snapshot: Snapshot?
}
