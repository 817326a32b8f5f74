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
    networkShape = resolved.hidden.compactMap(\.units).map(Double.init)
    initZero = resolved.initializer == .zero
    expressData(resolved, ownPoints: experiment.points != nil)
    // Without hidden layers an activation is still said, for those to come.
    expressActivation(resolved.hidden.isEmpty ? experiment.activation ?? [] : resolved.activations)
    expressOtherKeys(resolved)
    expressRemainder(resolved)
  }

  private mutating func expressData(_ resolved: ResolvedExperiment, ownPoints: Bool) {
    let count: Int?
    switch resolved.dataset {
    case .points(let generator) where Self.datasets.contains(generator):
      dataset = generator
      count = generator.recipe.count
    case .points(let generator) where Self.regressionDatasets.contains { $0.value == generator }:
      regressionDataset = generator
      problem = .regression
      count = generator.recipe.count
    case .points, .formula, .images, .table, .idx:
      notes.append("The page has no data set \(resolved.dataset).")
      count = nil
    }
    if ownPoints { notes.append("The page has no points of one's own.") }
    if let count, count != resolved.samples {
      notes.append("The page makes \(count) samples, not \(resolved.samples).")
    }
    let features = resolved.features.compactMap(\.plane)
    notes += features.filter { !Feature.named.contains($0) }.map { "The page has no input \($0.rawValue)." }
    inputs = Set(Self.inputNames.filter { $0.feature.map(features.contains) ?? false }.map(\.name))
  }

  private mutating func expressActivation(_ said: [Activation]) {
    guard let first = said.first else { return }
    if said.contains(where: { $0 != first }) {
      notes.append("The page has one activation for all hidden layers.")
    } else if Self.activations.contains(first) {
      activation = first
    } else {
      notes.append("The page has no activation \(first.rawValue).")
    }
  }

  /// What the page has not keeps the page's own value.
  private mutating func expressOtherKeys(_ resolved: ResolvedExperiment) {
    var opening = Experiment(.points(problem == .classification ? dataset : regressionDataset))
    opening.seed = seed
    let its = opening.resolved()
    notes += ExperimentKey.all.compactMap { $0.pageNote(on: resolved, opening: its) }
  }

  private mutating func expressRemainder(_ resolved: ResolvedExperiment) {
    let trainCount = Int(Double(resolved.samples) * resolved.trainRatio + 1e-9)
    if resolved.remainder == .use, trainCount % resolved.batchSize != 0 {
      notes.append(
        "The page carries the \(trainCount % resolved.batchSize) left-over samples of an epoch into the next.")
    }
  }
}
