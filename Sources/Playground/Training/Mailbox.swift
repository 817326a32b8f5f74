import Synchronization

/// What the screen's thread and the trainer's share: commands down, the latest snapshot up.
final class Mailbox: Sendable {
  /// A command and its number.
  struct Numbered: Sendable {
    let number: Int
    let command: TrainerCommand
  }

  private struct Commands {
    var waiting: [Numbered] = []
    var lastNumber = 0
    /// The number of the last command that made older pictures worthless.
    var lastOutdating = 0
    var isStopped = false
  }

  private struct Answers {
    var snapshot: Snapshot?
    var refusal: Refusal?
  }

  private let commands = Mutex(Commands())
  private let answers = Mutex(Answers())
  /// Signalled when there is a command.
  let toTrainer: WakeSignal
  /// Signalled when there is a snapshot or a refusal.
  let toScreen: WakeSignal

  init() throws(TrainerError) {
    toTrainer = try WakeSignal()
    toScreen = try WakeSignal()
  }

  // MARK: Screen's side

  /// Hands a command over and returns its number.
  func send(_ command: TrainerCommand) -> Int {
    let number = commands.withLock { box in
      box.lastNumber += 1
      if command.outdatesSnapshots { box.lastOutdating = box.lastNumber }
      box.waiting.append(Numbered(number: box.lastNumber, command: command))
      return box.lastNumber
    }
    toTrainer.signal()
    return number
  }

  /// Tells the trainer to end.
  func stop() {
    commands.withLock { $0.isStopped = true }
    toTrainer.signal()
  }

  /// The newest snapshot since the last call; nil when there is none, or it is from before the last reset.
  func takeSnapshot() -> Snapshot? {
    toScreen.drain()
    let snapshot = answers.withLock { box in
      defer { box.snapshot = nil }
      return box.snapshot
    }
    let oldest = commands.withLock { $0.lastOutdating }
    return snapshot.flatMap { $0.generation >= oldest ? $0 : nil }
  }

  /// The newest refusal since the last call.
  func takeRefusal() -> Refusal? {
    answers.withLock { box in
      defer { box.refusal = nil }
      return box.refusal
    }
  }

  // MARK: Trainer's side

  /// The commands without those that a later one of the same kind makes needless: a slider that is dragged sends
  /// dozens.
  static func withoutOvertaken(_ commands: [Numbered]) -> [Numbered] {
    let lastOpening = commands.last { $0.command.isOpening }?.number
    return commands.indices.filter { index in
      let command = commands[index]
      if command.command.isOpening { return command.number == lastOpening }
      let next = index + 1 < commands.count ? commands[index + 1].command : nil
      return !(command.command.isAdjusting && next?.isAdjusting ?? false)
    }.map { commands[$0] }
  }

  /// The commands that wait, oldest first; nil when it is time to end.
  func takeCommands() -> [Numbered]? {
    toTrainer.drain()
    return commands.withLock { box in
      defer { box.waiting = [] }
      return box.isStopped ? nil : box.waiting
    }
  }

  /// Puts a snapshot in place of one that nobody has fetched.
  func publish(_ snapshot: Snapshot) {
    answers.withLock { $0.snapshot = snapshot }
    toScreen.signal()
  }

  /// Reports a command that could not be obeyed.
  func publish(_ refusal: Refusal) {
    answers.withLock { $0.refusal = refusal }
    toScreen.signal()
  }
}
