/// What is compared when one trial is called better than another.
public struct Objective: Equatable, Sendable {
  /// The loss or accuracy at the end.
  public let quantity: Goal.Quantity

  /// A comparison by a loss, the lower the better, or an accuracy, the higher the better.
  public init(_ quantity: Goal.Quantity) { self.quantity = quantity }

  /// The test loss, or the training loss where no samples are kept for the test.
  public init(for experiment: Experiment) {
    let resolved = experiment.resolved()
    self.init(resolved.trainRatio == 1 && !resolved.dataset.isImages ? .trainLoss : .testLoss)
  }

  /// What is compared of an outcome; nil where it is not known.
  public func figure(of outcome: Outcome) -> Double? {
    switch quantity {
    case .trainLoss: outcome.trainLoss
    case .testLoss: outcome.testLoss
    case .trainAccuracy: outcome.trainAccuracy
    case .testAccuracy: outcome.testAccuracy
    }
  }

  /// How bad an end is: the less the better; infinite for what broke down or was refused.
  public func cost(of end: Trial.End) -> Double {
    guard case .trained(let outcome) = end, let figure = figure(of: outcome), figure.isFinite else { return .infinity }
    return isLoss ? figure : -figure
  }

  /// What is compared, in words: `test loss`.
  public var words: String {
    switch quantity {
    case .trainLoss: "train loss"
    case .testLoss: "test loss"
    case .trainAccuracy: "train accuracy"
    case .testAccuracy: "test accuracy"
    }
  }

  /// Whether it is a loss, the lower the better.
  public var isLoss: Bool { quantity == .trainLoss || quantity == .testLoss }
}
