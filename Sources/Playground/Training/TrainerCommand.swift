import Datasets

/// A command with the number that its sender gave it; each is larger than the one before.
public struct Order: Equatable, Sendable {
  /// Snapshots of at least this number have seen it.
  public let number: Int
  /// What is to be done.
  public let command: TrainerCommand

  /// A numbered command.
  public init(number: Int, _ command: TrainerCommand) {
    self.number = number
    self.command = command
  }
}

/// What the trainer can be told.
public enum TrainerCommand: Equatable, Sendable {
  /// Trains until told otherwise, a goal is reached or the run diverges.
  case run
  /// Stops after the slice under way.
  case pause
  /// Trains to the end of the epoch.
  case stepEpoch
  /// Trains one mini-batch.
  case stepBatch
  /// Back to epoch 0 with the same first weights.
  case rewind
  /// Back to epoch 0 with new weights, drawn from the seed's stream where it stands (the page's Reset).
  case newWeights
  /// New data from a new seed; network and epoch stay (the page's Regenerate).
  case newData
  /// Starts an experiment from its seed: new data, new weights, epoch 0.
  case open(Experiment)
  /// Changes the experiment in play: what may change while training runs resets nothing, anything else opens it anew.
  case adjust(ExperimentChange)
  /// Sets one parameter by hand.
  case setParameter(index: Int, value: Float)
  /// Takes these points in place of the data set's own; network and epoch stay.
  case editPoints(PointSet)
  /// How fast epochs go by.
  case pace(Pace)
  /// The condition on which to stop; nil takes it back.
  case goal(Goal?)
  /// After a divergence: back to the last sane state, with a learning rate that was sane.
  case restoreSane
}

extension TrainerCommand {
  /// Whether pictures from before this command would mislead: they are dropped.
  var outdatesSnapshots: Bool {
    switch self {
    case .rewind, .newWeights, .newData, .open, .editPoints, .restoreSane, .setParameter: true
    case .run, .pause, .stepEpoch, .stepBatch, .adjust, .pace, .goal: false
    }
  }
}

extension TrainerCommand {
  /// The experiment that comes of an experiment by this command, as far as its sender can know.
  public func applied(to experiment: Experiment) -> Experiment {
    switch self {
    case .open(let opened): return opened
    case .adjust(let change): return change.applied(to: experiment)
    case .editPoints(let points):
      var changed = experiment
      changed.points = points
      return changed
    case .run, .pause, .stepEpoch, .stepBatch, .rewind, .newWeights, .newData, .setParameter, .pace, .goal,
      .restoreSane:
      return experiment
    }
  }

  /// Whether nothing comes of it when another follows at once: a slider that is dragged sends dozens.
  func isOvertaken(by next: TrainerCommand) -> Bool {
    switch (self, next) {
    case (.open, .open), (.editPoints, .editPoints): true
    case (.adjust(let change), .adjust(let later)): change.isCovered(by: later)
    case _: false
    }
  }
}

/// How fast epochs go by.
public enum Pace: Equatable, Sendable {
  /// So many a second, where the machine can; pictures and tables always go at full speed.
  case epochsPerSecond(Double)
  /// As fast as the machine can.
  case full

  /// As the page does: an epoch a frame.
  public static let playground = Pace.epochsPerSecond(60)
}
