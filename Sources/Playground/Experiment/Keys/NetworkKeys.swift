import NeuralEngine
import Words

/// The keys that say what learns.
extension ExperimentKey {
  static let network: [ExperimentKey] = [
    .hidden, .activation, .leakySlope, .output, .batchNorm, .initializer, .weightsSeed, .firstWeights, .weights,
  ]

  /// The hidden layers in order, units of dense ones, convolutions and pools; `[]` is a network without any. Unless said, 4 and 2; 128 for pictures,
  /// and none under Rosenblatt's rule.
  package static let hidden = ExperimentKey(
    "hidden", \.hidden, .hidden,
    fills: .field(\.hidden) { said, filled in
      said.loss == .perceptron ? [] : filled.dataset.isImages ? [128] : [4, 2]
    },
    "The hidden layers in order: 128 units; conv5x16, 16 maps with kernels of 5×5, conv5x16valid without a border; pool2.",
    lasting: .form,
    control: KeyControl("hidden", .picture),
    page: .has(control: nil))

  /// What a hidden unit makes of its weighted sum z, for all hidden layers or for each; tanh unless said.
  package static let activation = ExperimentKey(
    "activation", \.activation, .activations, fills: .layers(default: .tanh),
    "The hidden layers' activation, one for all or one for each.",
    control: KeyControl(
      "activation",
      .list(isOpen: false) { resolved in
        let slope = shortest(resolved.leakySlope)
        return Activation.allCases.filter { $0 != .softmax }.map { activation in
          let formula = activation.formula(leakySlope: slope)
          return Choice(
            activation.rawValue, words: activation == .leakyReLU ? "leaky relu" : nil, note: formula,
            formula: "a = \(formula)")
        }
      },
      "What a hidden unit makes of its weighted sum z; without a bend, layers on layers are still one line."),
    page: .has(control: "activation"))

  /// The slope of a leaky relu below 0; 0.1 unless said, where PyTorch has 0.01.
  package static let leakySlope = ExperimentKey(
    "leakySlope", \.leakySlope, .number(0...1, "a number from 0 to 1"),
    fills: .field(\.leakySlope, default: Activation.leakySlope), "The slope of leakyReLU below 0.",
    page: .lacks { _, _ in nil })

  /// What an output unit makes of its weighted sum; unless said, what the loss or the labels ask for.
  package static let output = ExperimentKey(
    "output", \.output, .name,
    fills: .field(\.output) { said, filled in
      said.loss?.ownOutput ?? filled.problem.ownOutput(isImages: filled.dataset.isImages)
    },
    "The output layer's activation.", lasting: .problem,
    page: .lacks { "The page's output is \($0), not \($1)." })

  /// Whether z is normalised over the mini-batch in every hidden layer; no unless said.
  package static let batchNorm = ExperimentKey(
    "batchNorm", \.batchNorm, .flag, fills: .field(\.batchNorm, default: false),
    "Whether hidden layers are normalised over the batch.",
    page: .lacks { _, _ in "The page has no batch normalisation." })

  /// The distribution of the first weights; unless said, `he` for pictures and TensorFlow Playground's ±0.5 for others.
  package static let initializer = ExperimentKey(
    "initializer", \.initializer, .name,
    fills: .field(\.initializer) { _, filled in filled.dataset.isImages ? .he : .uniform },
    "How the first weights are drawn.", lasting: .form,
    control: KeyControl("initialiser", .names(of: Initializer.allCases)),
    page: .lacks { $1 == "zero" ? nil : "The page draws its first weights from ±0.5, not by \($1)." })

  /// The text that what the network does by chance comes from: first weights, the order of samples, dropout's masks.
  /// Unless said, it is the seed.
  package static let weightsSeed = ExperimentKey(
    "weightsSeed", \.weightsSeed, .text("any text that is not blank"),
    fills: .field(\.weightsSeed) { _, filled in filled.seed },
    "The text that first weights, orders and masks come from; not said: the seed.", isText: true,
    control: KeyControl(
      "weights", title: "seed of the weights", .text,
      "First weights, orders and masks come from this text: it is the seed's, until new weights or new samples part them."
    ),
    page: .lacks { _, _ in "The page draws its first weights from its seed, with the samples." })

  /// First weights that were set by hand, over those drawn; none unless said.
  package static let firstWeights = ExperimentKey(
    "firstWeights", \.firstWeights,
    .list(
      "a list of LAYER.UNIT.SOURCE=VALUE, counted from 1, with b for a bias, such as [1.3.2=0.5, 2.1.b=-1]",
      limit: 100_000, { FirstWeight($0) }, \.description),
    fills: .field(\.firstWeights), "First weights set by hand, as LAYER.UNIT.SOURCE=VALUE, with b for a bias.",
    lasting: .form,
    page: .lacks { _, ours in "The page cannot take first weights set by hand: \(ours)." })

  /// The path of the weights to begin with; drawn from the seed unless said.
  package static let weights = ExperimentKey(
    "weights", \.weights, .text("the path of a .safetensors file, or the name of a model that ships"),
    fills: .field(\.weights),
    "A file of weights to start from, in place of drawn ones; a model saved here under the same network and optimizer "
      + "goes on where it was saved, other weights start at epoch 0 with a fresh optimizer.",
    isText: true, lasting: .form,
    page: .lacks { _, _ in "The page cannot start from weights in a file." })
}

extension Filling where Value == [Activation] {
  /// One activation for each hidden layer; a list too short goes on with its last.
  fileprivate static func layers(default standard: Activation) -> Filling {
    Filling(
      fill: { said, _, resolved in
        let said = said ?? [standard]
        let count = resolved.hidden.count(where: \.hasActivation)
        resolved.activations = (0..<count).map { said[min($0, said.count - 1)] }
      },
      read: { resolved in
        guard let first = resolved.activations.first else { return nil }
        return resolved.activations.allSatisfy { $0 == first } ? [first] : resolved.activations
      })
  }
}

extension Loss {
  /// The output that belongs to a loss; nil where several do.
  fileprivate var ownOutput: Activation? {
    switch self {
    case .softmaxCrossEntropy: .softmax
    case .sigmoidCrossEntropy: .sigmoid
    case .perceptron: .step
    case .squaredError: nil
    }
  }
}

extension Problem {
  /// The output that suits what is asked.
  fileprivate func ownOutput(isImages: Bool) -> Activation {
    switch self {
    case .classification(let classes): isImages || classes >= 3 ? .softmax : .tanh
    case .regression: .linear
    }
  }
}
