import NeuralEngine

/// What a run is to do: its experiment, what was asked of it along the way, and where its chance comes from.
struct Plan {
  /// The experiment, with the changes made along the run.
  var experiment: Experiment
  /// The same with every default filled in.
  var resolved: ResolvedExperiment
  /// The condition on which to stop.
  var goal: Goal?
  /// Whether losses are found out after every epoch, not only after those that the history keeps.
  var evaluatesEveryEpoch = false
  /// The seed's stream where the last weights left it.
  var random: SeededRandom
  /// The seed of a stream of its own for what the page does not know, so that the page's stream stays the page's.
  let ownSeed: UInt64
  /// What the network began with.
  var firstParameters: [Float] = []
  /// Whether the experiment, opened anew, begins with these first weights: they were drawn from its own seed.
  var beginsAsOpened = true
  /// Where the run of the file of weights stood, if this one goes on with it.
  var saved: TrainingState?
  /// How the run took up its file of weights; nil for drawn ones.
  var continuation: Continuation?

  /// The plan of an experiment on its data, before weights are drawn.
  init(_ experiment: Experiment, _ material: Material) {
    self.experiment = experiment
    resolved = material.resolved
    random = material.random
    var own = SeededRandom(seed: resolved.seed)
    ownSeed = own.nextUInt64()
  }

  /// Epochs that were done when the run began.
  var firstEpoch: Int { saved?.epoch ?? 0 }

  /// After how many epochs to stop; nil for when told to.
  var lastEpoch: Int? { resolved.epochs.map { firstEpoch + $0 } }

  /// The orders of the epochs.
  var orders: EpochOrder { EpochOrder(seed: ownSeed) }

  /// How `samples` samples are to be trained on.
  func settings(samples: Int) -> TrainingSettings { resolved.trainingSettings(samples: samples, after: firstEpoch) }

  /// Draws the first weights, or takes them from the experiment's file.
  ///
  /// - Throws: `ModelError` for a file that holds no weights for this network.
  mutating func drawWeights(_ architecture: Architecture) throws -> Network {
    var network = Network(architecture)
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
    return network
  }

  /// Draws other first weights, from the seed's stream where it stands; those of a file are left behind.
  mutating func drawOtherWeights(_ architecture: Architecture) {
    var network = Network(architecture)
    network.initialize(resolved.initializer, using: &random)
    experiment.weights = nil
    resolved.weights = nil
    firstParameters = network.parameters
    beginsAsOpened = false
    (saved, continuation) = (nil, nil)
  }
}
