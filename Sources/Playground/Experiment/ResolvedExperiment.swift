import Datasets
import NeuralEngine
import Words

/// An experiment with nothing left open: what was said, and the default for what was not.
///
/// The rows of `ExperimentKey` fill its fields; the values that stand here are blanks.
public struct ResolvedExperiment: Equatable, Sendable {
  /// What the data ask of the network.
  public var problem: Problem
  /// Where the samples come from.
  public var dataset = Dataset.opening
  /// How many points are made; 0 where the data bring their own number.
  public var samples = 0
  /// Noise in per cent.
  public var noise = 0.0
  /// The share of the samples that is for training.
  public var trainRatio = 0.0
  /// The share of the training samples that is held back to see when to stop; 0 for none.
  public var validation = 0.0
  /// The part of the training samples that is held back in place of a share; no key says so.
  var fold: Fold?
  /// Whether the training labels are dealt out anew by chance.
  public var shuffleLabels = false
  /// The text that all chance comes from.
  public var seed = ""
  /// What the network is shown, each once, in the order of its inputs; empty for a table's columns as they are.
  public var features: [InputFeature] = []
  /// What is done to the inputs first.
  public var normalize = InputScaling.none
  /// The kinds of moves by which training pictures are varied.
  public var augment: [PictureMove] = []
  /// How many pixels they are shifted at most.
  public var augmentShift = 0
  /// How many degrees they are turned at most.
  public var augmentRotation = 0.0
  /// By what share they are scaled at most.
  public var augmentScale = 0.0
  /// By what share they are sheared at most.
  public var augmentShear = 0.0
  /// How many pixels they are bent, as a deviation.
  public var augmentElastic = 0.0
  /// Units of each hidden layer.
  public var hidden: [HiddenLayer] = []
  /// One for each hidden layer.
  public var activations: [Activation] = []
  /// The slope of a leaky relu below 0.
  public var leakySlope = 0.0
  /// The output layer's activation.
  public var output = Activation.linear
  /// Whether hidden layers are normalised over the batch.
  public var batchNorm = false
  /// How the first weights are drawn.
  public var initializer = Initializer.zero
  /// The text that first weights, orders and masks come from.
  public var weightsSeed = ""
  /// First weights that were set by hand, over those drawn; nil for none.
  public var firstWeights: [FirstWeight]?
  /// A file of weights to start from; nil for drawn ones.
  public var weights: String?
  /// What is made small.
  public var loss = Loss.squaredError
  /// How the weights follow the gradient.
  public var optimizer = Optimizer.sgd
  /// The size of a step.
  public var learningRate = 0.0
  /// How the learning rate changes along the run.
  public var schedule = Schedule.constant
  /// When to stop; nil trains until stopped.
  public var epochs: Int?
  /// For how many epochs the validation loss may find no new lowest value before the run stops; nil for ever.
  public var patience: Int?
  /// Samples between two updates.
  public var batchSize = 0
  /// Whether each epoch takes the samples in a new order.
  public var shuffle = false
  /// What becomes of the samples that do not fill a batch.
  public var remainder = Remainder.use
  /// What keeps the weights small.
  public var regularization = Regularization.none
  /// How strongly it does.
  public var regularizationRate = 0.0
  /// The share of hidden units that sits out each step.
  public var dropout = 0.0
  /// How much of the targets' certainty is shared among all classes.
  public var labelSmoothing = 0.0
  /// The share of every weight that goes before each step, times the learning rate.
  public var weightDecay = 0.0
  /// The share by which a running mean of the weights follows them; 0 keeps none.
  public var averaging = 0.0

  fileprivate init(_ problem: Problem) { self.problem = problem }

  /// Units of the output layer: one for two classes (unless softmax), else one a class or a target.
  public var outputs: Int {
    switch problem {
    case .classification(let classes): classes == 2 && output != .softmax ? 1 : classes
    case .regression(let targets): targets
    }
  }
}

extension Experiment {
  /// The experiment with every default filled in.
  ///
  /// - Parameter problem: what the data turned out to ask; needed for tables, of which nothing is known before they
  ///   are read (two classes are then assumed).
  public func resolved(for problem: Problem? = nil) -> ResolvedExperiment {
    let posed = points.map { Problem($0.kind) } ?? (dataset ?? .opening).problem
    var resolved = ResolvedExperiment(problem ?? posed ?? .classification(classes: 2))
    for key in ExperimentKey.all { key.fill(&resolved, from: self) }
    return resolved
  }
}

/// How many epochs a schedule is laid out over when none were said, and how many a run without a screen takes.
public let defaultEpochs = 100

/// The seed of an experiment that names none: the same run for everybody.
public let defaultSeed = "0.12345"

extension ResolvedExperiment {
  /// The network for samples of that shape.
  ///
  /// - Throws: `ExperimentError.doesNotFit` for a layer that cannot make anything of what comes before it, `EngineError`
  ///   for a shape that no network has.
  package func architecture(input: Shape) throws -> Architecture {
    var activations = activations.makeIterator()
    let layers = hidden.map { layer in
      // A pool has none, and asks for none.
      layer.layer(layer.hasActivation ? activations.next() ?? .linear : .linear, normalized: batchNorm)
    }
    let architecture: Architecture
    do throws(EngineError) {
      architecture = try Architecture(
        input: input, layers: layers + [.dense(units: outputs, activation: output)], leakySlope: leakySlope)
    } catch {
      throw error.sentence(on: hidden).map(ExperimentError.doesNotFit) ?? error
    }
    try checkSize(of: architecture)
    return architecture
  }

  /// What the engine is told for a training set of so many samples.
  ///
  /// - Parameter epoch: how many were done when the run began; a schedule's length counts them in.
  public func trainingSettings(samples: Int, after epoch: Int = 0) -> TrainingSettings {
    let steps = max(1, (samples + batchSize - 1) / batchSize)
    var settings = TrainingSettings(
      loss: loss, optimizer: optimizer, learningRate: learningRate, schedule: schedule,
      totalSteps: schedule == .constant ? nil : (epoch + (epochs ?? defaultEpochs)) * steps,
      regularization: regularization, regularizationRate: regularizationRate, batchSize: batchSize, dropout: dropout,
      remainder: remainder)
    settings.labelSmoothing = labelSmoothing
    settings.weightDecay = weightDecay
    settings.averaging = averaging
    settings.augmentation = augmentation
    return settings
  }
}

extension EngineError {
  /// What it says of a layer, in the experiment's words; nil for what is not about one.
  fileprivate func sentence(on hidden: [HiddenLayer]) -> String? {
    switch self {
    case .windowSize(let layer, let size, let allowed):
      "hidden has \(hidden[layer]) as layer \(layer + 1), whose size is \(size): it must be \(allowed)."
    case .windowTooLarge(let layer, let size, let input) where input.rows * input.columns == 1:
      "hidden has \(hidden[layer]) as layer \(layer + 1), whose window of \(size)×\(size) needs a picture, and what comes "
        + "before it is \(input): take units there."
    case .windowTooLarge(let layer, let size, let input):
      "hidden has \(hidden[layer]) as layer \(layer + 1), whose window of \(size)×\(size) does not fit into what comes before "
        + "it, \(input): make the window smaller, or leave the layer out."
    case .tooManyUnits(let layer, let most) where layer < hidden.count:
      "hidden has \(hidden[layer]) as layer \(layer + 1), which would have more than \(grouped(most)) units: use fewer."
    case .tooManyUnits(_, let most): "The output would have more than \(grouped(most)) units: ask for fewer targets."
    default: nil
    }
  }
}
