import Datasets
import NeuralEngine

extension Material {
  /// Makes or reads the data of an experiment.
  ///
  /// The seed's stream gives the points, then their shuffle; the weights are drawn from where it then stands, so that
  /// the same seed gives the same points and weights as TensorFlow Playground.
  ///
  /// - Parameter former: material whose data are taken over where the experiment asks for the same.
  /// - Throws: `ExperimentError`, `DatasetError` or `EngineError`, each a sentence with the remedy.
  public init(_ experiment: Experiment, reusing former: Material? = nil) throws {
    try experiment.check()
    let plain = experiment.resolved()
    var random = SeededRandom(seed: plain.seed)
    let raw: RawMaterial
    let problem: Problem
    switch plain.dataset {
    case .points(let generator):
      problem = plain.problem
      let points =
        experiment.points
        ?? generator.generate(
          count: plain.samples, noise: plain.noise, trainRatio: plain.trainRatio, using: &random)
      raw = try RawMaterial(points: points, for: plain)
    case .images, .table:
      throw ExperimentError.doesNotFit("dataset \(plain.dataset) cannot be read yet.")
    }
    let resolved = experiment.resolved(for: problem)
    try self.init(experiment: experiment, resolved: resolved, raw: raw, random: random)
  }

  init(experiment: Experiment, resolved: ResolvedExperiment, raw: RawMaterial, random: SeededRandom) throws {
    self.experiment = experiment
    self.resolved = resolved
    self.random = random
    kind = raw.kind
    train = raw.train
    test = raw.test
    points = raw.points
    images = raw.images
    inputNames = raw.inputNames
    classNames = raw.classNames
    preparation = raw.preparation
    domain = raw.domain
    architecture = try Architecture(
      inputs: raw.train.inputCount, hidden: resolved.hidden, outputs: resolved.outputs,
      hiddenActivations: resolved.activations, outputActivation: resolved.output,
      batchNormalization: resolved.batchNorm)
    parameterCount = ParameterLayout(architecture).parameterCount
    guard parameterCount <= largestParameterCount else {
      throw ExperimentError.doesNotFit(
        "hidden \(resolved.hidden) makes a network of \(parameterCount) parameters and \(largestParameterCount) is the "
          + "most: use fewer units.")
    }
  }
}
