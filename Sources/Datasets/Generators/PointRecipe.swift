import NeuralEngine

/// Everything there is to know of a data set that is made, beside its name.
public struct PointRecipe: Sendable {
  /// What the set is, in one sentence.
  public let summary: String
  /// What the labels mean.
  public let kind: LabelKind
  /// 1 for points on a line, 2 on a plane.
  public var dimensions = 2
  /// How many samples there are unless the experiment says otherwise.
  public var count = 500
  /// Whether it is a truth table: four rows, all for training, never shuffled; count, noise and ratio mean nothing.
  public var isTruthTable = false
  /// Draws so many points with a noise of 0…0.8; what it does is said with each generator.
  let draw: @Sendable (_ count: Int, _ noise: Double, _ random: inout SeededRandom) -> [LabelledPoint]
  /// The set's idea as a small drawing.
  public let sketch: PointSketch

  /// Makes the set: draws the points, shuffles them, and leaves `random` where the network's weights are drawn next.
  ///
  /// - Parameters:
  ///   - count: how many samples; ignored by truth tables, which draw nothing at all.
  ///   - noise: 0…80, in per cent; what it does is said with each generator.
  ///   - trainRatio: the share of the samples that is for training; 1 leaves no test set.
  ///   - random: the stream to draw from, as TensorFlow Playground draws: points, then the shuffle.
  public func generate(
    count: Int, noise: Double, trainRatio: Double, using random: inout SeededRandom
  ) -> PointSet {
    var points = draw(max(count, 0), noise / 100, &random)
    if isTruthTable {
      return PointSet(points: points, trainCount: points.count, kind: kind)
    }
    random.shuffle(&points)
    let trainCount = Self.trainCount(of: points.count, ratio: trainRatio)
    return PointSet(points: points, trainCount: trainCount, kind: kind, dimensions: dimensions)
  }

  /// ⌊count · ratio⌋, where a ratio such as 0.57 counts as the decimal it was written as: of 500 it takes 285.
  private static func trainCount(of count: Int, ratio: Double) -> Int {
    let roundingSlack = 1e-9
    return Int((Double(count) * min(max(ratio, 0), 1) + roundingSlack).rounded(.down))
  }
}
