/// What becomes of the samples that do not fill a last mini-batch.
public enum Remainder: String, Codable, CaseIterable, Sendable {
  /// They are a shorter mini-batch, averaged by its own size.
  case use
  /// Their gradients wait for the next epoch's first mini-batch and are averaged with it: TensorFlow Playground's way.
  case carry
}

/// How a network is trained. All of it may change while training runs; nothing is reset by that.
public struct TrainingSettings: Equatable, Sendable {
  /// What is made small.
  public var loss: Loss
  /// The rule by which gradients move parameters.
  public var optimizer: Optimizer
  /// The learning rate η > 0.
  public var learningRate: Double
  /// How η changes over the run.
  public var schedule: Schedule
  /// The length of the run in updates, for schedules; nil: no end, and η stays.
  public var totalSteps: Int?
  /// What pulls weights towards zero.
  public var regularization: Regularization
  /// How strongly: λ ≥ 0.
  public var regularizationRate: Double
  /// Samples that share one update, at least 1. The perceptron's rule takes one at a time whatever stands here.
  public var batchSize: Int
  /// The share of hidden units left out of each training sample, in [0, 1). Those that stay are divided by 1 − dropout
  /// (inverted dropout, Srivastava and others 2014), so that evaluation needs no correction.
  public var dropout: Double
  /// What becomes of a short last mini-batch.
  public var remainder: Remainder
  /// ε in [0, 1): the softmax cross-entropy takes (1 − ε) t + ε ∕ K for each of K targets t (Szegedy and others 2016;
  /// PyTorch's `label_smoothing`). Evaluations take it too, so that both losses are one.
  public var labelSmoothing = 0.0
  /// w ← w − η · weightDecay · w before each step, whatever the optimiser; biases and their like are spared (Loshchilov
  /// and Hutter 2019). ``Optimizer/adamW`` has a decay of its own beside it.
  public var weightDecay = 0.0
  /// The share in [0, 1) by which a running mean of all parameters follows them after each step: w̄ ← w̄ + share (w − w̄)
  /// (Polyak and Juditsky 1992). It begins with the parameters as they are when it is switched on, and is what the
  /// network answers with; 0 keeps none.
  public var averaging = 0.0
  /// How training pictures are moved.
  public var augmentation = Augmentation.none

  /// Settings with TensorFlow Playground's defaults.
  public init(
    loss: Loss = .squaredError, optimizer: Optimizer = .sgd, learningRate: Double = 0.03,
    schedule: Schedule = .constant, totalSteps: Int? = nil, regularization: Regularization = .none,
    regularizationRate: Double = 0, batchSize: Int = 10, dropout: Double = 0, remainder: Remainder = .use
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.schedule = schedule
    self.totalSteps = totalSteps
    self.regularization = regularization
    self.regularizationRate = regularizationRate
    self.batchSize = batchSize
    self.dropout = dropout
    self.remainder = remainder
  }

  /// Refuses what has no meaning.
  ///
  /// - Throws: ``EngineError`` for a loss that does not fit the output, or a number out of its range.
  public func check(for architecture: Architecture) throws(EngineError) {
    guard loss.accepts(architecture.outputActivation) else {
      throw .lossNeedsOutput(loss, architecture.outputActivation)
    }
    if loss == .perceptron, !architecture.hidden.isEmpty {
      throw .perceptronNeedsOneLayer(hiddenLayers: architecture.hidden.count)
    }
    try Self.check("learningRate", learningRate, "above 0 and finite") { $0 > 0 && $0.isFinite }
    try Self.check("regularizationRate", regularizationRate, "0 or more and finite") { $0 >= 0 && $0.isFinite }
    try Self.check("dropout", dropout, "at least 0 and below 1") { $0 >= 0 && $0 < 1 }
    try Self.check("labelSmoothing", labelSmoothing, "at least 0 and below 1") { $0 >= 0 && $0 < 1 }
    if labelSmoothing > 0, loss != .softmaxCrossEntropy { throw .smoothingNeedsSoftmax(loss) }
    try Self.check("weightDecay", weightDecay, "0 or more and finite") { $0 >= 0 && $0.isFinite }
    try Self.check("averaging", averaging, "at least 0 and below 1") { $0 >= 0 && $0 < 1 }
    try augmentation.check(for: architecture.input)
    try Self.check("batchSize", Double(batchSize), "at least 1") { $0 >= 1 }
  }

  private static func check(
    _ setting: String, _ value: Double, _ range: String, _ isValid: (Double) -> Bool
  ) throws(EngineError) {
    guard isValid(value) else { throw .outOfRange(setting: setting, value: value, range: range) }
  }

  /// Samples between two updates: the batch size, but 1 under the perceptron's rule.
  public var samplesPerStep: Int { loss == .perceptron ? 1 : batchSize }
}
