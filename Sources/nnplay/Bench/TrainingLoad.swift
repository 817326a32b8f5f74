import Datasets
import NeuralEngine
import Playground

/// A network in training as `nnplay train` trains it: the same data, settings, batches and shuffling; nothing is
/// evaluated.
struct TrainingLoad {
  private let material: Material
  private let learner: Learner
  private let orders = EpochOrder(seed: 1)

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

  /// Billions of operations a sample: a multiplication and an addition for each weight forward, for its gradient and,
  /// but for the first layer, backward.
  var gigaflopsPerSample: Double {
    let architecture = material.architecture
    let weights = (0..<architecture.layerCount).map { Double(architecture.sources($0) * architecture.units($0)) }
    return 2e-9 * (3 * weights.reduce(0, +) - weights[0])
  }

  /// One pass over the training samples.
  func trainEpoch() {
    let order = material.resolved.shuffle ? orders.indices(count: sampleCount, epoch: learner.steps) : nil
    learner.train(on: material.train, order: order, range: 0..<sampleCount)
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
