import Datasets
import NeuralEngine

extension Run {
  /// Back to where the run began, with the same first weights: to epoch 0, or to where the run of its file stood.
  public func rewind() throws {
    try renewLearner(with: plan.firstParameters)
    try begin()
  }

  /// Back to epoch 0 with new weights from a new seed of their own: data and seed stay.
  ///
  /// Weights that came from a file, or were set by hand, are left behind.
  public func newWeights() throws {
    plan.drawOtherWeights(material, from: nextSeed())
    try rewind()
  }

  /// The seed that the page would go on with: the stream's next number with five decimals.
  public func nextSeed() -> String { fiveDecimals(plan.random.uniform()) }

  /// New data from `nextSeed()`, as the page's Regenerate makes them: network, epoch and history stay, and the first
  /// weights keep the seed that they came from.
  ///
  /// Unlike the page, the losses are found out anew at once. Points placed by hand give way to the data set's own.
  ///
  /// - Throws: `ExperimentError.doesNotFit` for pictures, which are read and not made.
  public func newData() throws {
    if material.resolved.dataset.isImages {
      throw ExperimentError.doesNotFit(
        "\(material.resolved.dataset) is read, not made: there are no new data to draw, only new weights.")
    }
    var changed = experiment
    changed.seed = nextSeed()
    changed.weightsSeed = resolved.weightsSeed
    changed.points = nil
    try replaceData(with: changed)
  }

  /// Takes points in place of the data set's own: network, epoch and history stay, unless the number of classes asks
  /// for another network.
  public func replacePoints(_ points: PointSet) throws {
    var changed = experiment
    changed.points = points
    try replaceData(with: changed)
  }

  private func replaceData(with changed: Experiment) throws {
    let new = try Material(changed, reusing: material)
    guard new.architecture == material.architecture else { return try reopen(changed) }
    plan.experiment = changed
    plan.resolved = new.resolved
    plan.random = new.random
    material = new
    record.restartEpoch()
    try applySettings()
    evaluate()
    record.best = nil
    _ = watchValidation()
    if history.last?.position == Double(epoch) { note() }
  }

  /// Starts another experiment in place of this one: new data (taken over where they are the same), new weights.
  ///
  /// - Throws: as `init`; this run then goes on as it was.
  public func reopen(_ experiment: Experiment) throws {
    let new = try Run(experiment, pool: pool, reusing: material)
    new.plan.goal = plan.goal
    new.plan.evaluatesEveryEpoch = plan.evaluatesEveryEpoch
    become(new)
  }

  /// Takes up a run that was kept, where it stood.
  ///
  /// - Throws: as `init`, and `ExperimentError.doesNotFit` where its data are others than they were; this run then goes on
  ///   as it was.
  func takeUp(_ kept: Model) throws {
    let new = try Run(kept.experiment, pool: pool, reusing: material)
    try new.begin(as: kept)
    new.plan.evaluatesEveryEpoch = plan.evaluatesEveryEpoch
    become(new)
  }

  /// Takes up where a copy from before stands; the goal that was set since stays.
  func goBack(to copy: Run) {
    let (goal, evaluates) = (goal, evaluatesEveryEpoch)
    become(copy)
    evaluatesEveryEpoch = evaluates
    if plan.goal != goal { setGoal(goal) }
  }

  /// Starts an experiment with weights from the stream where it stands, as the page does on Reset and when a feature, a
  /// layer, an activation, a batch size or a penalty is changed. Unlike `reopen`, the outcome depends on what came
  /// before, so that no link leads to it; the screen uses `reopen`.
  ///
  /// - Throws: as `init`; this run then goes on as it was.
  public func redraw(_ experiment: Experiment) throws {
    let stream = plan.random
    try reopen(experiment)
    plan.random = stream
    plan.drawOtherWeights(material.architecture)
    try rewind()
  }

  /// Changes keys that may change while training runs; nothing is reset by that.
  ///
  /// - Returns: whether it could be done; false when another key differs, and then nothing has changed.
  public func adjust(_ changed: Experiment) throws -> Bool {
    let keys = changed.differences(from: experiment).map(\.key)
    guard keys.allSatisfy(\.isLive), changed.points == experiment.points else { return false }
    try changed.check()
    let new = changed.resolved(for: material.resolved.problem)
    try new.checkBatches(samples: material.train.count)
    let old = resolved
    plan.resolved = new
    do {
      try applySettings()
    } catch {
      plan.resolved = old
      throw error
    }
    for key in keys {
      let (from, to) = (old.text(of: key), new.text(of: key))
      if from != to { record.changes.append(LiveChange(epoch: epoch, key: key.name, from: from, to: to)) }
    }
    plan.experiment = changed
    // An end that was set may have moved; whether it still holds shows when training goes on.
    if case .finished = status { record.status = .open }
    return true
  }

