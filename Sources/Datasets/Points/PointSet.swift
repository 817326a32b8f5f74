/// Samples on a plane or a line, shuffled, those for training first.
public struct PointSet: Equatable, Sendable {
  /// All samples, in the order in which training takes them; the first `trainCount` are for training.
  public var points: [LabelledPoint]
  /// How many of `points` are for training; the rest is the test set.
  public var trainCount: Int
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

  /// The samples kept aside for the test.
  public var test: ArraySlice<LabelledPoint> { points[trainCount...] }

  /// The number of classes; nil for regression.
  public var classCount: Int? { kind.classCount }
}
