import NeuralEngine
import Playground
import Words

/// Several runs of one experiment: how far do they lie apart?
struct TrainSeries {
  /// What is different from run to run.
  enum Variation {
    /// The seed, and with it all chance.
    case seeds(Int)
    /// The part of the training samples that is held back, each of so many once.
    case folds(Int)

    var count: Int {
      switch self {
      case .seeds(let count), .folds(let count): count
      }
    }

    var word: String {
      switch self {
      case .seeds: "seed"
      case .folds: "fold"
      }
    }
  }

  /// The most runs in one go.
  static let most = 1000

  private let experiment: Experiment
  private let variation: Variation
  private let goal: Goal?
  private let pool: ThreadPool
  private var report: SeriesReport
  private var progress = ProgressLine(isShown: Output.showsProgress)
  private let clock = ContinuousClock()

  init(experiment: Experiment, variation: Variation, goal: Goal?, threads: Int, json: Bool) {
    self.experiment = experiment
    self.variation = variation
    self.goal = goal
    pool = ThreadPool(threads: threads)
    report = SeriesReport(variation: variation, json: json)
  }

  /// Trains all runs, one after the other, unless the user stops them, and says why each ended.
  mutating func train() throws -> [TrainReport.Reason] {
    var reasons: [TrainReport.Reason] = []
    var former: Material?
    for index in 0..<variation.count {
      let began = clock.now
      let run = try run(index, reusing: former)
      former = run.material
      if index == 0 {
        try goal?.check(for: run.resolved)
        report.start(run)
      }
      run.setGoal(goal)
      let reason = train(run, index, since: began)
      progress.clear()
      reasons.append(reason)
      if reason == .interrupted { break }
      report.add(name(index), run, reason, seconds: (clock.now - began) / .seconds(1))
    }
    report.end()
    return reasons
  }

  private func name(_ index: Int) -> String {
    switch variation {
    case .seeds: index == 0 ? experiment.resolved().seed : "\(experiment.resolved().seed)-\(index + 1)"
    case .folds: "\(index + 1)"
    }
  }

  private func run(_ index: Int, reusing former: Material?) throws -> Run {
    switch variation {
    case .seeds:
      var changed = experiment
      changed.seed = name(index)
      return try Run(changed, pool: pool, reusing: former)
    case .folds(let count):
      return try Run(experiment, pool: pool, reusing: former, fold: Fold(index, of: count))
    }
  }

  private mutating func train(_ run: Run, _ index: Int, since began: ContinuousClock.Instant) -> TrainReport.Reason {
    while true {
      run.trainStretch()
      if Interruption.signal != nil { return .interrupted }
      if let reason = TrainReport.Reason(run.status) { return reason }
      let part = Double(run.position) / Double(max(1, run.material.train.count))
      progress.show(
        run: "run \(index + 1) of \(variation.count)", done: Double(run.epoch) + part,
        total: run.lastEpoch ?? defaultEpochs,
        epoch: nil, samplesPerSecond: run.secondsTrained > 0 ? Double(run.samplesTrained) / run.secondsTrained : 0,
        seconds: (clock.now - began) / .seconds(1))
    }
  }
}
