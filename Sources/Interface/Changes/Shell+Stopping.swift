import Playground
import Screen

/// When the run stops by itself.
extension Shell {
  /// An epoch, a condition such as `test-loss<0.01`, or nothing at all.
  mutating func stop(at text: String) -> [Effect] {
    let text = text.filter { !$0.isWhitespace }
    if text.isEmpty { return stop(afterEpochs: nil, "Training stops when you stop it.") }
    if let epoch = Int(text) { return stop(atEpoch: epoch) }
    do {
      let goal = try Goal(text)
      guard isMeasured(goal.quantity) else { return [] }
      notice = Notice(text: "Training stops when \(goal) is reached.")
      return [send(.goal(goal))]
    } catch {
      notice = Notice(text: error.description, isAlarm: true)
      return []
    }
  }

  private mutating func stop(atEpoch epoch: Int) -> [Effect] {
    let (first, now) = (snapshot?.firstEpoch ?? 0, snapshot?.epoch ?? 0)
    guard epoch > first else {
      notice = Notice(
        text: "The run began at epoch \(Number.count(first)): choose a later one to stop at.", isAlarm: true)
      return []
    }
    return stop(
      afterEpochs: epoch - first,
      epoch > now
        ? "Training stops after epoch \(Number.count(epoch))."
        : "The run is past epoch \(Number.count(epoch)) already: it stops there after the next r.")
  }

  private mutating func stop(afterEpochs epochs: Int?, _ sentence: String) -> [Effect] {
    var changed = experiment
    changed.epochs = epochs
    guard check(changed) else { return [] }
    notice = Notice(text: sentence)
    return [send(.goal(nil))] + adopt(changed)
  }

  /// Whether a quantity is found out in this run; what is missing is said.
  private mutating func isMeasured(_ quantity: Goal.Quantity) -> Bool {
    let isOfTest = quantity == .testLoss || quantity == .testAccuracy
    let isAccuracy = quantity == .trainAccuracy || quantity == .testAccuracy
    if isOfTest, let snapshot, snapshot.material.test == nil {
      notice = Notice(
        text: "There are no test samples, for all are trained on: lower train, or stop at a train-loss.", isAlarm: true)
      return false
    }
    if isAccuracy, resolved.problem.classCount == nil {
      notice = Notice(text: "Numbers to predict have no accuracy: stop at a loss.", isAlarm: true)
      return false
    }
    return true
  }

  /// The stop condition in force, as it is typed.
  var stopText: String {
    if let goal = snapshot?.goal { return goal.description }
    return lastEpoch.map(String.init) ?? ""
  }

  /// The stop that lies ahead, for the title; nil where none does. A lecture says itself what is to be reached.
  var stopAhead: String? {
    guard stage == nil, let snapshot else { return nil }
    if let goal = snapshot.goal { return snapshot.verdict == nil ? "stops at \(goal)" : nil }
    return lastEpoch.flatMap { $0 > snapshot.epoch ? "stops at \(Number.count($0))" : nil }
  }

  /// Where the losses' chart shows the stops that lie ahead.
  var stopMarks: [Chart.Mark] {
    guard stopAhead != nil else { return [] }
    guard let goal = snapshot?.goal else { return lastEpoch.map { [.time(Double($0))] } ?? [] }
    return [.trainLoss, .testLoss].contains(goal.quantity) ? [.value(goal.value)] : []
  }

  private var lastEpoch: Int? { experiment.epochs.map { (snapshot?.firstEpoch ?? 0) + $0 } }
}
