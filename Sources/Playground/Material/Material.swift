import Datasets
import NeuralEngine

/// The data of an experiment, made or read, and brought into the form the network takes.
///
/// A value that is never changed: snapshots share it with the trainer.
public struct Material: Sendable {
  /// What the samples are, which decides how they are drawn.
  public enum Kind: Hashable, Sendable {
    /// Points on a plane: a map can be drawn.
    case points2D
    /// Points on a line: a curve can be drawn.
    case curve1D
    /// Pictures of one size.
    case images(width: Int, height: Int, channels: Int)
    /// Rows of numbers with more columns than a picture has axes.
    case table
  }

  /// The experiment the data are for.
  public let experiment: Experiment
  /// The same with every default filled in, the data being known now.
  public let resolved: ResolvedExperiment
  /// What the samples are.
  public let kind: Kind
  /// The samples for training.
  public let train: Samples
  /// The samples held back to see when to stop; nil when none are.
  public let validation: Samples?
  /// The samples for the test; nil when none are kept.
  public let test: Samples?
  /// The points as they lie on the plane or the line; nil for pictures and tables.
  public let points: PointSet?
  /// The pictures as they were read; nil for everything else.
  public let images: (train: ImageSet, test: ImageSet)?
  /// The table as it was read; nil for everything else, and where its rows are pictures.
  public let table: Table?
  /// The user's own pictures as they were read, before some were kept for the test; nil for everything else.
  let ownPictures: OwnPictures?
  /// What was inferred about a file, in a sentence; nil where nothing was.
  public let account: String?
  /// What each input of the network is called; empty for pictures, whose inputs are pixels.
  public let inputNames: [String]
  /// What each class is called; empty for regression.
  public let classNames: [String]
  /// What turns a raw sample into the network's inputs.
  public let preparation: Preparation
  /// The part of the plane that maps show.
  public let domain: Domain
  /// The network's shape.
  public let architecture: Architecture
  /// The number of the network's true parameters.
  public let parameterCount: Int
  /// The stream of random numbers where the data left it: the weights are drawn next.
  let random: SeededRandom
}

/// A rectangle of the plane.
public struct Domain: Equatable, Sendable {
  /// From left to right.
  public var x1: ClosedRange<Double>
  /// From bottom to top.
  public var x2: ClosedRange<Double>

  /// TensorFlow Playground's map, −6…6 both ways.
  public static let playground = Domain(x1: -6...6, x2: -6...6)
}
