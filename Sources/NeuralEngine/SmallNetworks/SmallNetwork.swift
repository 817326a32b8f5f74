import CKernels

/// The training step of small networks: all of it in one thread's registers and nearest cache, many mini-batches a
/// call.
///
/// Units or samples lie across the lanes of a vector; see `small.h`. A second thread would cost these networks more than
/// their work. Batch normalisation is left to ``LargeNetwork``.
final class SmallNetwork: TrainingPath {
  private let workspace = Workspace()
  private let parameters: UnsafeMutablePointer<Float>
  private let layers: UnsafeMutablePointer<ck_layer>
  private let layerCount: Int32
  private let room: UnsafeMutablePointer<Float>
  private let gradients: UnsafeMutablePointer<Float>
  private let parameterCount: Int
  private let layout: ck_layout
  /// Rows that go through together; longer mini-batches are summed up in several passes.
  let passRows: Int

  /// Takes the memory for training.
  ///
  /// - Parameters:
  ///   - parameters: in the layout of the architecture; they must outlive this.
  ///   - batchSize: the largest mini-batch.
  ///   - dropout: above 0 where any is meant to be, whatever it is later.
  /// - Returns: nil where ``fits(_:rows:)`` says no.
  init?(_ architecture: Architecture, parameters: UnsafeMutablePointer<Float>, batchSize: Int, dropout: Double) {
    guard Self.fits(architecture, rows: batchSize) else { return nil }
    let parts = ParameterLayout(architecture)
    layout = Self.layout(architecture, batchSize: batchSize)
    self.parameters = parameters
    parameterCount = parts.count
    passRows = min(batchSize, Int(ck_small_rows))
    layerCount = Int32(parts.layers.count)
    layers = workspace.layers(parts, architecture)
    var description = ck_small_network(
      layers: layers, depth: layerCount, rows: Int32(passRows), loss: .squaredError, dropout: Float(dropout),
      layout: layout)
    room = workspace.matrix(rows: 1, stride: ck_small_workspace(&description))
    gradients = workspace.matrix(rows: 1, stride: parts.count)
  }

  /// Whether the network is trained fastest here: narrow enough that its weights stay near, and of a kind that the
  /// kernels do.
  ///
  /// Few samples at a time leave a matrix product little to reuse, and its preparations weigh: so networks up to twice
  /// the usual width are faster here then. A wide first layer reads its weights once a mini-batch from farther away,
  /// where narrower layers already lose. The limits were measured with `nnplay bench --table`.
  static func fits(_ architecture: Architecture, rows: Int) -> Bool {
    guard architecture.isDense, !architecture.batchNormalization else { return false }
    let units = architecture.hidden + [architecture.outputs]
    let isFew = rows <= Int(ck_multiply_few_rows)
    let most = isFew ? Int(ck_small_width) : mostUnits
    let mostUnderManyInputs = isFew ? Int(ck_small_width) : mostUnitsUnderManyInputs
    return units.allSatisfy { $0 <= most } && units.count <= Int(ck_small_depth)
      && (architecture.inputs <= manyInputs || units[0] <= mostUnderManyInputs)
  }

  /// What lies across the lanes of a vector while the network is trained.
  ///
  /// Samples fill the lanes however few units a layer has, but a mini-batch leaves some of the last vector empty, and
  /// sums over samples have to be gathered from the lanes; units, where there are many, do without both. So the wider a
  /// network is, the fuller the vectors have to be; and so it is where most layers fill eight lanes with their units, as
  /// in deep networks. The limits are where the times of both cross, measured with batches of 1 to 128 and 4, 8 and 16
  /// lanes; the number of threads has no part in it.
  static func layout(_ architecture: Architecture, batchSize: Int) -> ck_layout {
    let rows = min(batchSize, Int(ck_small_rows))
    let lanes = Int(ck_lanes())
    let share = Double(rows) / Double((rows + lanes - 1) / lanes * lanes)
    let sides = architecture.layers.indices.map { [architecture.sources($0), architecture.units($0)] }
    let widest = sides.joined().max() ?? 0
    let fillsEight = 2 * sides.count { $0.allSatisfy { $0 > 6 } } > sides.count
    let leastShare: Double? =
      switch widest {
      case ...4: 0
      case ...8: fillsEight ? 0.7 : 0.5
      case ...16: 0.6
      case ...32: 0.75
      case _: nil
      }
    return leastShare.map { share >= $0 } == true ? .samples : .units
  }

  var way: TrainingWay { layout == .samples ? .samples : .units }

  private static let mostUnits = 96
  private static let mostUnitsUnderManyInputs = 32
  private static let manyInputs = 192

  /// Trains on a stretch of samples, or only sums their gradients.
  func run(_ sweep: Sweep, clock: inout TrainingClock) -> Progress {
    var network = ck_small_network(
      layers: layers, depth: layerCount, rows: Int32(passRows), loss: sweep.loss, dropout: sweep.dropout,
      layout: layout)
    var samples = ck_samples(sweep.samples)
    var state = ck_small_state(
      parameters: parameters, gradient: sweep.gradients ?? gradients, m: sweep.m, v: sweep.v, alive: sweep.alive,
      workspace: room, rule: clock.rule(sweep.update), carried: clock.waiting, updates: 0, seed: sweep.seed,
      batches: clock.batches)
    var tally = ck_tally()
    // A schedule gives every update its own rate; without one the whole stretch is one call.
    let piece = sweep.update.isSteady ? max(1, sweep.range.count) : sweep.batchSize
    var updates = 0
    var start = sweep.range.lowerBound
    while start < sweep.range.upperBound {
      let count = min(piece, sweep.range.upperBound - start)
      state.rule = clock.rule(sweep.update)
      state.updates = 0
      if sweep.updates {
        ck_small_train(
          &network, &state, &samples, start, count, sweep.batchSize, sweep.carriesRemainder, &tally)
      } else {
        ck_small_gradient(&network, &state, &samples, start, count, &tally)
      }
      clock.advance(
        batches: (count + sweep.batchSize - 1) / sweep.batchSize, updates: state.updates, waiting: state.carried,
        rule: state.rule)
      updates += state.updates
      if let average = sweep.average, state.updates > 0 {
        ck_average(parameterCount, sweep.update.averaging, parameters, average)
      }
      start += count
    }
    return Progress(loss: tally.loss, correct: Int(tally.correct), count: sweep.range.count, steps: updates)
  }
}

extension ck_layer {
  /// A layer of the flat buffer as the kernels want it described.
  init(_ layer: ParameterLayout.Layer, activation: ck_activation, leakySlope: Float) {
    self.init(
      sources: Int32(layer.sources), units: Int32(layer.units), stride: Int32(layer.stride), activation: activation,
      weights: layer.weights, biases: layer.biases, slope: layer.slope ?? 0, end: layer.trainedEnd,
      leak: leakySlope)
  }
}

extension ck_samples {
  /// The same samples for the kernels.
  init(_ samples: SamplePointers) {
    self.init(
      floats: samples.floats, bytes: samples.bytes, scale: samples.scale, shift: samples.shift,
      targets: samples.targets(first: 0))
  }
}
