import Datasets

/// A command to one run or to several, with the number that its sender gave it; each is larger than the one before.
///
/// An order to a run that is not open, or no longer, is for nobody, unless it opens the run.
public struct Order: Equatable, Sendable {
  /// A run's snapshots of at least this number have seen it.
  public let number: Int
  /// What is to be done.
  public let command: TrainerCommand
  /// Which runs are to do it: all of them at the same moment.
  public let runs: [RunID]

  /// A numbered command.
  public init(number: Int, _ command: TrainerCommand, to runs: [RunID] = [.main]) {
    self.number = number
    self.command = command
    self.runs = runs
  }

  /// Whether nothing comes of it when another follows at once.
  func isOvertaken(by next: Order) -> Bool { runs == next.runs && command.isOvertaken(by: next.command) }
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
  /// Back to epoch 0 with new weights from a new seed of their own.
  case newWeights
  /// New data from a new seed; network and epoch stay (the page's Regenerate).
  case newData
  /// Starts an experiment from its seed: new data, new weights, epoch 0.
  case open(Experiment)
  /// Goes on with a run of an experiment that was kept in a file of this path.
  case takeUp(Experiment, path: String)
  /// Changes the experiment in play: what may change while training runs resets nothing, anything else opens it anew.
  case adjust(ExperimentChange)
  /// Sets one parameter by hand.
  case setParameter(index: Int, value: Float)
  /// Goes to another place in parameter space: all parameters are set by hand.
  case setParameters([Float])
  /// Takes these points in place of the data set's own; network and epoch stay.
  case editPoints(PointSet)
  /// How fast epochs go by.
  case pace(Pace)
  /// The condition to be judged by; nil takes it back.
  case goal(Goal?)
  /// After a divergence: back to the last sane state, with a learning rate that was sane.
  case restoreSane
  /// Takes back the orders of these numbers: the run is again what it was before them where a copy of it was kept and
  /// something ended it, else another command makes up for them.
  indirect case takeBack(ClosedRange<Int>, otherwise: TrainerCommand)
  /// Ends the run: nobody wants to see it any more.
  case close
}

extension TrainerCommand {
  /// Whether pictures from before this command would mislead: they are dropped.
  var outdatesSnapshots: Bool {
    switch self {
    case .rewind, .newWeights, .newData, .open, .takeUp, .editPoints, .restoreSane, .setParameter, .setParameters,
      .takeBack, .close:
      true
    case .run, .pause, .stepEpoch, .stepBatch, .adjust, .pace, .goal: false
    }
  }
}

extension TrainerCommand {
  /// The experiment that comes of an experiment by this command, as far as its sender can know.
  public func applied(to experiment: Experiment) -> Experiment {
    switch self {
    case .open(let opened), .takeUp(let opened, path: _): return opened
    case .adjust(let change): return change.applied(to: experiment)
    case .takeBack(_, let opposite): return opposite.applied(to: experiment)
    case .editPoints(let points):
      var changed = experiment
      changed.points = points
      return changed
    case .run, .pause, .stepEpoch, .stepBatch, .rewind, .newWeights, .newData, .setParameter, .setParameters, .pace,
      .goal, .restoreSane, .close:
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
