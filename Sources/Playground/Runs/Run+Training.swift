import Glibc
import NeuralEngine

/// Sets larger than this are not evaluated whole on the training side: there the running mean of the epoch stands in.
let largestExactTrainingSet = 2_000
/// How many training samples of a larger set the fresh network is judged by.
private let freshSampleCount = 10_000
/// Floating-point operations of one stretch: about two thousandths of a second, so that a slice can end in time.
private let operationsPerStretch = 100_000_000
/// In its first epochs a large set's losses are also kept inside the epoch, so many times.
private let marksPerEpoch = 10
private let markedEpochs = 10
/// A loss so many times the fresh network's is a divergence.
private let largestLossRatio = 1_000.0
/// Up to so many times the fresh network's loss a state is one to come back to.
private let saneLossRatio = 2.0
/// A network that begins with a loss below this (trained weights from a file) is measured by this instead.
private let leastFirstLoss = 0.001

extension Run {
  /// Trains one stretch: a part of the epoch fixed by the network's size alone, at least a mini-batch, at most the
  /// rest of the epoch. Ends the epoch when that was its last.
  ///
  /// Does nothing once the run has diverged; a finished run is taken up again.
  public func trainStretch() { train(to: nextStretchEnd) }

  /// Trains one mini-batch.
  public func trainBatch() {
    let step = learner.settings.samplesPerStep
    train(to: min((position / step + 1) * step, material.train.count))
  }

  /// Trains until the run ends, `epochs` more are done, or `isCancelled` says so; calls `afterEpoch` after each.
  public func train(epochs: Int, isCancelled: () -> Bool = { false }, afterEpoch: (Run) -> Void = { _ in }) {
    let target = epoch + epochs
    while epoch < target {
      let before = epoch
      trainStretch()
      if epoch > before { afterEpoch(self) }
      if case .open = status, !isCancelled() { continue }
      return
    }
  }

  private var isTrainable: Bool {
    switch status {
    case .open, .finished: true
    case .diverged: false
    }
  }

  /// Whether the training set is small enough to be evaluated whole after an epoch.
  var evaluatesExactly: Bool { material.train.count <= largestExactTrainingSet }

  /// Stretches end at multiples of a whole number of mini-batches, counted from the epoch's start: sums over them do
  /// not depend on where a slice of time ended.
  private var nextStretchEnd: Int {
    let count = material.train.count
    let step = learner.settings.samplesPerStep
    // Forward, backward and update: six operations a parameter and sample.
    let affordable = operationsPerStretch / (6 * material.parameterCount)
    let marks = marksSamples ? count / marksPerEpoch : count
    let stretch = max(1, min(affordable, marks) / step) * step
    return min((position / stretch + 1) * stretch, count)
  }

  private var marksSamples: Bool { !evaluatesExactly && epoch < markedEpochs }

  private func train(to end: Int) {
    guard isTrainable, end > position else { return }
    record.status = .open
    if position == 0 { beginEpoch() }
    // Of many nobody asks how fast one is, and a look at the clock takes as long as a step of a tiny network.
    let start = plan.isOneOfMany ? 0 : secondsNow()
    let progress = learner.train(on: material.train, order: record.order, range: position..<end)
    record.secondsTrained += plan.isOneOfMany ? 0 : secondsNow() - start
    record.samplesTrained += end - position
    record.position = end
    record.sums += progress
    record.markSums += progress
    guard progress.loss.isFinite else { return diverge() }
    if position == material.train.count { endEpoch() } else { markIfDue() }
  }

  private func beginEpoch() {
    record.restartEpoch()
    record.order = epochOrder
  }

  private func markIfDue() {
    let sums = record.markSums
    guard marksSamples, sums.count >= material.train.count / marksPerEpoch else { return }
    let share = Double(position) / Double(material.train.count)
    record.history.append(
      LossPoint(
        position: Double(epoch) + share, train: sums.loss / Double(sums.count) * unit,
        trainAccuracy: material.train.task == .classification ? Double(sums.correct) / Double(sums.count) : nil))
    record.markSums = Progress()
    followPath()
  }

