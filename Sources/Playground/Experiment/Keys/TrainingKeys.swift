import NeuralEngine

/// The keys that say how it learns.
extension ExperimentKey {
  static let training: [ExperimentKey] = [
    .loss, .optimizer, .learningRate, .schedule, .epochs, .patience, .batchSize, .shuffle, .remainder, .regularization,
    .regularizationRate, .weightDecay, .dropout, .labelSmoothing, .averaging,
  ]

  /// The quantity that training makes small; unless said, the one that belongs to the output's activation.
  package static let loss = ExperimentKey(
    "loss", \.loss, .name,
    fills: .field(\.loss) { _, filled in filled.output.ownLoss(hasHidden: !filled.hidden.isEmpty) },
    "What training makes small.", lasting: .problem,
    control: KeyControl(
      "loss",
      .names(
        words: [
          .squaredError: "squared error", .sigmoidCrossEntropy: "cross-entropy", .softmaxCrossEntropy: "cross-entropy",
        ], formula: \Loss.formula),
      "What training makes small, averaged over the samples."),
    page: .lacks { _, ours in "The page knows squared error only, not \(ours)." })

  /// The rule that turns gradients into updates; plain gradient descent, w ← w − η g, unless said.
  package static let optimizer = ExperimentKey(
    "optimizer", \.optimizer, .name, fills: .field(\.optimizer, default: .sgd), "How the weights follow the gradient.",
    isLive: true,
    control: KeyControl(
      "optimiser", .names(formula: \Optimizer.formula),
      "How a gradient becomes a step; changing it resets nothing."),
    page: .lacks { "The page knows \($0) only, not \($1)." })

  /// The learning rate η, above 0; 0.03 unless said.
  package static let learningRate = ExperimentKey(
    "learningRate", \.learningRate, .number(.leastNormalMagnitude...1e9, "a number above 0 and up to 1e9"),
    fills: .field(\.learningRate, default: 0.03), "How long a step down the gradient is.", isLive: true,
    control: KeyControl(
      "rate",
      .numbers(["0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"]) {
        "w ← w − \($0) · gradient"
      },
      "Too small and nothing seems to happen; too large and the loss jumps about, or grows without end."),
    page: .has(control: "learningRate"))

  /// How η changes until the last epoch; it stays constant unless said, and where no last epoch is known.
  package static let schedule = ExperimentKey(
    "schedule", \.schedule, .name, fills: .field(\.schedule, default: .constant),
    "How the learning rate changes over the epochs.", isLive: true,
    control: KeyControl("schedule", .names(words: [Schedule.oneCycle: "one cycle"])),
    page: .lacks { _, ours in "The page keeps its learning rate, without \(ours)." })

  /// How many passes over the training samples the run makes; without end unless said.
  package static let epochs = ExperimentKey(
    "epochs", \.epochs, .whole(1...1_000_000_000, "a whole number"), fills: .field(\.epochs),
    "After how many passes over the training samples to stop, counted from where the run begins; not said: when told to.",
    isLive: true,
    page: .lacks { _, ours in "The page trains on after \(ours) epochs." })

  /// For how many epochs the loss on the samples held back by `validation` may find no new lowest value; then the run stops
  /// with the weights that had the lowest (early stopping). For ever unless said.
  package static let patience = ExperimentKey(
    "patience", \.patience, .whole(1...1_000_000_000, "a whole number"), fills: .field(\.patience),
    "After how many epochs without a new lowest validation loss to stop, with the weights that had the lowest.",
    isLive: true, page: .lacks { _, _ in "The page does not stop early." })

  /// Samples in a mini-batch, whose gradients are averaged for one update; 10 unless said, 64 for pictures, 1 under
  /// Rosenblatt's rule.
  package static let batchSize = ExperimentKey(
    "batchSize", \.batchSize, .whole(1...1_000_000, "a whole number"),
    fills: .field(\.batchSize) { said, filled in said.loss == .perceptron ? 1 : filled.dataset.isImages ? 64 : 10 },
    "Samples between two updates of the weights.", isLive: true, lasting: .form,
    control: KeyControl(
      "batch",
      .list(isOpen: true) { resolved in
        (resolved.dataset.isImages ? [10, 32, 64, 128, 256, 512] : [1, 2, 5, 10, 15, 20, 25, 30, 60, 120]).map {
          Choice("\($0)", note: $0 == 1 ? "an update after every sample" : "an update averages \($0) samples")
        }
      },
      "So many samples are averaged for one update of the weights."),
    page: .has(control: "batchSize"))

