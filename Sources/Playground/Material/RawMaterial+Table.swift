import Datasets
import NeuralEngine

extension Table {
  /// What the table asks of a network.
  var problem: Problem {
    switch targets {
    case .classes(_, let names): .classification(classes: names.count)
    case .values, .none: .regression(targets: max(1, targetNames.count))
    }
  }
}

extension Table {
  /// The rows in the order in which they are taken: with a test set shuffled by a stream, for files are often sorted by
  /// class; without one as the file has them.
  func rows(for experiment: ResolvedExperiment, using random: inout SeededRandom) -> [Int] {
    var rows = Array(0..<rowCount)
    if experiment.trainRatio < 1 { random.shuffle(&rows) }
    return rows
  }
}

extension ResolvedExperiment {
  /// Whether numbers to be predicted are brought to mean 0 and deviation 1: where the inputs are, and an output without
  /// bounds can give them back.
  var scalesTargets: Bool {
    guard case .table(let source) = dataset else { return false }
    return source.targetCount == nil && normalize == .standard && output == .linear && loss == .squaredError
  }

  /// The experiment with the coordinates as features, where none were said.
  var withPlaneFeatures: ResolvedExperiment {
    var changed = self
    if changed.features.isEmpty { changed.features = [.plane(.x1), .plane(.x2)] }
    return changed
  }
}

extension RawMaterial {
  /// Own points in place of a table's rows.
  ///
  /// - Throws: `ExperimentError.doesNotFit` when they ask for another network than the table does.
  init(points: PointSet, over table: Table, for experiment: ResolvedExperiment) throws {
    guard Problem(points.kind) == table.problem else {
      throw ExperimentError.doesNotFit(
        "The points have \(Problem(points.kind).words) and \(experiment.dataset) has \(table.problem.words): leave "
          + "points out.")
    }
    try self.init(points: points, for: experiment)
    self.table = table
  }

  /// The rows of a table. Two columns of features and one of labels lie on a plane, one and one on a line, and are
  /// drawn there.
  ///
  /// - Parameter rows: the rows in the order in which they are taken.
  /// - Throws: `ExperimentError.doesNotFit` when none are left to train on, or features are asked of other columns.
  init(table raw: Table, rows: [Int], for experiment: ResolvedExperiment) throws {
    // A ratio such as 0.57 stands for the decimal it was written as.
    let learnt = Int((Double(rows.count) * experiment.trainRatio + 1e-9).rounded(.down))
    guard learnt > 0 else { throw Self.nothingToTrainOn(experiment, count: rows.count) }
    let split = try ValidationSplit(experiment, count: learnt)
    let order = split.map { split in (split.kept + split.held).map { rows[$0] } + rows[learnt...] } ?? rows
    let parts = TableParts(train: split?.kept.count ?? learnt, validation: split?.held.count ?? 0)
    try self.init(table: raw, rows: order, parts: parts, for: experiment)
  }

  /// How many rows are for what, in their order; the rest is the test set.
  private struct TableParts {
    let train: Int
    let validation: Int
    /// Where those for the test begin.
    var learnt: Int { train + validation }
  }

  private init(table raw: Table, rows: [Int], parts: TableParts, for experiment: ResolvedExperiment) throws {
    let table = raw.filled(from: rows[..<parts.train])
    if let points = PointSet(table, rows: rows, trainCount: parts.learnt) {
      let isLine = points.dimensions == 1
      var shown = experiment.withPlaneFeatures
      if isLine, experiment.features.isEmpty { shown.features = [.plane(.x1)] }
      let labelled = points.withLabels(of: experiment)
      let held = Array(parts.train..<parts.learnt)
      try self.init(points: labelled.holdingOut(kept: Array(0..<parts.train), held: held), for: shown)
      if experiment.features.isEmpty { inputNames = table.featureNames }
      if let names = table.classNames { classNames = names }
      preparation.layout = table.layout
      self.table = raw
      return
    }
    guard experiment.features.isEmpty else {
      throw ExperimentError.doesNotFit(
        "features \(experiment.features) are made of two columns and \(experiment.dataset) has "
          + "\(table.featureCount): leave features out, and every column is an input.")
    }
    try self.init(filled: table, rows: rows, parts: parts, for: experiment)
    // Another split fills the gaps anew.
    self.table = raw
  }

