import NeuralEngine

extension Snapshot {
  /// Takes down what a run has come to, with the pictures asked for.
  public init(
    of run: Run, named name: RunID = .main, isRunning: Bool, generation: Int, speed: Double, request: SnapshotRequest
  ) {
    self.run = name
    self.generation = generation
    material = run.material
    experiment = run.experiment
    resolved = run.resolved
    state =
      switch run.status {
      case .open: isRunning ? .running : .paused
      case .finished(let reason): .finished(reason)
      case .diverged(let divergence): .diverged(divergence)
      }
    epoch = run.epoch
    samplesInEpoch = run.position
    network = run.network
    training = request.training ? run.training : nil
    continuation = run.continuation
    deadLinks = run.deadLinks
    train = run.train
    validation = run.validation
    best = run.best
    test = run.test
    evaluatedEpoch = run.evaluatedEpoch
    history = run.history
    changes = run.changes
    learningRate = run.learningRate
    goal = run.goal
    verdict = run.verdict
    samplesPerSecond = speed
    maps = run.maps(request)
    report = run.report(request)
    batch = request.batch ? run.nextBatch : []
  }
}
