/// Samples on a plane or a line, shuffled: those for training first, then those for validation, then those for the test.
public struct PointSet: Equatable, Sendable {
  /// All samples, in the order in which training takes them; the first `trainCount` are for training.
  public var points: [LabelledPoint]
  /// How many of `points` are for training.
  public var trainCount: Int
  /// How many behind those are for validation; the rest is the test set.
  public private(set) var validationCount = 0
  /// What the labels mean.
  public var kind: LabelKind
  /// 2 on a plane; 1 for a curve, where x2 is always 0.
  public var dimensions: Int

  /// A set of points whose first `trainCount` are for training.
  public init(points: [LabelledPoint], trainCount: Int, kind: LabelKind, dimensions: Int = 2) {
    self.points = points
    self.trainCount = min(max(trainCount, 0), points.count)
    self.kind = kind
    self.dimensions = dimensions
  }

  /// The samples for training.
  public var train: ArraySlice<LabelledPoint> { points[..<trainCount] }

  /// The samples by which is seen when to stop.
  public var validation: ArraySlice<LabelledPoint> { points[trainCount..<trainCount + validationCount] }

  /// The samples kept aside for the test.
  public var test: ArraySlice<LabelledPoint> { points[(trainCount + validationCount)...] }

  /// The samples that are not trained on.
  public var others: ArraySlice<LabelledPoint> { points[trainCount...] }

  /// The set with some of its training samples for validation.
  ///
  /// - Parameters:
  ///   - kept: the places of those that stay for training.
  ///   - held: the places of those for validation.
  public func holdingOut(kept: [Int], held: [Int]) -> PointSet {
    var set = self
    set.points = (kept + held).map { points[$0] } + test
    (set.trainCount, set.validationCount) = (kept.count, held.count)
    return set
  }

  /// The set with its samples for validation among those for training.
  public var whole: PointSet {
    var set = self
    (set.trainCount, set.validationCount) = (trainCount + validationCount, 0)
    return set
  }

  /// The number of classes; nil for regression.
  public var classCount: Int? { kind.classCount }
}
