/// What came of an experiment that was trained to its end without being watched.
public struct Outcome: Equatable, Sendable {
  /// Epochs done.
  public var epochs: Int
  /// The training loss at the end; nil for a run that broke down.
  public var trainLoss: Double?
  /// The test loss at the end; nil where no samples are kept for the test, too.
  public var testLoss: Double?
  /// The share of right answers in training; nil for regression.
  public var trainAccuracy: Double?
  /// The share of right answers in the test; nil for regression.
  public var testAccuracy: Double?
  /// The first epoch at which the goal held; nil where it never did.
  public var reachedAt: Int?
  /// The epoch during which the run broke down; nil where it did not.
  public var divergedAt: Int?
  /// The network's weights, biases and other trained numbers.
  public var parameterCount: Int

  /// What came of a training, figure by figure.
  public init(
    epochs: Int, trainLoss: Double? = nil, testLoss: Double? = nil, trainAccuracy: Double? = nil,
    testAccuracy: Double? = nil, reachedAt: Int? = nil, divergedAt: Int? = nil, parameterCount: Int
  ) {
    self.epochs = epochs
    (self.trainLoss, self.testLoss) = (trainLoss, testLoss)
    (self.trainAccuracy, self.testAccuracy) = (trainAccuracy, testAccuracy)
    (self.reachedAt, self.divergedAt) = (reachedAt, divergedAt)
    self.parameterCount = parameterCount
  }

  /// How much worse the test came out than the training: test loss − training loss.
  public var testGap: Double? {
    guard let trainLoss, let testLoss else { return nil }
    return testLoss - trainLoss
  }
}

extension Outcome {
  /// What has come of a run up to now.
  package init(of run: Run) {
    epochs = run.epoch
    parameterCount = run.material.parameterCount
    if let verdict = run.verdict, verdict.isReached { reachedAt = verdict.epoch }
    if case .diverged(let divergence) = run.status {
      divergedAt = divergence.epoch
      return
    }
    (trainLoss, trainAccuracy) = (run.train?.loss, run.train?.accuracy)
    (testLoss, testAccuracy) = (run.test?.loss, run.test?.accuracy)
  }
}
