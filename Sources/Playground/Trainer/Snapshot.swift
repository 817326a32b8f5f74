import Datasets
import NeuralEngine

/// What the screen sees of a run: values alone, taken between two slices of training.
public struct Snapshot: Sendable {
  /// The run that it is of.
  public var run: RunID
  /// The number of the last command that was obeyed before the snapshot was taken.
  public var generation: Int
  /// The data; its `experiment` and `resolved` say what is being explored.
  public var material: Material
  /// The experiment with the changes made along the run.
  public var experiment: Experiment
  /// The same with every default filled in.
  public var resolved: ResolvedExperiment
  /// What the run is doing.
  public var state: RunState
  /// Epochs done.
  public var epoch: Int
  /// Training samples of the current epoch that are done.
  public var samplesInEpoch: Int
  /// The network: its parameters are a copy, good for predictions.
  public var network: Network
  /// Where the run stands, to be saved with the network; nil unless asked for, and for a run that broke down.
  public var training: TrainingState?
  /// How the run took up its file of weights; nil for drawn ones.
  public var continuation: Continuation?
  /// The indices in `network.parameters` of links that l1 has put to death.
  public var deadLinks: [Int]
  /// How the network does on the training samples: exact for small sets, else the running mean of the last epoch.
  public var train: Evaluation?
  /// How it does on the samples held back for validation; nil when there are none.
  public var validation: Evaluation?
  /// The network with the lowest validation loss so far; nil where nothing waits for that.
  public var best: Best?
  /// How it does on the test samples; nil when none are kept, or not evaluated yet.
  public var test: Evaluation?
  /// At which epoch `train` and `test` were found out.
  public var evaluatedEpoch: Int
  /// The losses along the run.
  public var history: [LossPoint]
  /// The losses along the run that this one took the place of, where that was on the same data; else empty.
  public var formerHistory: [LossPoint] = []
  /// Changes made along the run that reset nothing.
  public var changes: [LiveChange]
  /// The learning rate of the next update: what was set, times the schedule's factor.
  public var learningRate: Double
  /// The condition on which the run stops.
  public var goal: Goal?
  /// What became of the goal; nil while that is open.
  public var verdict: Verdict?
  /// The speed of training alone, pauses and pictures not counted.
  public var samplesPerSecond: Double
  /// The maps asked for; nil where the data have none or none were asked for.
  public var maps: SnapshotMaps?
  /// The samples of the next mini-batch, by their places among those for training; empty unless asked for.
  public var batch: [Int]
  /// The loss around the parameters, where it is asked for and as far as it is measured.
  public var surface: LossSurface?
  /// What the network says of test samples, for pictures and tables of classes.
  public var report: TestReport?
}

extension Snapshot {
  /// What keeps all or part of the network from learning, each in a sentence with the remedy.
  public var hindrances: [String] { resolved.hindrances(samples: material.train.count) }

  /// The epoch at which the run began: 0, or where the run stood that it goes on with.
  public var firstEpoch: Int {
    if case .goesOn(let epoch)? = continuation { epoch } else { 0 }
  }
}

/// What a run is doing.
public enum RunState: Equatable, Sendable {
  /// It waits: fresh (at epoch 0), or stopped by hand.
  case paused
  /// It trains.
  case running
  /// It came to an end that was set.
  case finished(FinishReason)
  /// It broke down.
  case diverged(Divergence)
}

/// Why a run came to its end.
public enum FinishReason: Equatable, Sendable {
  /// The experiment's `epochs` are done.
  case epochs(Int)
  /// The validation loss found no new lowest value for as long as `patience` says; the network is that of the epoch with
  /// the lowest.
  case patience(best: Int)
  /// The goal was reached.
  case goal(Goal)
  /// The goal's time is over and it is not reached: as foretold, where a lecture wants to show just that.
  case missed(Goal)
}

/// The value of every unit over the plane, as pictures.
public struct SnapshotMaps: Equatable, Sendable {
  /// Each input's map, at the small size.
  public var inputs: [FieldMap]
  /// Each hidden unit's map, [layer][unit], at the small size.
  public var hidden: [[FieldMap]]
  /// Each output unit's map, at the output's size.
  public var outputs: [FieldMap]
  /// The map of the place asked for, at the output's size.
  public var enlarged: FieldMap?
}

/// A picture of one value over the plane: each pixel the mean over its area, row 0 at the top (largest x2).
///
/// For data on a line there is one row: the curve from left to right.
public struct FieldMap: Equatable, Sendable {
  /// Columns and rows.
  public var size: MapSize
  /// [height × width], row-major.
  public var values: [Float]

  /// The value of a pixel.
  public subscript(column: Int, row: Int) -> Float { values[row * size.width + column] }
}

/// What the network says of test samples.
public struct TestReport: Equatable, Sendable {
  /// The samples asked for.
  public var samples: [Prediction]
}

/// What the network says of one test sample.
public struct Prediction: Equatable, Sendable {
  /// Which test sample, counted from 0.
  public var index: Int
  /// The class it is.
  public var label: Int
  /// The network's outputs.
  public var outputs: [Float]
  /// The class the network takes it for.
  public var predicted: Int
}
