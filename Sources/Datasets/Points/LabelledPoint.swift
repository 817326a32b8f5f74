/// One sample of a 2-D or 1-D data set: where it lies and what belongs there.
public struct LabelledPoint: Hashable, Codable, Sendable {
  /// Across the map, mostly −6…6.
  public var x1: Double
  /// Up the map, mostly −6…6; 0 in a 1-D set.
  public var x2: Double
  /// −1 or +1 in a set of two classes, 0, 1, 2 … in one of more, else the number to predict.
  public var label: Double

  /// A sample at (x1, x2).
  public init(x1: Double, x2: Double, label: Double) {
    self.x1 = x1
    self.x2 = x2
    self.label = label
  }
}
