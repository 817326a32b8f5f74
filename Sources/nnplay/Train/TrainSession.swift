import Glibc
import Playground
import Words

/// A run without a screen, with its report and its progress line.
struct TrainSession {
  private let run: Run
  private let epochs: Int
  private var report: TrainReport
  private var progress: ProgressLine
  private var lastEpoch: TrainReport.Epoch?
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant

  init(run: Run, epochs: Int, json: Bool, isAside: Bool = false) {
    self.run = run
    self.epochs = epochs
    report = TrainReport(json: json, hasValidation: run.material.validation != nil, isAside: isAside)
    progress = ProgressLine(isShown: Output.showsProgress)
    began = clock.now
  }

  /// Trains until the run ends or the user stops it, and says why it ended.
  mutating func train() -> TrainReport.Reason {
    let (train, test) = (run.material.train.count, run.material.test?.count ?? 0)
    let held = run.material.validation.map { ", \(grouped($0.count)) validation" } ?? ""
    let parameters = run.network.parameterCount
    if let account = run.material.account { Output.remark("\(account).") }
    report.start(
      experiment: run.experiment.json(completedBy: run.resolved), parameters: parameters, trainSamples: train,
      validationSamples: run.material.validation?.count ?? 0, testSamples: test,
      isRegression: run.resolved.problem.classCount == nil,
      description: "\(run.resolved.dataset)  \(run.network)  \(grouped(parameters)) parameters  "
        + "\(grouped(train)) training\(held) and \(grouped(test)) test samples")
    for hindrance in run.resolved.hindrances(samples: train) { Output.remark(hindrance) }
    if let continuation = run.continuation { Output.remark("\(continuation)") }
    tellEpoch()
    while true {
      let before = run.epoch
      run.trainStretch()
      // Whoever closed the window reads no more: what was learnt is kept first.
      if Interruption.signal != nil { return .interrupted }
      if run.epoch > before { tellEpoch() }
      if let reason = TrainReport.Reason(run.status) { return reason }
      showProgress()
    }
  }

  /// Prints the last line; `saved` is the file that has the model.
  mutating func end(_ reason: TrainReport.Reason, saved: String?) {
    progress.clear()
    report.end(
      TrainReport.End(
        reason: reason, epochs: run.epoch, seconds: seconds, samplesPerSecond: samplesPerSecond,
        best: best, signal: reason == .interrupted ? Interruption.signal.map(Interruption.name) : nil, saved: saved,
        sentence: sentence(for: reason) + (saved.map { " Saved: \($0)" } ?? "")))
  }

  private var seconds: Double { (clock.now - began) / .seconds(1) }

  private var samplesPerSecond: Double {
    run.secondsTrained > 0 ? Double(run.samplesTrained) / run.secondsTrained : 0
  }

  /// How the weights do that a run without patience took back.
  private var best: TrainReport.Best? {
    guard case .finished(.patience(let epoch)) = run.status, let train = run.train, let validation = run.validation
    else { return nil }
    return TrainReport.Best(
      epoch: epoch, trainLoss: train.loss, validationLoss: validation.loss, testLoss: run.test?.loss,
      testAccuracy: run.test?.accuracy)
  }

  /// Tells the losses of the epoch just done, if they were found out.
  private mutating func tellEpoch() {
    guard run.evaluatedEpoch == run.epoch, let train = run.train else { return }
    var epoch = TrainReport.Epoch(
      epoch: run.epoch, trainLoss: train.loss, validationLoss: run.validation?.loss, testLoss: run.test?.loss,
      trainAccuracy: train.accuracy, validationAccuracy: run.validation?.accuracy, testAccuracy: run.test?.accuracy,
      trainRSquared: train.rSquared, testRSquared: run.test?.rSquared, learningRate: run.learningRate, seconds: seconds)
    // What is measured by now are the weights that were taken back; the history has the epoch's own.
    if best != nil, let last = run.history.last {
      (epoch.trainLoss, epoch.validationLoss, epoch.testLoss) = (last.train, last.validation, last.test)
      (epoch.trainAccuracy, epoch.validationAccuracy) = (last.trainAccuracy, last.validationAccuracy)
      (epoch.testAccuracy, epoch.trainRSquared, epoch.testRSquared) = (last.testAccuracy, nil, nil)
    }
    lastEpoch = epoch
    progress.clear()
    report.epoch(epoch)
  }

  private mutating func showProgress() {
    let part = Double(run.position) / Double(max(1, run.material.train.count))
    progress.show(
      done: Double(run.epoch) + part, total: run.lastEpoch ?? epochs, epoch: lastEpoch,
      samplesPerSecond: samplesPerSecond,
      seconds: seconds)
  }

  private func sentence(for reason: TrainReport.Reason) -> String {
    let figures = "\(Figures.epochs(run.epoch)), \(Figures.time(seconds)), \(Figures.speed(samplesPerSecond))"
    switch (reason, run.status) {
    case (.diverged, .diverged(let divergence)):
      let headline = divergence.headline(layers: run.network.architecture.hidden.count + 1)
      return "The run \(headline). \(divergence.symptomSentence) \(divergence.causeSentence)"
    case (.goal, .finished(.goal(let goal))): return "Goal reached: \(goal.words) after \(figures)."
    case (.patience, .finished(.patience(let epoch))):
      let loss = Figures.loss(run.validation?.loss)
      let test = run.test.map { ", their test loss is \(Figures.loss($0.loss))" } ?? ""
      return
        "Stopped after \(figures): the validation loss was lowest at epoch \(grouped(epoch)), \(loss). The weights are "
        + "those of that epoch\(test)."
    case (.interrupted, _):
      guard let signal = Interruption.signal, signal != SIGINT else { return "Interrupted after \(figures)." }
      return "Interrupted by \(Interruption.name(of: signal)) after \(figures)."
    case (.epochs, _), (.missed, _), (.goal, _), (.diverged, _), (.patience, _):
      guard let goal = run.goal else { return "Done: \(figures)." }
      return "Goal not reached: \(goal.words) after \(figures)."
    }
  }
}
