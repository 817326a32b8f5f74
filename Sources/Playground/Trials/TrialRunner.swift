import NeuralEngine

/// Trains many experiments at once, each on one thread of a pool.
///
/// What comes of an experiment depends on it alone: not on the number of threads, nor on what else is trained.
public final class TrialRunner {
  private let pool: ThreadPool
  /// Data that trials may share, so that pictures are read once.
  private var material: Material?

  /// A runner with threads of its own, the caller's counted in.
  public init(threads: Int) { pool = ThreadPool(threads: threads) }

  /// Trains all of these, begun in their order, and returns when they are done.
  ///
  /// - Parameters:
  ///   - goal: the condition whose first epoch is wanted of each.
  ///   - isCancelled: asked often, on any thread; trials under way then end without a report.
  ///   - report: told of each trial when it is over, and how many seconds it took, on any thread.
  public func run(
    _ trials: [Trial], goal: Goal? = nil, isCancelled: @Sendable () -> Bool = { false },
    report: @Sendable (Trial, Trial.End, _ seconds: Double) -> Void
  ) {
    run(trials.count, goal: goal, trial: { trials[$0] }, isCancelled: isCancelled, report: report)
  }

  /// Trains so many, each made when its turn comes, on any thread, from its number.
  public func run(
    _ count: Int, goal: Goal? = nil, trial: @Sendable (Int) -> Trial, isCancelled: @Sendable () -> Bool = { false },
    report: @Sendable (Trial, Trial.End, _ seconds: Double) -> Void
  ) {
    guard count > 0 else { return }
    let shared = share(of: trial(0).experiment)
    pool.share(count) { number in
      guard !isCancelled() else { return }
      let trial = trial(number)
      let start = secondsNow()
      do {
        let run = try Run.trial(
          trial.experiment, goal: goal, epochs: trial.epochs, reusing: shared, isCancelled: isCancelled)
        if let run { report(trial, .trained(Outcome(of: run)), secondsNow() - start) }
      } catch {
        report(trial, .refused("\(error)"), secondsNow() - start)
      }
    }
  }

  /// The data of pictures and files, read before threads part; points are drawn faster than they are shared.
  private func share(of experiment: Experiment) -> Material? {
    if case .points = experiment.resolved().dataset { return nil }
    material = (try? Material(experiment, reusing: material)) ?? material
    return material
  }
}
