import NeuralEngine

/// A run: an experiment's network being trained on its data, one deterministic stretch at a time.
///
/// Owned by one thread. What it computes depends on the experiment and on what it is told, never on the clock, on the
/// number of threads or on who looks: the run behind the screen is the run of `nnplay train`, bit for bit.
///
/// It is three values and a learner: the data, which runs may share, what is to be done, what has come of it, and the
/// network in training. Whoever copies these four copies the run.
public final class Run {
  /// What the run is up to.
  public enum Status: Equatable, Sendable {
    /// It can be trained further.
    case open
    /// It reached an end that was set; training it further opens it again.
    case finished(FinishReason)
    /// It broke down; the network is the last sane one, and only going back helps.
    case diverged(Divergence)
  }

  /// The data.
  public internal(set) var material: Material
  var plan: Plan
  var record: Record
  var learner: Learner
  let pool: ThreadPool
  /// The grid of the last maps.
  var keptGrid: KeptGrid?
  /// The order of the samples in the last pictures of a table's units.
  var sampleOrder: SampleOrder?

  /// Opens an experiment: reads or makes its data, draws its weights, evaluates the fresh network.
  ///
  /// - Parameters:
  ///   - pool: the threads that large networks are trained on; the numbers do not depend on how many they are. Other
  ///     runs may share it, one after the other on one thread.
  ///   - former: material to take over where the experiment asks for the same data.
  ///   - fold: the part of the training samples to be held back for validation.
  /// - Throws: `ExperimentError`, `DatasetError`, `EngineError` or `ModelError`, each a sentence with the remedy.
  public init(_ experiment: Experiment, pool: ThreadPool, reusing former: Material? = nil, fold: Fold? = nil) throws {
    self.pool = pool
    material = try Material(experiment, reusing: former, fold: fold)
    plan = Plan(experiment, material)
    let network = try plan.drawWeights(material.architecture)
    learner = try Learner(
      network: network, settings: plan.settings(samples: material.train.count), pool: pool, seed: plan.ownSeed)
    record = Record(
      Checkpoint(
        epoch: plan.firstEpoch, parameters: plan.firstParameters, learningRate: plan.resolved.learningRate))
    try begin()
  }

  /// Opens an experiment with threads of its own.
  public convenience init(_ experiment: Experiment, threads: Int = 1, reusing former: Material? = nil) throws {
    try self.init(experiment, pool: ThreadPool(threads: threads), reusing: former)
  }

  /// A run that stands where another does, and goes its own way from there.
  private init(copying run: Run) throws(EngineError) {
    pool = run.pool
    (material, plan, record) = (run.material, run.plan, run.record)
    learner = try Learner(
      network: run.network, settings: run.learner.settings, pool: run.pool, seed: run.plan.ownSeed)
    try learner.restore(run.learner.state)
  }

  /// A branch: a run that stands where this one does, on the same data, and goes its own way from there.
  ///
  /// - Throws: `EngineError` for a run that broke down, whose optimiser's memory may hold what broke it.
  public func copy() throws(EngineError) -> Run { try Run(copying: self) }

  /// Takes the place of another run.
  func become(_ other: Run) {
    (material, plan, record, learner) = (other.material, other.plan, other.record, other.learner)
  }

  /// Takes up the run where it begins, with the learner's network: at epoch 0, or where the saved run stood.
  func begin() throws { try begin(at: plan.firstEpoch, from: plan.saved) }

  private func begin(at epoch: Int, from saved: TrainingState?) throws {
    record = Record(
      Checkpoint(epoch: epoch, parameters: learner.network.parameters, learningRate: resolved.learningRate))
    evaluate()
    record.firstLoss = train?.loss ?? 0
    note()
    if let saved { try goOn(from: saved) }
    if record.best == nil { _ = watchValidation() }
  }

  /// Begins where a run of the same experiment stood when it was kept; going back leads to where that one began.
  func begin(as kept: Model) throws {
    guard let saved = kept.training, saved.architecture == material.architecture else {
      throw ExperimentError.doesNotFit(
        "The run was kept of a network \(kept.network.architecture), and its data make one \(material.architecture) now: it "
          + "cannot go on.")
    }
    learner.network = kept.network
    try begin(at: saved.epoch, from: saved)
  }

  /// Takes up what the saved run had beside its weights.
  private func goOn(from saved: TrainingState) throws(ModelError) {
    do throws(EngineError) {
      try learner.restore(saved.learner)
    } catch {
      throw ModelError(
        resolved.weights ?? "", .badMetadata(key: TrainingState.metadataKey, reason: "\(error)."))
    }
    record.sane.steps = learner.steps
    if resolved.patience != nil { record.best = saved.best }
    // An epoch cut short is finished if its mini-batches are still the same.
    guard saved.position < material.train.count, saved.position % learner.settings.samplesPerStep == 0 else { return }
    record.position = saved.position
    record.sums = saved.sums
    record.markSums = saved.markSums
    if position > 0 { record.order = epochOrder }
  }

  /// The order of the epoch under way; nil for the order of the data.
  var epochOrder: [UInt32]? {
    resolved.shuffle ? plan.orders.indices(count: material.train.count, epoch: epoch) : nil
  }
}
