import Playground
import Synchronization
import Words

/// A search under way: its trials are trained, kept, and told of as they end.
final class SearchSession: Sendable {
  private struct Progress {
    var store: SearchStore
    var line = ProgressLine(isShown: Output.showsProgress)
    /// Trials that are to be trained now.
    var total = 0
    /// Those of them that are over.
    var done = 0
    /// The least cost so far.
    var least = Double.infinity
    /// What became of the file, if it takes no more.
    var failure: (any Error)?
  }

  private let progress: Mutex<Progress>
  private let json: Bool
  private let clock = ContinuousClock()

  init(_ store: SearchStore, json: Bool) {
    progress = Mutex(Progress(store: store))
    self.json = json
  }

  /// Trains what is not trained yet, until all is or a signal asks to stop; returns all that is known then.
  ///
  /// - Throws: `BadInput` when the file takes no more.
  func run(threads: Int) throws -> SearchJournal {
    let runner = TrialRunner(threads: threads)
    let journal = progress.withLock { $0.store.journal }
    if json { Output.line(journal.head) }
    for index in 0... {
      let known = progress.withLock { $0.store.journal }
      let batch = known.search.batch(index, after: known.finished)
      let missing = batch.filter { known.shard?.holds($0.number) ?? true && known.ends[$0.id] == nil }
      progress.withLock { ($0.done, $0.total) = (0, missing.count) }
      train(missing, with: runner, goal: known.search.goal)
      if batch.isEmpty || isOver { break }
    }
    return try progress.withLock { progress in
      progress.line.clear()
      if let failure = progress.failure { throw failure }
      return progress.store.journal
    }
  }

  private var isOver: Bool { Interruption.signal != nil || progress.withLock { $0.failure != nil } }

  private func train(_ trials: [Trial], with runner: TrialRunner, goal: Goal?) {
    let began = clock.now
    runner.run(trials, goal: goal, isCancelled: { self.isOver }) { trial, end, seconds in
      self.progress.withLock { self.tell(trial, end, seconds, since: began, &$0) }
    }
  }

  private func tell(
    _ trial: Trial, _ end: Trial.End, _ seconds: Double, since began: ContinuousClock.Instant,
    _ progress: inout Progress
  ) {
    do {
      let line = try progress.store.keep(trial, end, seconds: seconds)
      progress.line.clear()
      if json { Output.line(line) }
    } catch {
      progress.failure = error
    }
    progress.done += 1
    let objective = progress.store.journal.search.objective
    progress.least = min(progress.least, objective.cost(of: end))
    let (done, total, least) = (progress.done, progress.total, progress.least)
    progress.line.show {
      let left = (clock.now - began) / .seconds(1) / Double(done) * Double(total - done)
      let best = least.isFinite ? ["best \(objective.words) \(SearchReport.figure(objective, cost: least))"] : []
      return ["\(grouped(done)) of \(grouped(total)) trials"] + best + ["\(Figures.time(left)) left"]
    }
  }
}
