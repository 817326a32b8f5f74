import Datasets
import NeuralEngine

/// An experiment with nothing left open: what was said, and the default for what was not.
public struct ResolvedExperiment: Equatable, Sendable {
  /// What the data ask of the network.
  public var problem: Problem
  /// Where the samples come from.
  public var dataset: Dataset
  /// How many points are made; 0 where the data bring their own number.
  public var samples: Int
  /// Noise in per cent.
  public var noise: Double
  /// The share of the samples that is for training.
  public var trainRatio: Double
  /// The text that all chance comes from.
  public var seed: String
  /// What the network is shown, each once, in the order of its inputs; empty for a table's columns as they are.
  public var features: [InputFeature]
  /// What is done to the inputs first.
  public var normalize: InputScaling
  /// Units of each hidden layer.
  public var hidden: [Int]
  /// One for each hidden layer.
  public var activations: [Activation]
  /// The output layer's activation.
  public var output: Activation
  /// Units of the output layer: one for two classes (unless softmax), else one a class or a target.
  public var outputs: Int
  /// What is made small.
  public var loss: Loss
  /// How the weights follow the gradient.
  public var optimizer: Optimizer
  /// The size of a step.
  public var learningRate: Double
  /// How the learning rate changes along the run.
  public var schedule: Schedule
  /// When to stop; nil trains until stopped.
  public var epochs: Int?
  /// Samples between two updates.
  public var batchSize: Int
  /// Whether each epoch takes the samples in a new order.
  public var shuffle: Bool
  /// What keeps the weights small.
  public var regularization: Regularization
  /// How strongly it does.
  public var regularizationRate: Double
  /// The share of hidden units that sits out each step.
  public var dropout: Double
  /// Whether hidden layers are normalised over the batch.
  public var batchNorm: Bool
  /// How the first weights are drawn.
  public var initializer: Initializer
  /// What becomes of the samples that do not fill a batch.
  public var remainder: Remainder
  /// How training pictures are varied.
  public var augment: Augmentation
  /// A file of weights to start from; nil for drawn ones.
  public var weights: String?
}

/// How many epochs a schedule is laid out over when none were said, and how many a run without a screen takes.
public let defaultEpochs = 100

/// The seed of an experiment that names none: the same run for everybody.
public let defaultSeed = "0.12345"

extension Experiment {
  /// The experiment with every default filled in.
  ///
  /// - Parameter problem: what the data turned out to ask; needed for tables, of which nothing is known before they
  ///   are read (two classes are then assumed).
  public func resolved(for problem: Problem? = nil) -> ResolvedExperiment {
    let dataset = dataset ?? .points(.circle)
    let problem = problem ?? points.map { Problem($0.kind) } ?? dataset.problem ?? .classification(classes: 2)
    let isImages = dataset.isImages
    let hidden = hidden ?? (loss == .perceptron ? [] : isImages ? [128] : [4, 2])
    let output = output ?? defaultOutput(for: problem, isImages: isImages)
    let loss = loss ?? defaultLoss(for: output, hidden: hidden)
    return ResolvedExperiment(
      problem: problem,
      dataset: dataset,
      samples: samples ?? dataset.defaultCount,
      noise: noise ?? 0,
      trainRatio: trainRatio ?? (dataset.isTruthTable ? 1 : 0.5),
      seed: seed ?? defaultSeed,
      features: resolvedFeatures(of: dataset),
      normalize: normalize ?? .none,
      hidden: hidden,
      activations: resolvedActivations(layers: hidden.count),
      output: output,
      outputs: outputCount(for: problem, output: output, loss: loss),
      loss: loss,
      optimizer: optimizer ?? .sgd,
      learningRate: learningRate ?? 0.03,
      schedule: schedule ?? .constant,
      epochs: epochs,
      batchSize: batchSize ?? (loss == .perceptron ? 1 : isImages ? 64 : 10),
      shuffle: shuffle ?? isImages,
      regularization: regularization ?? .none,
      regularizationRate: regularizationRate ?? 0,
      dropout: dropout ?? 0,
      batchNorm: batchNorm ?? false,
      initializer: initializer ?? (isImages ? .he : .uniform),
      remainder: remainder ?? .use,
      augment: augment ?? .none,
      weights: weights)
  }

  private func defaultOutput(for problem: Problem, isImages: Bool) -> Activation {
    switch loss {
    case .softmaxCrossEntropy: return .softmax
    case .sigmoidCrossEntropy: return .sigmoid
    case .perceptron: return .step
    case .squaredError, nil: break
    }
    switch problem {
    case .classification(let classes): return isImages || classes >= 3 ? .softmax : .tanh
    case .regression: return .linear
    }
  }

  /// A step has no slope, so that nothing but Rosenblatt's rule moves what stands before it.
  private func defaultLoss(for output: Activation, hidden: [Int]) -> Loss {
    switch output {
    case .softmax: .softmaxCrossEntropy
    case .step: hidden.isEmpty ? .perceptron : .squaredError
    case .linear, .sigmoid, .tanh, .relu, .leakyReLU, .prelu, .elu, .swish, .softplus, .gelu: .squaredError
    }
  }

  private func outputCount(for problem: Problem, output: Activation, loss: Loss) -> Int {
    switch problem {
    case .classification(let classes): classes == 2 && output != .softmax ? 1 : classes
    case .regression(let targets): targets
    }
  }

  /// One activation for each of `layers` hidden layers; a list too short goes on with its last.
  private func resolvedActivations(layers: Int) -> [Activation] {
    let said = activation ?? [.tanh]
    return (0..<layers).map { said[min($0, said.count - 1)] }
  }

  /// The features in the network's order, whatever the order in which they were said.
  private func resolvedFeatures(of dataset: Dataset) -> [InputFeature] {
    switch dataset {
    case .points(let generator):
      guard let features else { return generator.dimensions == 1 ? [.plane(.x1)] : [.plane(.x1), .plane(.x2)] }
      return Feature.allCases.map(InputFeature.plane).filter(features.contains)
        + features.filter { $0.plane == nil }
    case .images: return features ?? [.pixels]
    case .table:
      guard let features else { return [] }
      return Feature.allCases.map(InputFeature.plane).filter(features.contains)
        + features.filter { $0.plane == nil }
    }
  }
}

extension Dataset {
  /// How many samples there are unless said; 0 where the data bring their own number.
  fileprivate var defaultCount: Int {
    switch self {
    case .points(let generator): generator.defaultCount
    case .images, .table: 0
    }
  }

  fileprivate var isTruthTable: Bool {
    switch self {
    case .points(let generator): generator.isTruthTable
    case .images, .table: false
    }
  }
}
