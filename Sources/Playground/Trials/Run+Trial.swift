extension Run {
  /// Trains an experiment to its end without keeping anything of the way: the weights are, bit for bit, those of the same
  /// experiment opened and trained, and a goal does not end it.
  ///
  /// - Parameters:
  ///   - goal: the condition whose first epoch is wanted.
  ///   - epochs: where to stop short of the experiment's end, which schedules still aim at.
  ///   - former: data to take over where the experiment asks for the same.
  /// - Returns: the run at its end, or nil where it was cancelled.
  /// - Throws: as `init`.
  package static func trial(
    _ experiment: Experiment, goal: Goal? = nil, epochs: Int? = nil, reusing former: Material? = nil,
    isCancelled: () -> Bool = { false }
  ) throws -> Run? {
    var experiment = experiment
    experiment.epochs = experiment.epochs ?? defaultEpochs
    let run = try Run(experiment, reusing: former)
    try goal?.check(for: run.resolved)
    var goal = goal
    goal?.endsRun = false
    run.setGoal(goal)
    run.plan.isOneOfMany = true
    let last = run.lastEpoch ?? 0
    let end = epochs.map { min(last, run.epoch + $0) } ?? last
    while run.epoch < end, run.status == .open {
      run.trainStretch()
      if isCancelled() { return nil }
    }
    // It stopped short.
    if run.status == .open { run.evaluate() }
    return run
  }
}
