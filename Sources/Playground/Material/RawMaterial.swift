import Datasets
import NeuralEngine
import Words

/// What the data alone decide of a material; the rest follows from the experiment.
struct RawMaterial {
  var kind: Material.Kind
  var train: Samples
  var validation: Samples?
  var test: Samples?
  var points: PointSet?
  var images: (train: ImageSet, test: ImageSet)?
  var table: Table?
  var ownPictures: OwnPictures?
  var account: String?
  var inputNames: [String]
  var classNames: [String]
  var preparation: Preparation
  var domain: Domain
}

extension RawMaterial {
  /// Points on a plane or a line, shown to the network through features.
  ///
  /// - Throws: `ExperimentError.doesNotFit` when none are left to train on.
  init(points: PointSet, for experiment: ResolvedExperiment) throws {
    let features = experiment.features.compactMap(\.plane)
    guard points.trainCount > 0 else { throw Self.nothingToTrainOn(experiment, count: points.points.count) }
    for feature in features {
      guard let sample = points.points.first(where: { !feature.hasValue(at: $0) }) else { continue }
      throw ExperimentError.doesNotFit(
        "features has \(feature.rawValue), which has no value, or one beyond a million, at the sample "
          + "(\(shortest(rounded(sample.x1, toDigits: 3))), \(shortest(rounded(sample.x2, toDigits: 3)))): write a formula that has one at all samples."
      )
    }
    var preparation = Preparation(source: .features(features))
    if experiment.normalize == .standard {
      let values = points.train.flatMap { point in features.map { $0.value(at: point) } }
      preparation.scaling = Scaling(of: values, columns: features.count)
    }
    if experiment.scalesTargets, points.kind == .regression {
      preparation.targetScaling = Scaling(of: points.train.map(\.label), columns: 1)
    }
    let code = TargetCode(experiment)
    func samples(_ part: ArraySlice<LabelledPoint>) throws -> Samples {
      try Samples(
        inputs: .floats(part.flatMap { preparation.inputs(x1: $0.x1, x2: $0.x2) }),
        targets: code.targets(ofLabels: part.map { preparation.target($0.label) }, kind: points.kind),
        inputCount: features.count, outputCount: experiment.outputs,
        task: experiment.problem.classCount == nil ? .regression : .classification)
    }
    kind = points.dimensions == 1 ? .curve1D : .points2D
    train = try samples(points.train)
    validation = points.validation.isEmpty ? nil : try samples(points.validation)
    test = points.test.isEmpty ? nil : try samples(points.test)
    self.points = points
    images = nil
    table = nil
    inputNames = features.map(\.rawValue)
    classNames = Self.pointClassNames(points.kind)
    self.preparation = preparation
    domain = Domain(containing: points)
  }

  static func nothingToTrainOn(_ experiment: ResolvedExperiment, count: Int) -> ExperimentError {
    .doesNotFit(
      "trainRatio \(shortest(experiment.trainRatio)) of \(count) samples leaves none to train on: raise one of the "
        + "two.")
  }

  private static func pointClassNames(_ kind: LabelKind) -> [String] {
    switch kind {
    case .binary: ["−1", "+1"]
    case .classes(let count): (0..<count).map(String.init)
    case .regression: []
    }
  }
}

extension TargetCode {
  /// The targets of points: labels are −1 and +1, class numbers, or numbers to predict.
  func targets(ofLabels labels: [Double], kind: LabelKind) -> Samples.Targets {
    switch kind {
    case .binary: targets(ofClasses: labels.map { $0 > 0 ? 1 : 0 })
    case .classes: targets(ofClasses: labels.map { UInt8(clamping: Int($0)) })
    case .regression: .values(labels.map { Float($0) })
    }
  }
}

extension Domain {
  /// The page's map where it holds every point, else one with a twentieth to spare on each side.
  init(containing set: PointSet) {
    self = .playground
    func range(_ values: [Double], or standard: ClosedRange<Double>) -> ClosedRange<Double> {
      guard let low = values.min(), let high = values.max(), low < high else { return standard }
      // Gaussian clouds have stragglers just outside the page's map, and it shows them cut off.
      let slack = 1.5
      guard low < standard.lowerBound * slack || high > standard.upperBound * slack || high - low < 2 else {
        return standard
      }
      let margin = (high - low) / 20
      return (low - margin)...(high + margin)
    }
    x1 = range(set.points.map(\.x1), or: x1)
    x2 = range(set.points.map(\.x2), or: x2)
  }
}