  private init(filled table: Table, rows: [Int], parts: TableParts, for experiment: ResolvedExperiment) throws {
    let width = table.featureCount
    var preparation = Preparation(source: .columns(table.picture ?? Shape(channels: width)), layout: table.layout)
    if experiment.normalize == .standard {
      preparation.scaling = Scaling(rows: rows[..<parts.train], columns: width) {
        Double(table.features[$0 * width + $1])
      }
    }
    if experiment.scalesTargets, case .values(let values) = table.targets, table.targetNames.count == 1 {
      preparation.targetScaling = Scaling(of: rows[..<parts.train].map { Double(values[$0]) }, columns: 1)
    }
    let code = TargetCode(experiment)
    func samples(_ part: ArraySlice<Int>, labelledAs labelled: ArraySlice<Int>) throws -> Samples {
      try Samples(
        inputs: .floats(table.inputs(part, preparation.scaling)),
        targets: table.targets(labelled, code: code, preparation),
        inputCount: width,
        outputCount: experiment.outputs,
        task: table.classNames != nil ? .classification : experiment.output == .linear ? .regression : nil)
    }
    kind = .table
    let learnt = Array(rows[..<parts.learnt])
    let labelled = LabelShuffle(experiment, count: learnt.count)?(learnt) ?? learnt
    train = try samples(rows[..<parts.train], labelledAs: labelled[..<parts.train])
    validation =
      parts.validation == 0
      ? nil : try samples(rows[parts.train..<parts.learnt], labelledAs: labelled[parts.train...])
    test = parts.learnt == rows.count ? nil : try samples(rows[parts.learnt...], labelledAs: rows[parts.learnt...])
    points = nil
    images = nil
    self.table = table
    inputNames = table.featureNames
    classNames = table.classNames ?? []
    self.preparation = preparation
    domain = .playground
  }
}

extension PointSet {
  /// The rows of a table as points, where it has the shape of some: one or two columns of features, one of labels.
  fileprivate init?(_ table: Table, rows: [Int], trainCount: Int) {
    guard table.picture == nil else { return nil }
    let dimensions = table.featureCount
    let areNumbers = table.layout.features.allSatisfy { !$0.isOfWords }
    guard dimensions == 2 || dimensions == 1 && table.kind == .regression, table.targetNames.count == 1, areNumbers
    else { return nil }
    self.init(
      points: rows.map { row in
        let place = table.row(row).map(Double.init)
        return LabelledPoint(x1: place[place.startIndex], x2: dimensions == 2 ? place[1] : 0, label: table.label(row))
      }, trainCount: trainCount, kind: table.kind, dimensions: dimensions)
  }
}

extension Table {
  /// What the classes are called; nil for numbers to predict.
  fileprivate var classNames: [String]? {
    switch targets {
    case .classes(_, let names): names
    case .values, .none: nil
    }
  }

  /// The features of a row.
  fileprivate func row(_ index: Int) -> ArraySlice<Float> {
    features[(index * featureCount)..<((index + 1) * featureCount)]
  }

  /// The features of some rows, scaled.
  fileprivate func inputs(_ rows: ArraySlice<Int>, _ scaling: Scaling?) -> [Float] {
    let width = featureCount
    return [Float](unsafeUninitializedCapacity: rows.count * width) { inputs, count in
      for row in rows {
        for column in 0..<width {
          let value = features[row * width + column]
          inputs[count] = scaling?.apply(Double(value), at: column) ?? value
          count += 1
        }
      }
    }
  }

  /// The label of a row as points carry it: −1 and +1 for two classes, a number for more.
  fileprivate func label(_ row: Int) -> Double {
    switch targets {
    case .classes(let classes, let names): names.count == 2 ? (classes[row] == 0 ? -1 : 1) : Double(classes[row])
    case .values(let values): Double(values[row])
    case .none: 0
    }
  }

  /// The targets of some rows.
  fileprivate func targets(_ rows: ArraySlice<Int>, code: TargetCode, _ preparation: Preparation) -> Samples.Targets {
    let width = targetNames.count
    switch targets {
    case .classes(let classes, _): return code.targets(ofClasses: rows.map { classes[$0] })
    case .values(let values) where width == 1:
      return .values(rows.map { Float(preparation.target(Double(values[$0]))) })
    case .values(let values): return .values(rows.flatMap { values[($0 * width)..<(($0 + 1) * width)] })
    case .none: return .values(rows.map { _ in 0 })
    }
  }
}
