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
      // Drawn even where own points take their place, for the weights come after them.
      let drawn = generator.generate(plain, using: &random)
      let raw = try RawMaterial(points: experiment.points ?? drawn, for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .images(let selection):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.images : nil }
      let raw = try RawMaterial(images: known ?? selection.load(), for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .idx(let source):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.ownPictures : nil }
      try self.init(experiment, own: known ?? source.load(), account: nil, random: random)
    case .table(let source):
      let same = former.flatMap { $0.resolved.dataset == plain.dataset ? $0 : nil }
      if let own = same?.ownPictures {
        try self.init(experiment, own: own, account: same?.account, random: random)
        return
      }
      let table = try same?.table ?? Table(source)
      if let pictures = try table.pictures(from: source) {
        try self.init(experiment, own: .whole(pictures), account: table.account, random: random)
        return
      }
      let resolved = experiment.resolved(for: table.problem)
      let rows = table.rows(for: resolved, using: &random)
      let raw: RawMaterial
      if let points = experiment.points {
        raw = try RawMaterial(points: points, over: table, for: resolved.withPlaneFeatures)
      } else {
        raw = try RawMaterial(table: table, rows: rows, for: resolved)
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
    ownPictures = raw.ownPictures
    account = raw.account ?? raw.table?.account
    inputNames = raw.inputNames
    classNames = raw.classNames
    preparation = raw.preparation
    domain = raw.domain
    try resolved.checkBatches(samples: raw.train.count)
    architecture = try resolved.architecture(input: preparation.inputShape)
    guard !resolved.augmentation.isActive || preparation.inputShape.isPicture else {
      throw ExperimentError.doesNotFit(
        "augment moves pictures, and \(resolved.dataset) has none: leave augment out.")
    }
    parameterCount = ParameterLayout(architecture).parameterCount
  }
}

extension Material {
  /// Pictures of one's own; of a single set a share is kept for the test.
  private init(_ experiment: Experiment, own: OwnPictures, account: String?, random: SeededRandom) throws {
    let resolved = experiment.resolved(for: .classification(classes: own.classNames.count))
    var random = random
    var raw = try RawMaterial(images: own.shared(for: resolved, using: &random), for: resolved)
    (raw.ownPictures, raw.account) = (own, account)
    try self.init(experiment: experiment, resolved: resolved, raw: raw, random: random)
  }

  /// A seed's stream where it would stand had the data been drawn from it: where weights come from.
  func stream(of seed: String) -> SeededRandom {
    var random = SeededRandom(seed: seed)
    switch resolved.dataset {
    case .points(let generator): _ = generator.generate(resolved, using: &random)
    case .images: break
    case .table, .idx:
      _ = ownPictures?.places(for: resolved, using: &random)
      _ = table?.rows(for: resolved, using: &random)
    }
    return random
  }
}

extension PointGenerator {
  fileprivate func generate(_ experiment: ResolvedExperiment, using random: inout SeededRandom) -> PointSet {
    generate(
      count: experiment.samples, noise: experiment.noise, trainRatio: experiment.trainRatio, using: &random)
  }
}
