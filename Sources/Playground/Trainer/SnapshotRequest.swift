/// What a snapshot should hold beside numbers: pictures cost time, so they are made at the sizes asked for.
public struct SnapshotRequest: Equatable, Sendable {
  /// The size of the small maps of features and hidden units; nil for none.
  public var unitMap: MapSize?
  /// The size of the output's map; nil for none.
  public var outputMap: MapSize?
  /// A feature or unit whose map is wanted at the output's size too.
  public var enlarged: UnitPlace?
  /// Test samples whose predictions are wanted, by index.
  public var testSamples: [Int]
  /// Whether the samples of the next mini-batch are wanted.
  public var batch: Bool
  /// Which part of the loss around the parameters is wanted, to be measured beside the training; nil for none.
  public var surface: SurfaceRequest?
  /// Whether all that going on with the run takes is wanted too, to be saved.
  public var training: Bool

  /// A request; by default for numbers alone.
  public init(
    unitMap: MapSize? = nil, outputMap: MapSize? = nil, enlarged: UnitPlace? = nil, testSamples: [Int] = [],
    batch: Bool = false, surface: SurfaceRequest? = nil, training: Bool = false
  ) {
    self.unitMap = unitMap
    self.outputMap = outputMap
    self.enlarged = enlarged
    self.testSamples = testSamples
    self.batch = batch
    self.surface = surface
    self.training = training
  }
}

/// Columns and rows of a map, in pixels; one row makes a curve.
public struct MapSize: Hashable, Sendable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A size; at least one pixel, at most `largestSide` each way.
  public init(width: Int, height: Int) {
    self.width = min(max(width, 1), Self.largestSide)
    self.height = min(max(height, 1), Self.largestSide)
  }

  /// No screen is larger.
  public static let largestSide = 1024
}

/// A place in the network that has a value for each point of the plane.
public enum UnitPlace: Hashable, Sendable {
  /// An input, counted from 0.
  case input(Int)
  /// A unit of a layer that has weights, both counted from 0; the last layer is the output.
  case unit(layer: Int, index: Int)
}
