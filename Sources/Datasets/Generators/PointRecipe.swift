import NeuralEngine

/// The row of a data set that is made: everything there is to know of it, beside its name.
struct PointRecipe: Sendable {
  /// What the set is, in one sentence.
  let summary: String
  /// What the labels mean.
  let kind: LabelKind
  /// 1 for points on a line, 2 on a plane.
  var dimensions = 2
  /// How many samples there are unless the experiment says otherwise.
  var count = 500
  /// Whether it is a truth table: its rows are all for training and never shuffled; count, noise and ratio mean nothing.
  var isTruthTable = false
  /// Draws so many points with a noise of 0…0.8; what it does is said with each generator.
  let draw: @Sendable (_ count: Int, _ noise: Double, _ random: inout SeededRandom) -> [LabelledPoint]
  /// The set's idea as a small drawing.
  let sketch: PointSketch
}
