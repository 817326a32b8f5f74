import Datasets
import NeuralEngine

/// A run: an experiment's network being trained on its data, one deterministic stretch at a time.
///
/// Owned by one thread. What it computes depends on the experiment and on what it is told, never on the clock, on the
/// number of threads or on who looks: the run behind the screen is the run of `nnplay train`, bit for bit.
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

  /// The experiment, with the changes made along the run.
  public internal(set) var experiment: Experiment
  /// The same with every default filled in.
  public internal(set) var resolved: ResolvedExperiment
  /// The data.
  public internal(set) var material: Material
  /// Epochs done, those of the run that its weights come from counted in where it goes on with that one.
  public internal(set) var epoch = 0
  /// How the run took up its file of weights; nil for drawn ones.
  public internal(set) var continuation: Continuation?
  /// Training samples of the current epoch that are done.
  public internal(set) var position = 0
  /// What the run is up to.
  public internal(set) var status = Status.open
  /// How the network did on the training samples when last evaluated.
  public internal(set) var train: Evaluation?
  /// How it did on the test samples; nil when none are kept.
  public internal(set) var test: Evaluation?
  /// The epoch of `train` and `test`.
  public internal(set) var evaluatedEpoch = 0
  /// The losses along the run.
  public internal(set) var history: [LossPoint] = []
  /// Changes made along the run that reset nothing.
  public internal(set) var changes: [LiveChange] = []
  /// The condition on which to stop.
  public internal(set) var goal: Goal?
  /// What became of the goal; nil while that is open. It is judged once, until the run goes back before that.
  public internal(set) var verdict: Verdict?
  /// Whether losses are found out after every epoch, not only after those that the history keeps.
  public var evaluatesEveryEpoch = false
  /// Training samples the network has learnt from, all epochs together.
  public internal(set) var samplesTrained = 0
  /// Seconds spent on training alone.
  public internal(set) var secondsTrained = 0.0

  let threads: Int
  var learner: Learner
  /// The seed's stream where the last weights left it.
  var random: SeededRandom
  /// What the network began with.
  var firstParameters: [Float]
  /// Where the run of the file of weights stood, if this one goes on with it.
  var saved: TrainingState?
  /// The last state known to be sane.
  var sane: Checkpoint
  /// The fresh network's training loss.
  var firstLoss = 0.0
  /// Sums over the current epoch, and over its stretch since the last mark of the history.
  var sums = Progress()
  var markSums = Progress()
  /// The current epoch's order; nil for the order of the data.
  var order: [UInt32]?
  var orders: EpochOrder
  /// The grid of the last maps.
  var keptGrid: KeptGrid?
  /// Whether a batch size waits for the next epoch, where batches begin anew.
  var settingsWait = false

  /// Opens an experiment: reads or makes its data, draws its weights, evaluates the fresh network.
  ///
  /// - Parameters:
  ///   - threads: how many threads large networks are trained on; the numbers do not depend on it.
  ///   - former: material to take over where the experiment asks for the same data.
  /// - Throws: `ExperimentError`, `DatasetError`, `EngineError` or `ModelError`, each a sentence with the remedy.
  public init(_ experiment: Experiment, threads: Int = 1, reusing former: Material? = nil) throws {
    self.experiment = experiment
    self.threads = threads
    material = try Material(experiment, reusing: former)
    resolved = material.resolved
    random = material.random
    var network = Network(material.architecture)
    network.initialize(resolved.initializer, using: &random)
    if let file = resolved.weights {
      switch try network.takeWeights(from: file, optimizer: resolved.optimizer) {
      case .whole(let state):
        saved = state
        continuation = .goesOn(epoch: state.epoch)
      case .weightsAlone(let reason): continuation = .startsAfresh(reason)
      }
    }
    firstParameters = network.parameters
    sane = Checkpoint(epoch: 0, parameters: network.parameters, learningRate: resolved.learningRate)
    // A stream of its own for what the page does not know, so that the page's stream stays the page's.
    var own = SeededRandom(seed: resolved.seed)
    let ownSeed = own.nextUInt64()
    orders = EpochOrder(seed: ownSeed)
    learner = try Learner(
      network: network,
      settings: resolved.trainingSettings(samples: material.train.count, after: saved?.epoch ?? 0), threads: threads,
      seed: ownSeed)
    try begin()
  }

  /// The network as it is now.
  public var network: Network { learner.network }

  /// The learning rate of the next update: what was set, times the schedule's factor.
  public var learningRate: Double { learner.currentLearningRate }

  /// The indices in `network.parameters` of links that l1 has put to death.
  public var deadLinks: [Int] { learner.deadLinks }

  /// Epochs that were done when the run began.
  var firstEpoch: Int { saved?.epoch ?? 0 }

  /// After how many epochs to stop; nil for when told to.
  public var lastEpoch: Int? { resolved.epochs.map { firstEpoch + $0 } }

  /// Takes up the run where it begins, with the learner's network: at epoch 0, or where the saved run stood.
  func begin() throws {
    epoch = firstEpoch
    position = 0
    status = .open
    verdict = nil
    history = []
    changes = []
    sums = Progress()
    markSums = Progress()
    samplesTrained = 0
    secondsTrained = 0
    evaluate()
    firstLoss = train?.loss ?? 0
    sane = Checkpoint(epoch: epoch, parameters: learner.network.parameters, learningRate: resolved.learningRate)
    note()
    if let saved { try goOn(from: saved) }
  }

  /// Where the run stands, for another one to go on from; nil for one that broke down, whose optimiser's memory may hold
  /// what broke it.
  public var training: TrainingState? {
    if case .diverged = status { return nil }
    return TrainingState(
      architecture: material.architecture, optimizer: resolved.optimizer, epoch: epoch, position: position, sums: sums,
      markSums: markSums, learner: learner.state)
  }

  /// Takes up what the saved run had beside its weights.
  private func goOn(from saved: TrainingState) throws(ModelError) {
    do throws(EngineError) {
      try learner.restore(saved.learner)
    } catch {
      throw ModelError(
        resolved.weights ?? "", .badMetadata(key: TrainingState.metadataKey, reason: "\(error)."))
    }
    // An epoch cut short is finished if its mini-batches are still the same.
    guard saved.position < material.train.count, saved.position % learner.settings.samplesPerStep == 0 else { return }
    position = saved.position
    sums = saved.sums
    markSums = saved.markSums
    if position > 0, resolved.shuffle { order = orders.indices(count: material.train.count, epoch: epoch) }
  }
}

/// A state of the network to come back to.
struct Checkpoint {
  var epoch: Int
  var parameters: [Float]
  /// The learning rate in force when it was reached.
  var learningRate: Double
}
