import NeuralEngine

/// The loss to be measured on a plane through parameter space: all that this takes, as values.
public struct LossSurvey: Sendable {
  /// What was asked for.
  public let request: SurfaceRequest
  let network: Network
  let samples: Samples
  let wholeCount: Int
  let loss: Loss
  let smoothing: Double
  /// What the engine's loss is multiplied by, to be told in the units of the data.
  let unit: Double
  /// Where the run went, stroke by stroke.
  let path: WeightPath
  /// The surface before this one, of the same network and the same plane: its directions hold.
  let former: LossSurface?

  /// Places in a row of the surface, and in a column.
  public static let side = 64

  /// Floating-point operations that one place may take before samples are left out, and those of a whole surface before
  /// only every other place is measured.
  private static let mostOperations = (place: 100_000_000, surface: 40_000_000_000)
  /// How many places of a row share a loss at first.
  private static let coarsest = 8
  /// All samples of a set so small are measured on.
  private static let fewSamples = 2000
  /// So many samples are always measured on.
  private static let leastSamples = 200

  init(
    _ request: SurfaceRequest, of network: Network, on samples: Samples, loss: Loss, smoothing: Double, unit: Double,
    path: WeightPath, after former: LossSurface?
  ) {
    let most = Self.mostOperations.place / max(1, Self.operations(of: network))
    self.samples = samples.spread(max(Self.leastSamples, min(Self.fewSamples, most)))
    wholeCount = samples.count
    let isSame = former?.request.plane == request.plane && former?.network.architecture == network.architecture
    (self.request, self.network, self.path, self.former) = (request, network, path, isSame ? former : nil)
    (self.loss, self.smoothing, self.unit) = (loss, smoothing, unit)
  }

  /// Operations of one sample on its way forward.
  private static func operations(of network: Network) -> Int {
    network.layout.parts.reduce(0) { $0 + ($1.isPenalized ? 2 * $1.count * network.architecture.uses($1) : 0) }
  }

  /// Measures the surface: coarsely first, then finer, each time all over; over one from before, finely at once.
  ///
  /// - Parameter isWanted: takes what is measured so far and says whether to go on.
  /// - Returns: the whole surface, or as much as was wanted.
  public func measure(_ isWanted: (LossSurface) -> Bool = { _ in true }) -> LossSurface {
    let pool = ThreadPool(threads: 1)
    var surface = LossSurface(self)
    let cost = Self.operations(of: network) * samples.count
    let finest = cost * Self.side * Self.side > Self.mostOperations.surface ? 2 : 1
    // Over a picture from before, each place is measured at once.
    var size = surface.isCovered ? finest : Self.coarsest
    var moved = network
    while size >= finest {
      for row in stride(from: 0, to: Self.side, by: size) {
        for column in stride(from: 0, to: Self.side, by: size) {
          let place = surface.place(column: column + size / 2, row: row + size / 2)
          surface.move(&moved.parameters, to: place)
          let loss = moved.evaluate(samples, loss: loss, smoothing: smoothing, on: pool).loss * unit
          surface.fill(column..<column + size, row..<row + size, with: loss)
          guard isWanted(surface) else { return surface }
        }
        surface.progress = Double(row + size) / Double(Self.side) * Double(finest * finest) / Double(size * size)
      }
      size /= 2
    }
    surface.progress = 1
    return surface
  }
}
