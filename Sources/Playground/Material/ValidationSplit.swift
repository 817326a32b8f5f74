import Datasets
import NeuralEngine
import Words

/// One of several equal parts of the training samples: in k-fold cross-validation each is held back once.
public struct Fold: Equatable, Sendable {
  /// Which part, counted from 0.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// A part of so many.
  public init(_ index: Int, of count: Int) { (self.index, self.count) = (index, count) }
}

/// Which of the training samples are held back for validation, drawn by chance: as many as the share asks for, or those of
/// a fold.
struct ValidationSplit {
  /// The places of those that are trained on, in their order.
  let kept: [Int]
  /// The places of those that are held back, in their order.
  let held: [Int]

  /// The split of an experiment's first `count` samples; nil where it asks for none.
  ///
  /// - Throws: `ExperimentError.doesNotFit` when none are left to validate by, or none to train on.
  init?(_ experiment: ResolvedExperiment, count: Int) throws(ExperimentError) {
    guard count > 0, let range = try Self.range(experiment, count: count) else { return nil }
    // A stream of its own, so that samples and weights stay what they are.
    var random = SeededRandom(seed: experiment.seed + " validation")
    let order = EpochOrder(seed: random.nextUInt64()).indices(count: count, epoch: 0).map(Int.init)
    held = order[range].sorted()
    kept = (order[..<range.lowerBound] + order[range.upperBound...]).sorted()
  }

  /// The places of the order by chance that are held back; nil for none.
  private static func range(_ experiment: ResolvedExperiment, count: Int) throws(ExperimentError) -> Range<Int>? {
    if let fold = experiment.fold {
      guard fold.count <= count else {
        throw .doesNotFit(
          "\(grouped(count)) training samples do not make \(grouped(fold.count)) folds: take fewer folds, or more samples."
        )
      }
      return fold.index * count / fold.count..<(fold.index + 1) * count / fold.count
    }
    guard experiment.validation > 0 else { return nil }
    // A share such as 0.29 stands for the decimal it was written as.
    let held = Int((Double(count) * experiment.validation + 1e-9).rounded(.down))
    guard held > 0, held < count else {
      throw .doesNotFit(
        "validation \(shortest(experiment.validation)) of \(grouped(count)) training samples leaves "
          + "\(held == 0 ? "none to validate by" : "none to train on"): take another share, or more samples.")
    }
    return 0..<held
  }
}

extension PointSet {
  /// The points with some of those for training held back, where the experiment asks for that.
  func split(for experiment: ResolvedExperiment) throws(ExperimentError) -> PointSet {
    guard let split = try ValidationSplit(experiment, count: trainCount) else { return self }
    return holdingOut(kept: split.kept, held: split.held)
  }
}

extension Material {
  /// The points as they can be edited: those placed by hand, else those that were made or read, with the ones for
  /// validation among the ones for training; nil for pictures and tables.
  public var editablePoints: PointSet? { experiment.points ?? points?.whole }
}
