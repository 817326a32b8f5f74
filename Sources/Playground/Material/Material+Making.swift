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
    switch plain.dataset {
    case .points(let generator):
      let points =
        experiment.points
        ?? generator.generate(
          count: plain.samples, noise: plain.noise, trainRatio: plain.trainRatio, using: &random)
      let raw = try RawMaterial(points: points, for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .images(let selection):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.images : nil }
      let raw = try RawMaterial(images: known ?? selection.load(), for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .table(let source):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.table : nil }
      let table = try known ?? Table(source)
      let resolved = experiment.resolved(for: table.problem)
      let raw: RawMaterial
      if let points = experiment.points {
        raw = try RawMaterial(points: points, for: resolved.withPlaneFeatures)
      } else {
        raw = try RawMaterial(table: table, for: resolved, using: &random)
      }
      try self.init(experiment: experiment, resolved: resolved, raw: raw, random: random)
    }
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
    table = raw.table
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
