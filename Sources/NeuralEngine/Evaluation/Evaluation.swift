/// How well a network does on a set of samples, nothing being learnt.
public struct Evaluation: Sendable, Equatable {
  /// The number of samples.
  public let count: Int
  /// The mean loss per sample, without regularisation; not a number for no samples, as TensorFlow Playground shows it.
  public let loss: Double
  /// The share of right answers, for classifications.
  ///
  /// One output: right when output and target are on the same side of the middle (0, or ½ for targets 0 and 1), the
  /// middle itself counting as +. Several: right when the same output is the largest, the first of equals.
  public let accuracy: Double?
  /// How often class `row` was taken for class `column`, for classifications; two rows (−, +) for a single output.
  public let confusion: [[Int]]?
  /// 1 − Σ (a − t)² ∕ Σ (t − t̄)² over all outputs, t̄ the mean of each output's targets, for regressions; nil where
  /// the targets do not vary.
  public let rSquared: Double?
  /// The class chosen for each sample, for classifications and only where that was asked for.
  public let answers: [Int32]?
  /// The outputs for each sample, [count × outputs], for classifications and only where that was asked for.
  public let outputs: [Float]?

  /// An evaluation, part by part.
  public init(
    count: Int, loss: Double, accuracy: Double? = nil, confusion: [[Int]]? = nil, rSquared: Double? = nil,
    answers: [Int32]? = nil, outputs: [Float]? = nil
  ) {
    self.count = count
    self.loss = loss
    self.accuracy = accuracy
    self.confusion = confusion
    self.rSquared = rSquared
    self.answers = answers
    self.outputs = outputs
  }
}

extension Evaluation {
  /// The mean loss and the share of right answers that sums over samples stand for.
  public init(_ sums: Progress, task: Samples.Task) {
    let count = Double(sums.count)
    self.init(
      count: sums.count, loss: sums.loss / count,
      accuracy: task == .classification && sums.count > 0 ? Double(sums.correct) / count : nil)
  }
}
