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
  /// Whether nobody looks at the way, only at what comes of it: then neither losses nor states are kept along it.
  var isOneOfMany = false
  /// The seed's stream where the last weights left it.
  var random: SeededRandom
  /// The seed of a stream of its own for what the page does not know, so that the page's stream stays the page's.
  private(set) var ownSeed: UInt64
  /// What the network began with.
  var firstParameters: [Float] = []
  /// Where the run of the file of weights stood, if this one goes on with it.
  var saved: TrainingState?
  /// How the run took up its file of weights; nil for drawn ones.
  var continuation: Continuation?

  /// The plan of an experiment on its data, before weights are drawn.
  init(_ experiment: Experiment, _ material: Material) {
    self.experiment = experiment
    resolved = material.resolved
    random = resolved.weightsSeed == resolved.seed ? material.random : material.stream(of: resolved.weightsSeed)
    ownSeed = Self.ownSeed(resolved.weightsSeed)
  }

  private static func ownSeed(_ text: String) -> UInt64 {
    var own = SeededRandom(seed: text)
    return own.nextUInt64()
  }

  /// Epochs that were done when the run began.
  var firstEpoch: Int { saved?.epoch ?? 0 }

  /// After how many epochs to stop; nil for when told to.
  var lastEpoch: Int? { resolved.epochs.map { firstEpoch + $0 } }

  /// The orders of the epochs.
  var orders: EpochOrder { EpochOrder(seed: ownSeed) }

  /// How `samples` samples are to be trained on.
  func settings(samples: Int) -> TrainingSettings { resolved.trainingSettings(samples: samples, after: firstEpoch) }

  /// Draws the first weights, or takes them from the experiment's file; what was set by hand goes over them.
  ///
  /// - Throws: `ModelError` for a file that holds no weights for this network, `ExperimentError.doesNotFit` for a weight
  ///   set by hand that it has not.
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
    for weight in resolved.firstWeights ?? [] {
      guard let index = weight.place.index(in: network.layout) else {
        throw ExperimentError.doesNotFit(
          "firstWeights sets \(weight), and the network \(architecture) has no such place: LAYER.UNIT.SOURCE count from 1."
        )
      }
      network.parameters[index] = weight.value
    }
    firstParameters = network.parameters
    return network
  }

  /// Draws other first weights, from another seed; those of a file and those set by hand are left behind.
  mutating func drawOtherWeights(_ material: Material, from seed: String) {
    (experiment.weightsSeed, resolved.weightsSeed) = (seed, seed)
    random = material.stream(of: seed)
    ownSeed = Self.ownSeed(seed)
    drawOtherWeights(material.architecture)
  }

  /// Draws other first weights from the stream where it stands.
  mutating func drawOtherWeights(_ architecture: Architecture) {
    var network = Network(architecture)
    network.initialize(resolved.initializer, using: &random)
    (experiment.weights, resolved.weights) = (nil, nil)
    (experiment.firstWeights, resolved.firstWeights) = (nil, nil)
    firstParameters = network.parameters
    (saved, continuation) = (nil, nil)
  }

  /// Lets the run begin with another value in one place.
  mutating func setFirstWeight(_ place: ParameterPlace, at index: Int, to value: Float) {
    experiment.firstWeights = experiment.firstWeights ?? []
    experiment.firstWeights?.set(place, to: value)
    resolved.firstWeights = experiment.firstWeights
    firstParameters[index] = value
  }
}
