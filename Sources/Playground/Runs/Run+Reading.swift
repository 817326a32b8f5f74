import NeuralEngine

/// What can be seen of a run.
extension Run {
  // MARK: What it is to do

  /// The experiment, with the changes made along the run.
  public var experiment: Experiment { plan.experiment }
  /// The same with every default filled in.
  public var resolved: ResolvedExperiment { plan.resolved }
  /// How the run took up its file of weights; nil for drawn ones.
  public var continuation: Continuation? { plan.continuation }
  /// The condition on which to stop.
  public var goal: Goal? { plan.goal }
  /// After how many epochs to stop; nil for when told to.
  public var lastEpoch: Int? { plan.lastEpoch }
  /// Whether losses are found out after every epoch, not only after those that the history keeps.
  public var evaluatesEveryEpoch: Bool {
    get { plan.evaluatesEveryEpoch }
    set { plan.evaluatesEveryEpoch = newValue }
  }

  // MARK: What has come of it

  /// Epochs done, those of the run that its weights come from counted in where it goes on with that one.
  public var epoch: Int { record.epoch }
  /// Training samples of the current epoch that are done.
  public var position: Int { record.position }
  /// What the run is up to.
  public var status: Status { record.status }
  /// What became of the goal; nil while that is open. It is judged once, until the run goes back before that.
  public var verdict: Verdict? { record.verdict }
  /// How the network did on the training samples when last evaluated.
  public var train: Evaluation? { record.train }
  /// How it did on the samples held back for validation; nil when none are.
  public var validation: Evaluation? { record.validation }
  /// The network with the lowest validation loss; nil where nothing waits for that.
  public var best: Best? { record.best }
  /// How it did on the test samples; nil when none are kept.
  public var test: Evaluation? { record.test }
  /// The epoch of `train` and `test`.
  public var evaluatedEpoch: Int { record.evaluatedEpoch }
  /// The losses along the run.
  public var history: [LossPoint] { record.history }
  /// Changes made along the run that reset nothing.
  public var changes: [LiveChange] { record.changes }
  /// Training samples the network has learnt from, all epochs together.
  public var samplesTrained: Int { record.samplesTrained }
  /// Seconds spent on training alone.
  public var secondsTrained: Double { record.secondsTrained }

  // MARK: The network

  /// The network as it is now.
  public var network: Network { learner.network }
  /// The samples of the next mini-batch, by their places among those for training, in the order in which it has them.
  public var nextBatch: [Int] {
    let order = position > 0 ? record.order : epochOrder
    let places = position..<min(position + learner.settings.samplesPerStep, material.train.count)
    return places.map { place in order.map { Int($0[place]) } ?? place }
  }
  /// The learning rate of the next update: what was set, times the schedule's factor.
  public var learningRate: Double { learner.currentLearningRate }
  /// The indices in `network.parameters` of links that l1 has put to death.
  public var deadLinks: [Int] { learner.deadLinks }
  /// Where the run stands, for another one to go on from; nil for one that broke down, whose optimiser's memory may hold
  /// what broke it.
  public var training: TrainingState? {
    if case .diverged = status { return nil }
    return TrainingState(
      architecture: material.architecture, optimizer: resolved.optimizer, epoch: epoch, position: position,
      sums: record.sums, markSums: record.markSums, best: record.best, learner: learner.state)
  }
}
