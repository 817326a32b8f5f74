import Datasets
import NeuralEngine

/// The single description of what is being explored: data, features, layers, loss, optimiser, seed.
///
/// Each key holds what was said; nil stands for "not said", so that a file holds only what its author meant and a
/// default may depend on the data (`resolved(for:)` fills it in). The keys are those of `ExperimentKey.all`.
public struct Experiment: Equatable, Sendable {
  /// Where the samples come from.
  public var dataset: Dataset?
  /// How many points are made.
  public var samples: Int?
  /// Noise in per cent, 0…80.
  public var noise: Double?
  /// The share of the samples that is for training, 0.1…1.
  public var trainRatio: Double?
  /// The share of the training samples that is held back to see when to stop.
  public var validation: Double?
  /// Whether the training labels are dealt out anew by chance.
  public var shuffleLabels: Bool?
  /// The text that all chance of the run comes from.
  public var seed: String?
  /// What the network is shown of a sample.
  public var features: [InputFeature]?
  /// What is done to the inputs before the network sees them.
  public var normalize: InputScaling?
  /// Units of each hidden layer.
  public var hidden: [HiddenLayer]?
  /// The hidden layers' activation: one for all, or one for each.
  public var activation: [Activation]?
  /// The slope of a leaky relu below 0.
  public var leakySlope: Double?
  /// The output layer's activation.
  public var output: Activation?
  /// What is made small.
  public var loss: Loss?
  /// How the weights follow the gradient.
  public var optimizer: Optimizer?
  /// The size of a step.
  public var learningRate: Double?
  /// How the learning rate changes along the run.
  public var schedule: Schedule?
  /// When to stop; nil trains until stopped.
  public var epochs: Int?
  /// For how many epochs the validation loss may find no new lowest value before the run stops.
  public var patience: Int?
  /// Samples between two updates of the weights.
  public var batchSize: Int?
  /// Whether each epoch takes the samples in a new order.
  public var shuffle: Bool?
  /// What keeps the weights small.
  public var regularization: Regularization?
  /// How strongly it does.
  public var regularizationRate: Double?
  /// The share of hidden units that sits out each step.
  public var dropout: Double?
  /// Whether hidden layers are normalised over the batch.
  public var batchNorm: Bool?
  /// How the first weights are drawn.
  public var initializer: Initializer?
  /// What becomes of the samples that do not fill a batch.
  public var remainder: Remainder?
  /// The kinds of moves by which training pictures are varied.
  public var augment: [PictureMove]?
  /// How many pixels they are shifted at most.
  public var augmentShift: Int?
  /// How many degrees they are turned at most.
  public var augmentRotation: Double?
  /// By what share they are scaled at most.
  public var augmentScale: Double?
  /// By what share they are sheared at most.
  public var augmentShear: Double?
  /// How many pixels they are bent, as a deviation.
  public var augmentElastic: Double?
  /// How much of the targets' certainty is shared among all classes.
  public var labelSmoothing: Double?
  /// The share of every weight that goes before each step, times the learning rate.
  public var weightDecay: Double?
  /// The share by which a running mean of the weights follows them.
  public var averaging: Double?
  /// A file of weights to start from.
  public var weights: String?
  /// The text that first weights, orders and masks come from; nil for the seed.
  public var weightsSeed: String?
  /// First weights that were set by hand, over those drawn.
  public var firstWeights: [FirstWeight]?
  /// Points placed by hand, in place of the data set's own: what files have under `points`.
  public var points: PointSet?

  /// An experiment of which nothing has been said: circle, with every default.
  public init() {}

  /// An experiment on a data set, with every other default.
  public init(_ dataset: Dataset) { self.dataset = dataset }
}

/// What is done to the inputs before the network sees them.
public enum InputScaling: String, CaseIterable, Codable, Sendable {
  /// Nothing.
  case none
  /// Each input is shifted and scaled to mean 0 and deviation 1 over the training samples.
  case standard
}
