/// What a stretch of training found out on its way: sums over its samples, each as the network was when it met them.
public struct Progress: Codable, Equatable, Sendable {
  /// The summed loss, without regularisation; divide by ``count`` for the running mean.
  public var loss: Double
  /// How many were right, for classifications; 0 for regressions.
  public var correct: Int
  /// How many samples were seen.
  public var count: Int
  /// How many updates were made.
  public var steps: Int

  /// Sums, nothing at first.
  public init(loss: Double = 0, correct: Int = 0, count: Int = 0, steps: Int = 0) {
    self.loss = loss
    self.correct = correct
    self.count = count
    self.steps = steps
  }

  /// Adds one stretch to another.
  public static func += (sum: inout Progress, part: Progress) {
    sum.loss += part.loss
    sum.correct += part.correct
    sum.count += part.count
    sum.steps += part.steps
  }
}
