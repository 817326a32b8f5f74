import Playground

/// What came of training a step's experiment towards its goal, as a learner would who changes nothing.
public struct LectureTrial: Sendable {
  /// The goal tried.
  public let goal: LectureGoal
  /// Whether its condition held at some epoch.
  public let isReached: Bool
  /// Epochs trained.
  public let epochs: Int
  /// Whether the run broke down on the way.
  public let isDiverged: Bool

  /// How long a step is tried that says neither `within` nor `epochs`.
  private static let patience = 1000

  /// Trains a step's experiment until its goal is reached, or its epochs are over.
  ///
  /// - Throws: whatever keeps the experiment from being opened: data that are missing, for example.
  public init(_ goal: LectureGoal, with experiment: Experiment, threads: Int = 1) throws {
    self.goal = goal
    var experiment = experiment
    experiment.epochs = goal.condition.within ?? experiment.epochs ?? Self.patience
    let run = try Run(experiment, threads: threads)
    run.setGoal(goal.condition)
    run.train(epochs: experiment.epochs ?? Self.patience)
    epochs = run.epoch
    isReached = run.verdict?.isReached ?? false
    if case .diverged = run.status { isDiverged = true } else { isDiverged = false }
  }

  /// Whether the step keeps its promise: the goal is reached, or, for a goal that must fail, is not.
  public var isAsPromised: Bool { goal.fails != isReached }

  /// What happened, in words.
  public var words: String {
    let epochs = epochs == 1 ? "1 epoch" : "\(epochs) epochs"
    if isDiverged { return "the run diverged after \(epochs)" }
    return isReached ? "reached after \(epochs)" : "not reached in \(epochs)"
  }
}
