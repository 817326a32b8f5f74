import Synchronization

/// Trains maps of trainings on threads of its own, beside the trainer: what is in play goes on.
///
/// A survey takes the place of the one before. The screen never waits for it: it is woken as by the trainer.
public final class AtlasSurveyor: Sendable {
  private let desk: AtlasDesk
  private let worker: Mutex<WorkerThread?>

  /// Starts the thread, which waits for a survey.
  ///
  /// - Parameters:
  ///   - threads: how many trainings go on at once.
  ///   - waking: called when there is something to take, on the surveyor's threads.
  ///   - threadSetup: run first on the new thread.
  /// - Throws: `TrainerError` when the system gives no thread or no descriptor.
  public init(
    threads: Int, waking: @escaping @Sendable () -> Void, threadSetup: @escaping @Sendable () -> Void = {}
  ) throws(TrainerError) {
    let desk = try AtlasDesk()
    self.desk = desk
    let worker = try WorkerThread {
      threadSetup()
      let runner = TrialRunner(threads: threads)
      while let survey = desk.nextSurvey() { desk.carryOut(survey, with: runner, waking) }
    }
    self.worker = Mutex(worker)
  }

  deinit { stop() }

  /// Asks for a survey in place of the one under way, or with nil for none.
  public func survey(_ survey: AtlasSurvey?) { desk.order(survey) }

  /// What was found out since the last call; nil for nothing.
  public func takeFindings() -> Findings? { desk.takeFindings() }

  /// Ends the thread and waits for it; must have returned before the program exits. Further calls do nothing.
  public func stop() {
    desk.stop()
    let ending = worker.withLock { $0.take() }
    ending?.join()
  }
}

/// What the screen's thread and the surveyor's share: the survey that is wanted, and what was found out of it.
private final class AtlasDesk: Sendable {
  private struct Work {
    var survey: AtlasSurvey?
    var findings: Findings?
    var isStopped = false
  }

  private let work = Mutex(Work())
  private let toSurveyor: WakeSignal

  init() throws(TrainerError) { toSurveyor = try WakeSignal() }

  // MARK: - On the screen's thread

  func order(_ survey: AtlasSurvey?) {
    work.withLock { ($0.survey, $0.findings) = (survey, nil) }
    toSurveyor.signal()
  }

  func takeFindings() -> Findings? {
    work.withLock { work in
      defer { work.findings = nil }
      return work.findings
    }
  }

  func stop() {
    work.withLock { $0.isStopped = true }
    toSurveyor.signal()
  }

  // MARK: - On its threads

  /// Waits for a survey; nil when it is time to end.
  func nextSurvey() -> AtlasSurvey? {
    while true {
      toSurveyor.drain()
      let (survey, isStopped) = work.withLock { ($0.survey, $0.isStopped) }
      if isStopped { return nil }
      if let survey { return survey }
      toSurveyor.wait(milliseconds: nil)
    }
  }

  func carryOut(_ survey: AtlasSurvey, with runner: TrialRunner, _ wake: @Sendable () -> Void) {
    let places = survey.places
    runner.run(
      places.count, goal: survey.atlas.goal,
      trial: { Trial(number: $0, survey.atlas.experiment(at: places[$0].cell, start: places[$0].start)) },
      isCancelled: { self.work.withLock { $0.isStopped || $0.survey?.number != survey.number } },
      report: { trial, end, _ in
        let (cell, start) = places[trial.number]
        let isFirst = self.add(Findings.Finding(cell: cell, start: start, end: end), to: survey)
        if isFirst { wake() }
      })
    work.withLock { if $0.survey?.number == survey.number { $0.survey = nil } }
  }

  /// Keeps a finding to be taken; returns whether it is the first since the last were.
  private func add(_ finding: Findings.Finding, to survey: AtlasSurvey) -> Bool {
    work.withLock { work in
      guard work.survey?.number == survey.number else { return false }
      if work.findings == nil {
        work.findings = Findings(survey: survey.number, findings: [finding])
        return true
      }
      work.findings?.findings.append(finding)
      return false
    }
  }
}