  private func endEpoch() {
    record.epoch += 1
    record.position = 0
    // They were found good when they were set.
    if record.batchSizeWaits { try? applySettings() }
    guard learner.divergence() == nil else { return diverge() }
    let sums = record.sums
    let mean = sums.count > 0 ? sums.loss / Double(sums.count) * unit : 0
    guard isBounded(mean) else { return diverge() }
    // An end that was gone past is behind: it holds again when the run goes back before it.
    let isLast = epoch == lastEpoch
    let isOver = watchValidation()
    let isKept = isLast || isOver || HistorySchedule.keeps(epoch)
    let isJudged = goal != nil && verdict == nil
    if evaluatesEveryEpoch || isJudged || isKept {
      if plan.isOneOfMany, !isLast, !isOver { glance() } else { evaluate() }
      // Whoever looks more often sees no other run.
      if isKept {
        guard isBounded(train?.loss ?? mean) else { return diverge() }
        if !plan.isOneOfMany { keep() }
      }
      judge()
    }
    guard status == .open else { return }
    if isOver {
      stopWithBest()
    } else if isLast {
      record.status = .finished(.epochs(epoch))
    }
  }

  /// Finds out what became of the goal, which may end the run, once.
  private func judge() {
    guard let goal, verdict == nil else { return }
    if goal.isReached(train: train, test: test, epoch: epoch) {
      record.verdict = Verdict(goal: goal, isReached: true, epoch: epoch)
      if goal.endsRun { record.status = .finished(.goal(goal)) }
    } else if let within = goal.within, epoch >= within {
      record.verdict = Verdict(goal: goal, isReached: false, epoch: epoch)
      if goal.endsRun { record.status = .finished(.missed(goal)) }
    }
  }

  /// What the engine's loss is multiplied by, to be told in the units of the data.
  var unit: Double { material.preparation.squaredUnit }

  private func isBounded(_ loss: Double) -> Bool {
    loss.isFinite && loss <= largestLossRatio * max(record.firstLoss, leastFirstLoss * unit)
  }

  /// Keeps the losses of this moment, and the state where it is one to come back to.
  private func keep() {
    note()
    guard let loss = train?.loss, loss <= saneLossRatio * max(record.firstLoss, leastFirstLoss * unit) else { return }
    record.sane = Checkpoint(
      epoch: epoch, parameters: learner.network.parameters, learningRate: resolved.learningRate, steps: learner.steps)
  }

  /// Finds out the losses of the network as it is.
  func evaluate() {
    let sums = record.sums
    if evaluatesExactly {
      // Where there is no test, what is told of each sample is told of these.
      record.train = learner.evaluate(material.train, keepsAnswers: material.test == nil)
    } else if sums.count > 0 {
      record.train = Evaluation(sums, task: material.train.task)
    } else {
      record.train = learner.evaluate(material.train, range: 0..<min(freshSampleCount, material.train.count))
    }
    record.validation = material.validation.map { learner.evaluate($0) }
    record.test = material.test.map { learner.evaluate($0, keepsAnswers: true) }
    record.train = record.train?.scaled(by: unit)
    record.validation = record.validation?.scaled(by: unit)
    record.test = record.test?.scaled(by: unit)
    record.evaluatedEpoch = epoch
  }

  /// Finds out the losses alone, and the test's only where the goal asks for them.
  private func glance() {
    record.train =
      evaluatesExactly
      ? learner.glance(at: material.train) : Evaluation(record.sums, task: material.train.task)
    if goal?.isOfTest == true { record.test = material.test.map { learner.glance(at: $0) } }
    record.train = record.train?.scaled(by: unit)
    record.test = record.test?.scaled(by: unit)
    record.evaluatedEpoch = epoch
  }

  /// Adds the losses to the history, in place of a point for the same moment.
  func note() {
    guard let train else { return }
    if let last = history.last, last.position >= Double(epoch) { record.history.removeLast() }
    record.history.append(
      LossPoint(
        position: Double(epoch), train: train.loss, validation: validation?.loss, test: test?.loss,
        trainAccuracy: train.accuracy, validationAccuracy: validation?.accuracy, testAccuracy: test?.accuracy))
    followPath()
  }

  /// Keeps where the parameters are.
  func followPath() {
    if record.path.follows(parameters: material.parameterCount) { record.path.note(learner.network.parameters) }
  }
}

extension Evaluation {
  /// The same with the loss in other units.
  fileprivate func scaled(by unit: Double) -> Evaluation {
    guard unit != 1 else { return self }
    return Evaluation(
      count: count, loss: loss * unit, accuracy: accuracy, confusion: confusion, rSquared: rSquared, answers: answers,
      outputs: outputs)
  }
}

/// Seconds of a clock that nobody sets.
package func secondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