  /// Whether each epoch takes the training samples in an order of its own; unless said, only for pictures.
  package static let shuffle = ExperimentKey(
    "shuffle", \.shuffle, .flag, fills: .field(\.shuffle) { _, filled in filled.dataset.isImages },
    "Whether each epoch takes the samples in a new order.", isLive: true, lasting: .form,
    page: .lacks { _, _ in "The page takes the samples in the same order in every epoch." })

  /// What becomes of the samples that are left where the batch size does not divide their number; a short
  /// mini-batch of them unless said.
  package static let remainder = ExperimentKey(
    "remainder", \.remainder, .name, fills: .field(\.remainder, default: .use),
    "What becomes of samples that do not fill a last batch: used as a short one, or carried into the next epoch.",
    isLive: true, page: .has(control: nil))

  /// The penalty R added to the loss: `l1` is λ Σ |w|, `l2` is ½ λ Σ w²; none unless said.
  package static let regularization = ExperimentKey(
    "regularization", \.regularization, .name, fills: .field(\.regularization, default: .none),
    "What keeps the weights small.", isLive: true,
    control: KeyControl(
      "regularisation", .names(formula: \Regularization.formula),
      "What large weights cost: l2 keeps all of them small, l1 makes useless ones exactly 0."),
    page: .has(control: "regularization"))

  /// The factor λ of the penalty, 0 or more; 0 unless said.
  package static let regularizationRate = ExperimentKey(
    "regularizationRate", \.regularizationRate, .number(0...1e6, "a number from 0 to 1e6"),
    fills: .field(\.regularizationRate, default: 0), "How strongly it does.", isLive: true,
    control: KeyControl(
      "λ", title: "regularisation rate λ",
      .numbers(["0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"]) {
        $0 == "0" ? "large weights cost nothing" : "loss + \($0) · R(w)"
      },
      "What is made small is the loss + λ R, with R = Σ |w| for l1 and ½ Σ w² for l2."),
    page: .has(control: "regularizationRate"))

  /// The share of every weight, times the learning rate, that goes before each step, whatever the optimiser; biases are
  /// spared; 0 unless said.
  package static let weightDecay = ExperimentKey(
    "weightDecay", \.weightDecay, .number(0...1e3, "a number from 0 to 1000"), fills: .field(\.weightDecay, default: 0),
    "How fast weights (not biases) shrink by themselves: w ← w − η · weightDecay · w before each step; adamW's own 0.01 "
      + "comes on top.", isLive: true)

  /// How much of a target's certainty, 0 to 0.99, is shared among all classes; 0 unless said.
  package static let labelSmoothing = ExperimentKey(
    "labelSmoothing", \.labelSmoothing, .number(0...0.99, "a number from 0 to 0.99"),
    fills: .field(\.labelSmoothing, default: 0),
    "How much of the target 1 is shared among all classes, so that the network does not grow too sure; the losses that are "
      + "shown have it in.", isLive: true)

  /// The share, 0 to 0.99, by which a running mean of all weights follows them after each step; 0, no mean, unless said.
  package static let averaging = ExperimentKey(
    "averaging", \.averaging, .number(0...0.99, "a number from 0 to 0.99"), fills: .field(\.averaging, default: 0),
    "The share by which a running mean of the weights follows them after each step; the mean is what is tested, shown and "
      + "saved. 0.01 remembers about 100 steps; 0 keeps no mean.", isLive: true)

  /// The share of hidden units, 0 to 0.99, that is left out of each training sample; 0 unless said.
  package static let dropout = ExperimentKey(
    "dropout", \.dropout, .number(0...0.99, "a number from 0 to 0.99"), fills: .field(\.dropout, default: 0),
    "The share of hidden units that sits out each step.", isLive: true)
}

extension Activation {
  /// The loss that belongs to an output. A step has no slope, so that nothing but Rosenblatt's rule can train it, and
  /// that moves nothing that stands before the last layer.
  fileprivate func ownLoss(hasHidden: Bool) -> Loss {
    switch self {
    case .softmax: .softmaxCrossEntropy
    case .step: hasHidden ? .squaredError : .perceptron
    case _: .squaredError
    }
  }
}
