import Datasets

/// A perceptron on the plane that is taught by hand, a sample at a time: a = 1 where w·x + b ≥ 0, else 0.
///
/// Rule: where the answer is wrong, w ← w + η (t − a) x and b ← b + η (t − a) (Rosenblatt 1957). If a line separates the
/// classes, the corrections come to an end (Novikoff 1962).
struct HandPerceptron: Equatable, Sendable {
  /// w₁ and w₂.
  var weights = (x1: 0.0, x2: 0.0)
  var bias = 0.0

  /// w·x + b.
  func sum(_ point: LabelledPoint) -> Double { weights.x1 * point.x1 + weights.x2 * point.x2 + bias }

  /// 1 or 0.
  func answer(_ point: LabelledPoint) -> Double { sum(point) >= 0 ? 1 : 0 }

  /// What the answer should be.
  static func target(_ point: LabelledPoint) -> Double { point.label > 0 ? 1 : 0 }

  /// t − a: 0 where the answer is right.
  func error(_ point: LabelledPoint) -> Double { Self.target(point) - answer(point) }

  /// The perceptron after the sample has been learnt from.
  func corrected(by point: LabelledPoint, rate: Double) -> HandPerceptron {
    let step = rate * error(point)
    var changed = self
    changed.weights = (weights.x1 + step * point.x1, weights.x2 + step * point.x2)
    changed.bias += step
    return changed
  }

  /// How many of the samples are answered rightly.
  func rightCount(_ points: some Sequence<LabelledPoint>) -> Int { points.count { error($0) == 0 } }

  static func == (one: HandPerceptron, other: HandPerceptron) -> Bool {
    one.weights == other.weights && one.bias == other.bias
  }
}
