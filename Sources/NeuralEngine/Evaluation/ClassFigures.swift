/// How well one class is told from the others: what was taken for it, and what of it was found.
///
/// A figure whose denominator is 0 has no value: nothing was taken for the class, or nothing belongs to it.
public struct ClassFigures: Hashable, Sendable {
  /// Samples of the class that were taken for it.
  public let truePositives: Int
  /// Samples of other classes that were taken for it.
  public let falsePositives: Int
  /// Samples of the class that were taken for others.
  public let falseNegatives: Int
  /// Samples of other classes that were not taken for it.
  public let trueNegatives: Int

  /// The figures of four counts.
  public init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) {
    (self.truePositives, self.falsePositives) = (truePositives, falsePositives)
    (self.falseNegatives, self.trueNegatives) = (falseNegatives, trueNegatives)
  }

  /// The figures of a class in a confusion matrix of `counts[truth][answer]`.
  public init(_ counts: [[Int]], of index: Int) {
    let own = counts[index].reduce(0, +)
    let said = counts.reduce(0) { $0 + $1[index] }
    let all = counts.reduce(0) { $0 + $1.reduce(0, +) }
    let hits = counts[index][index]
    self.init(
      truePositives: hits, falsePositives: said - hits, falseNegatives: own - hits,
      trueNegatives: all - said - own + hits)
  }

  /// Of what was taken for the class the share that belongs to it: TP ∕ (TP + FP).
  public var precision: Double? { Self.share(truePositives, of: truePositives + falsePositives) }
  /// Of what belongs to the class the share that was found: TP ∕ (TP + FN); the true positive rate.
  public var recall: Double? { Self.share(truePositives, of: truePositives + falseNegatives) }
  /// The harmonic mean of the two: 2 TP ∕ (2 TP + FP + FN).
  public var f1: Double? { Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives) }
  /// Of what does not belong to the class the share that was taken for it: FP ∕ (FP + TN).
  public var falsePositiveRate: Double? { Self.share(falsePositives, of: falsePositives + trueNegatives) }
  /// The share of all samples that were taken for what they are.
  public var accuracy: Double? {
    Self.share(
      truePositives + trueNegatives, of: truePositives + falsePositives + falseNegatives + trueNegatives)
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
