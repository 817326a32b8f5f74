import Datasets

/// What the trainer can be told.
public enum TrainerCommand: Sendable {
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
  /// Changes what may change while training runs; anything else in the experiment opens it anew.
  case adjust(Experiment)
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
  /// Publishes a snapshot as soon as may be, with the maps asked for.
  case publish(SnapshotRequest)
}

extension TrainerCommand {
  /// Whether pictures from before this command would mislead: they are dropped.
  var outdatesSnapshots: Bool {
    switch self {
    case .rewind, .newWeights, .newData, .open, .editPoints, .restoreSane, .setParameter: true
    case .run, .pause, .stepEpoch, .stepBatch, .adjust, .pace, .goal, .publish: false
    }
  }
}

extension TrainerCommand {
  /// Whether it starts an experiment, whatever came before.
  var isOpening: Bool {
    if case .open = self { true } else { false }
  }

  /// Whether it changes the experiment in play.
  var isAdjusting: Bool {
    if case .adjust = self { true } else { false }
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
