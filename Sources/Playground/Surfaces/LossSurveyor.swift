import Glibc
import Synchronization

/// Measures the loss beside the training, on a thread of its own that gives way to the others: one survey at a time.
final class LossSurveyor: Sendable {
  private let desk: Desk
  private let worker: Mutex<WorkerThread?>

  /// Starts the thread, which waits for work.
  ///
  /// - Parameter toTrainer: signalled whenever something was measured.
  /// - Throws: `TrainerError` when the system gives no thread or no descriptor.
  init(signalling toTrainer: WakeSignal) throws(TrainerError) {
    let desk = try Desk(toTrainer)
    self.desk = desk
    worker = Mutex(try WorkerThread { desk.work() })
  }

  deinit { stop() }

  /// Whether a survey is under way or waits.
  var isBusy: Bool { desk.state.withLock { $0.isBusy } }

  /// Begins a survey of a run, in place of the one under way.
  func begin(_ survey: LossSurvey, of run: RunID) {
    desk.state.withLock { state in
      state.number += 1
      state.isBusy = true
      state.job = Job(run: run, survey: survey, number: state.number)
    }
    desk.toWorker.signal()
  }

  /// What was measured since the last call.
  func take() -> (run: RunID, surface: LossSurface)? {
    desk.state.withLock { state in
      defer { state.measured = nil }
      return state.measured
    }
  }

  /// Ends the thread and waits for it.
  func stop() {
    desk.state.withLock { $0.isStopped = true }
    desk.toWorker.signal()
    let ending = worker.withLock { $0.take() }
    ending?.join()
  }
}

/// What is to be measured, and for which run.
private struct Job {
  let run: RunID
  let survey: LossSurvey
  let number: Int
}

/// What the trainer's thread and the surveyor's share.
private final class Desk: Sendable {
  struct State {
    /// What waits to be begun.
    var job: Job?
    /// The number of the newest job; older ones are given up.
    var number = 0
    var isBusy = false
    var measured: (run: RunID, surface: LossSurface)?
    var isStopped = false
  }

  let state = Mutex(State())
  /// Signalled when there is a job, or an end.
  let toWorker: WakeSignal
  private let toTrainer: WakeSignal

  /// Between two pictures of a surface that is being measured, in seconds.
  private static let interval = 0.1
  /// Steps below the program's usual threads.
  private static let politeness: Int32 = 10

  init(_ toTrainer: WakeSignal) throws(TrainerError) {
    self.toTrainer = toTrainer
    toWorker = try WakeSignal()
  }

  func work() {
    // If it fails, nothing is lost but a little of the training's speed.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.politeness)
    while let job = nextJob() {
      var last = secondsNow()
      let surface = job.survey.measure { surface in
        let now = secondsNow()
        if now - last >= Self.interval {
          last = now
          put(surface, of: job, isDone: false)
        }
        return isWanted(job)
      }
      put(surface, of: job, isDone: true)
    }
  }

  /// Sleeps until there is a job; nil when it is time to end.
  private func nextJob() -> Job? {
    while true {
      toWorker.drain()
      let (job, isStopped) = state.withLock { state in
        defer { state.job = nil }
        return (state.job, state.isStopped)
      }
      if isStopped { return nil }
      if let job { return job }
      toWorker.wait(milliseconds: nil)
    }
  }

  private func isWanted(_ job: Job) -> Bool { state.withLock { !$0.isStopped && $0.number == job.number } }

  private func put(_ surface: LossSurface, of job: Job, isDone: Bool) {
    state.withLock { state in
      guard state.number == job.number else { return }
      state.measured = (job.run, surface)
      if isDone { state.isBusy = false }
    }
    toTrainer.signal()
  }
}
