import Datasets
import NeuralEngine

extension Material {
  /// Makes or reads the data of an experiment.
  ///
  /// The seed's stream gives the points, then their shuffle; the weights are drawn from where it then stands, so that
  /// the same seed gives the same points and weights as TensorFlow Playground.
  ///
  /// - Parameters:
  ///   - former: material whose data are taken over where the experiment asks for the same.
  ///   - fold: the part of the training samples to be held back for validation.
  /// - Throws: `ExperimentError`, `DatasetError` or `EngineError`, each a sentence with the remedy.
  public init(_ experiment: Experiment, reusing former: Material? = nil, fold: Fold? = nil) throws {
    try experiment.check()
    var plain = experiment.resolved()
    plain.fold = fold
    var random = SeededRandom(seed: plain.seed)
    switch plain.dataset {
    case .points, .formula:
      // Drawn even where own points take their place, for the weights come after them.
      let drawn = plain.drawPoints(using: &random)
      let points = try (experiment.points ?? drawn.withLabels(of: plain)).split(for: plain)
      let raw = try RawMaterial(points: points, for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .images(let selection):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.images : nil }
      let raw = try RawMaterial(images: known ?? selection.load(), for: plain)
      try self.init(experiment: experiment, resolved: plain, raw: raw, random: random)
    case .idx(let source):
      let known = former.flatMap { $0.resolved.dataset == plain.dataset ? $0.ownPictures : nil }
      try self.init(experiment, own: known ?? source.load(), account: nil, fold: fold, random: random)
    case .table(let source):
      let same = former.flatMap { $0.resolved.dataset == plain.dataset ? $0 : nil }
      if let own = same?.ownPictures {
        try self.init(experiment, own: own, account: same?.account, fold: fold, random: random)
        return
      }
      let table = try same?.table ?? Table(source)
      if let pictures = try table.pictures(from: source) {
        try self.init(experiment, own: .whole(pictures), account: table.account, fold: fold, random: random)
        return
      }
      var resolved = experiment.resolved(for: table.problem)
      resolved.fold = fold
      let rows = table.rows(for: resolved, using: &random)
      let raw: RawMaterial
      if let points = experiment.points {
        raw = try RawMaterial(points: points.split(for: resolved), over: table, for: resolved.withPlaneFeatures)
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
    validation = raw.validation
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
  private init(
    _ experiment: Experiment, own: OwnPictures, account: String?, fold: Fold?, random: SeededRandom
  ) throws {
    var resolved = experiment.resolved(for: .classification(classes: own.classNames.count))
    resolved.fold = fold
    var random = random
    var raw = try RawMaterial(images: own.shared(for: resolved, using: &random), for: resolved)
    (raw.ownPictures, raw.account) = (own, account)
    try self.init(experiment: experiment, resolved: resolved, raw: raw, random: random)
  }

  /// A seed's stream where it would stand had the data been drawn from it: where weights come from.
  func stream(of seed: String) -> SeededRandom {
    var random = SeededRandom(seed: seed)
    switch resolved.dataset {
    case .points, .formula: _ = resolved.drawPoints(using: &random)
    case .images: break
    case .table, .idx:
      _ = ownPictures?.places(for: resolved, using: &random)
      _ = table?.rows(for: resolved, using: &random)
    }
    return random
  }
}

extension ResolvedExperiment {
  /// The points of a data set that is made; none of one that is read.
  fileprivate func drawPoints(using random: inout SeededRandom) -> PointSet {
    dataset.recipe?.generate(count: samples, noise: noise, trainRatio: trainRatio, using: &random)
      ?? PointSet(points: [], trainCount: 0, kind: .binary)
  }
}
