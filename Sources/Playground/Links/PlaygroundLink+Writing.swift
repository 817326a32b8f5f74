import Datasets
import NeuralEngine

extension PlaygroundLink {
  /// The link to an experiment, so far as the page can express it; `notes` name what it cannot.
  public init(_ experiment: Experiment, showTestData: Bool = false, discretize: Bool = false) {
    self.init()
    let resolved = experiment.resolved()
    self.showTestData = showTestData
    self.discretize = discretize
    seed = resolved.seed
    noise = resolved.noise
    // A ratio such as 0.57 stands for the whole per cent it was written as.
    let percent = resolved.trainRatio * 100
    percTrainData = abs(percent - percent.rounded()) < 1e-9 ? percent.rounded() : percent
    batchSize = Double(resolved.batchSize)
    learningRate = resolved.learningRate
    regularization = resolved.regularization
    regularizationRate = resolved.regularizationRate
    networkShape = resolved.hidden.map(Double.init)
    initZero = resolved.initializer == .zero
    express(resolved, ownPoints: experiment.points != nil)
  }

  private mutating func express(_ resolved: ResolvedExperiment, ownPoints: Bool) {
    expressData(resolved, ownPoints: ownPoints)
    expressNetwork(resolved)
    expressTraining(resolved)
  }

  private mutating func expressData(_ resolved: ResolvedExperiment, ownPoints: Bool) {
    let count: Int?
    switch resolved.dataset {
    case .points(let generator) where Self.datasets.contains(generator):
      dataset = generator
      count = generator.defaultCount
    case .points(let generator) where Self.regressionDatasets.contains { $0.value == generator }:
      regressionDataset = generator
      problem = .regression
      count = generator.defaultCount
    case .points, .images, .table:
      notes.append("The page has no data set \(resolved.dataset).")
      count = nil
    }
    if ownPoints { notes.append("The page has no points of one's own.") }
    if let count, count != resolved.samples { notes.append("The page makes \(count) samples, not \(resolved.samples).") }
    let features = resolved.features.compactMap(\.plane)
    inputs = Set(Self.inputNames.filter { $0.feature.map(features.contains) ?? false }.map(\.name))
    if resolved.normalize != .none { notes.append("The page does not normalise its inputs.") }
  }

  private mutating func expressNetwork(_ resolved: ResolvedExperiment) {
    let chosen = Set(resolved.activations)
    if let only = chosen.first, chosen.count == 1, Self.activations.contains(only) {
      activation = only
    } else if let only = chosen.first {
      notes.append(
        chosen.count > 1
          ? "The page has one activation for all hidden layers."
          : "The page has no activation \(only.rawValue).")
    }
    let output: Activation = problem == .classification ? .tanh : .linear
    if resolved.output != output { notes.append("The page's output is \(output.rawValue), not \(resolved.output.rawValue).") }
    if resolved.batchNorm { notes.append("The page has no batch normalisation.") }
    switch resolved.initializer {
    case .uniform, .zero: break
    case .xavier, .he: notes.append("The page draws its first weights from ±0.5, not by \(resolved.initializer.rawValue).")
    }
    if resolved.weights != nil { notes.append("The page cannot start from weights in a file.") }
  }

  private mutating func expressTraining(_ resolved: ResolvedExperiment) {
    if resolved.loss != .squaredError { notes.append("The page knows squared error only, not \(resolved.loss.rawValue).") }
    if resolved.optimizer != .sgd { notes.append("The page knows sgd only, not \(resolved.optimizer.rawValue).") }
    if resolved.schedule != .constant { notes.append("The page keeps its learning rate, without \(resolved.schedule.rawValue).") }
    if resolved.dropout > 0 { notes.append("The page has no dropout.") }
    if resolved.shuffle { notes.append("The page takes the samples in the same order in every epoch.") }
    let trainCount = Int(Double(resolved.samples) * resolved.trainRatio + 1e-9)
    if resolved.remainder == .use, trainCount % resolved.batchSize != 0 {
      notes.append(
        "The page carries the \(trainCount % resolved.batchSize) left-over samples of an epoch into the next.")
    }
  }
}