  /// Sets the condition to be judged by, or takes it back with nil; what became of the one before is forgotten.
  public func setGoal(_ goal: Goal?) {
    plan.goal = goal
    record.verdict = nil
    switch status {
    case .finished(.goal), .finished(.missed): record.status = .open
    case .open, .finished(.epochs), .finished(.patience), .diverged: break
    }
  }

  /// Hands the settings to the learner; a new batch size waits for the next epoch if one is under way.
  func applySettings() throws(EngineError) {
    var settings = plan.settings(samples: material.train.count)
    let wanted = settings.batchSize
    if position % settings.samplesPerStep != 0 { settings.batchSize = learner.settings.batchSize }
    try learner.adjust(settings)
    record.batchSizeWaits = settings.batchSize != wanted
  }

  /// Sets one parameter by hand: at the start as a first weight, which is part of the experiment, later as a change
  /// along the run.
  ///
  /// - Throws: `ExperimentError.doesNotFit` for a place that holds no parameter, or a value that is no number.
  public func setParameter(_ index: Int, to value: Float) throws {
    guard let place = ParameterPlace(index: index, in: learner.network.layout), value.isFinite else {
      throw ExperimentError.doesNotFit(
        "Parameter \(index) cannot be \(value): it must be a place that holds one, and a finite number.")
    }
    if place.isWeightOrBias, plan.saved == nil, epoch == 0, position == 0, case .open = status {
      plan.setFirstWeight(place, at: index, to: value)
      return try rewind()
    }
    var network = learner.network
    let change = LiveChange(
      epoch: epoch, key: "\(place)", from: "\(network.parameters[index])", to: "\(value)", isParameter: true)
    network.parameters[index] = value
    learner.network = network
    record.changes.append(change)
    jump()
  }

  /// Goes to another place in parameter space: at the start what differs becomes first weights, as long as that is no
  /// more than a file would be read with; later, and otherwise, it is one change along the run.
  ///
  /// - Throws: `ExperimentError.doesNotFit` for parameters of another network, or such as are no numbers.
  public func setParameters(_ parameters: [Float]) throws {
    var network = learner.network
    guard parameters.count == network.parameters.count, parameters.allSatisfy(\.isFinite) else {
      throw ExperimentError.doesNotFit(
        "The network cannot take these \(parameters.count) parameters: it has \(network.parameters.count), all finite.")
    }
    let changed = parameters.indices.filter { parameters[$0] != network.parameters[$0] }
    let places = changed.compactMap { ParameterPlace(index: $0, in: network.layout) }
    if places.count == changed.count, changed.count <= Self.mostFirstWeights, places.allSatisfy(\.isWeightOrBias),
      plan.saved == nil, epoch == 0, position == 0, case .open = status
    {
      for (place, index) in zip(places, changed) { plan.setFirstWeight(place, at: index, to: parameters[index]) }
      return try rewind()
    }
    let change = LiveChange(
      epoch: epoch, key: "weights", from: "a place", to: "another place", isParameter: true)
    network.parameters = parameters
    learner.network = network
    record.changes.append(change)
    jump()
  }

  /// The most weights that going to a place writes into the experiment.
  private static let mostFirstWeights = 64

  /// Takes in that the parameters are others now, and not by training.
  private func jump() {
    record.path.lift()
    followPath()
    evaluate()
  }

  /// After a divergence: back to the last sane state, with the rate that was sane then (a tenth of the present one if
  /// nothing was raised). The optimiser starts afresh, for its memory may hold what broke the run; the schedule goes on
  /// where it stood.
  public func restoreSane() throws {
    guard case .diverged(let divergence) = status else { return }
    plan.experiment.learningRate = divergence.returnRate
    let from = resolved.text(of: .learningRate)
    plan.resolved.learningRate = divergence.returnRate
    try renewLearner(with: record.sane.parameters)
    var state = learner.state
    state.clock.steps = record.sane.steps
    try learner.restore(state)
    record.goBack()
    record.changes.append(
      LiveChange(epoch: epoch, key: ExperimentKey.learningRate.name, from: from, to: resolved.text(of: .learningRate)))
    evaluate()
  }

  private func renewLearner(with parameters: [Float]) throws {
    var network = Network(material.architecture)
    network.parameters = parameters
    learner = try Learner(
      network: network, settings: plan.settings(samples: material.train.count), pool: pool, seed: plan.ownSeed)
  }
}

extension ResolvedExperiment {
  /// The value of a key in words.
  fileprivate func text(of key: ExperimentKey) -> String { key.setting(in: self)?.description ?? "none" }
}
