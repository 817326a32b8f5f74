import Playground

/// What is explored: what the trainer confirmed, and what was asked of it since.
///
/// The trainer owns the experiment; here stand the wishes that it has not answered yet. Each order has a number, and a
/// snapshot answers every wish up to its own, refused ones too: what is then shown is what runs.
struct Session: Sendable {
  /// What controls show: what the trainer confirmed, with what was asked for since.
  private(set) var experiment: Experiment
  private var confirmed: Experiment
  /// What was asked for and is not answered yet, oldest first.
  private var wishes: [Order] = []
  /// The number of the last order.
  private(set) var lastNumber = 0
  /// The changes that can be taken back, oldest first.
  private var past: [Change] = []

  /// A change, by the numbers of the orders that made it, and what makes up for it where the run of before is not kept.
  private struct Change {
    var numbers: ClosedRange<Int>
    let opposite: TrainerCommand
  }

  /// Whether nothing is asked for that was not answered: then what is shown is what the last snapshot has.
  var isSettled: Bool { wishes.isEmpty }

  /// The last order to train or to wait, until it is answered.
  private var lastPlay: (number: Int, trains: Bool)?

  /// The most changes that can be taken back.
  private static let memory = 200

  /// A session that begins with an experiment, which the trainer was started with.
  init(_ experiment: Experiment) {
    self.experiment = experiment
    confirmed = experiment
  }

  /// Numbers a command.
  mutating func order(_ command: TrainerCommand) -> Order {
    lastNumber += 1
    let order = Order(number: lastNumber, command)
    switch command {
    case .run: lastPlay = (lastNumber, true)
    case .pause, .stepEpoch, .stepBatch: lastPlay = (lastNumber, false)
    case .rewind, .newWeights, .newData, .open, .takeUp, .adjust, .setParameter, .setParameters, .editPoints, .pace,
      .goal, .restoreSane, .takeBack, .close:
      break
    }
    let wanted = command.applied(to: experiment)
    if wanted != experiment {
      wishes.append(order)
      experiment = wanted
    }
    return order
  }

  /// Numbers a command that can be taken back.
  ///
  /// - Parameters:
  ///   - opposite: what makes up for it.
  ///   - start: changes after this number are one change with it: those of a drag.
  mutating func order(
    _ command: TrainerCommand, takenBackBy opposite: TrainerCommand, joiningAfter start: Int? = nil
  ) -> Order {
    let order = order(command)
    if let start, let last = past.last, last.numbers.lowerBound > start {
      past[past.count - 1].numbers = last.numbers.lowerBound...order.number
    } else {
      past.append(Change(numbers: order.number...order.number, opposite: opposite))
    }
    if past.count > Self.memory { past.removeFirst() }
    return order
  }

  /// The number of the order that began the last change; nil when there is none to be taken back.
  var lastChange: Int? { past.last?.numbers.lowerBound }

  /// Takes the last change back; nil when there is none.
  mutating func takeBack() -> Order? {
    past.popLast().map { order(.takeBack($0.numbers, otherwise: $0.opposite)) }
  }

  /// Whether the run was told to train or to wait, where it has not answered yet.
  var asksToTrain: Bool? { lastPlay?.trains }

  /// Takes in what runs: every wish up to the snapshot's number is answered by it.
  mutating func receive(_ snapshot: Snapshot) {
    confirmed = snapshot.experiment
    wishes.removeAll { $0.number <= snapshot.generation }
    if let lastPlay, lastPlay.number <= snapshot.generation { self.lastPlay = nil }
    settle()
  }

  /// Takes back a wish that the trainer could not fulfil; there is nothing to be taken back of it later.
  mutating func receive(_ refusal: Refusal) {
    wishes.removeAll { $0.number == refusal.generation }
    past.removeAll { $0.numbers == refusal.generation...refusal.generation }
    settle()
  }

  private mutating func settle() { experiment = wishes.reduce(confirmed) { $1.command.applied(to: $0) } }
}
