import Datasets
import NeuralEngine
import Playground

/// A network in training as `nnplay train` trains it: the same data, settings, batches and shuffling; nothing is
/// evaluated.
final class TrainingLoad {
  private let material: Material
  private let learner: Learner
  private let orders = EpochOrder(seed: 1)
  private var order: [UInt32]?
  private var epoch = 0
  private var position = 0

  /// - Parameters:
  ///   - changes: keys of the experiment and what they are set to.
  ///   - material: data of another workload, to be used again.
  init(_ changes: [(String, String)], threads: Int, reusing material: Material? = nil) throws {
    var experiment = Experiment()
    for (key, value) in changes { try experiment.set(key, to: value) }
    self.material = try Material(experiment, reusing: material)
    var network = Network(self.material.architecture)
    var random = SeededRandom(seed: "bench")
    network.initialize(self.material.resolved.initializer, using: &random)
    learner = try Learner(
      network: network, settings: self.material.resolved.trainingSettings(samples: self.material.train.count),
      threads: threads)
  }

  /// The data, for the next workload.
  var data: Material { material }

  /// Samples of an epoch.
  var sampleCount: Int { material.train.count }

  /// Samples between two updates.
  var samplesPerBatch: Int { learner.settings.samplesPerStep }

  /// Billions of operations a sample: a multiplication and an addition for each use of a weight forward, for its gradient
  /// and, but for the first layer, backward.
  var gigaflopsPerSample: Double {
    [StepPart.forward, .back, .gradient].reduce(0) { $0 + gigaflopsPerSample($1) }
  }

  /// Billions of operations a sample in one part of a step.
  func gigaflopsPerSample(_ part: StepPart) -> Double {
    let architecture = material.architecture
    let weights = ParameterLayout(architecture).parts.filter { $0.isPenalized && (part != .back || $0.layer > 0) }
    return 2e-9 * weights.reduce(0) { $0 + Double($1.count * architecture.uses($1)) }
  }

  /// Does one part of the last step once more.
  func run(_ part: StepPart) { learner.run(part, on: material.train) }

  /// Trains on the next samples, at most to the end of the epoch; a shuffled epoch's order is drawn at its beginning.
  ///
  /// - Parameter batches: how many mini-batches, or nil for the rest of the epoch.
  /// - Returns: how many samples that were.
  @discardableResult
  func train(batches: Int? = nil) -> Int {
    if position == 0, material.resolved.shuffle { order = orders.indices(count: sampleCount, epoch: epoch) }
    let wanted = batches.map { position + $0 * learner.settings.samplesPerStep } ?? sampleCount
    let range = position..<min(wanted, sampleCount)
    learner.train(on: material.train, order: order, range: range)
    position = range.upperBound == sampleCount ? 0 : range.upperBound
    if position == 0 { epoch += 1 }
    return range.count
  }

  /// The time that all units of the network take on a grid of points over the map, again and again into the same
  /// memory.
  func mapSeconds(side: Int, repeats: Int, with stopwatch: Stopwatch) -> [Double] {
    let ends: ClosedRange<Float> = -6...6
    let step = (ends.upperBound - ends.lowerBound) / Float(side - 1)
    var points: [Float] = []
    for row in 0..<side { points += (0..<side).map { _ in ends.upperBound - Float(row) * step } }
    points = (0..<side * side).map { ends.lowerBound + Float($0 % side) * step } + points
    var maps: [Float] = []
    return stopwatch.repeats(repeats, shortest: 0.005) {
      learner.unitMaps(points, count: side * side, into: &maps)
    }
  }
}
