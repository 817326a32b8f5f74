import CLimits
import NeuralEngine
import Playground

/// Work whose speed is measured round after round.
protocol BenchLoad {
  /// Billions of operations that one counted thing takes; nil where that says nothing.
  var gigaflopsEach: Double? { get }

  /// Does the work some times, long enough together to be timed, and returns each time's figure.
  func figures() -> [Double]
}

extension BenchLoad {
  var gigaflopsEach: Double? { nil }
}

/// Whole epochs of a tiny network, on one thread.
struct EpochLoad: BenchLoad {
  private let load: TrainingLoad

  init(_ changes: [(String, String)]) throws { load = try TrainingLoad(changes, threads: 1) }

  func figures() -> [Double] {
    Stopwatch().repeats(20, shortest: 0.005) { load.train() }.map { Double(load.sampleCount) / $0 }
  }
}

/// Stretches of mini-batches of a large data set: short enough that some find the machine at rest.
struct BatchLoad: BenchLoad {
  private let load: TrainingLoad

  init(_ load: TrainingLoad) { self.load = load }

  var gigaflopsEach: Double? { load.gigaflopsPerSample }

  func figures() -> [Double] {
    load.train(batches: 50)
    return (0..<14).map { _ in
      var count = 0
      let seconds = Stopwatch().seconds { count = load.train(batches: load.samplesPerBatch < 64 ? 500 : 50) }
      return Double(count) / seconds
    }
  }
}

/// One part of a large network's step, in billions of operations a second.
struct PartLoad: BenchLoad {
  let part: StepPart
  let load: TrainingLoad

  var gigaflopsEach: Double? { 1 }

  func figures() -> [Double] {
    load.train(batches: 1)
    let operations = load.gigaflopsPerSample(part) * Double(load.samplesPerBatch)
    return Stopwatch().repeats(8, shortest: 0.02) { load.run(part) }.map { operations / $0 }
  }
}

/// All units of a network on a map.
struct MapLoad: BenchLoad {
  private let load: TrainingLoad

  init(_ load: TrainingLoad) { self.load = load }

  func figures() -> [Double] { load.mapSeconds(side: 100, repeats: 20, with: Stopwatch()).map { $0 * 1000 } }
}

/// The loss on a plane through the weights of a network that has been trained a little, on one thread.
struct SurfaceLoad: BenchLoad {
  private let run: Run

  init(_ changes: [(String, String)]) throws {
    var experiment = Experiment()
    for (key, value) in changes { try experiment.set(key, to: value) }
    run = try Run(experiment)
    run.train(epochs: 20)
  }

  func figures() -> [Double] {
    Stopwatch().repeats(8, shortest: 0.005) { _ = run.survey(SurfaceRequest(.random(seed: 1))).measure() }
      .map { $0 * 1000 }
  }
}

/// Matrix products on every thread.
struct PeakLoad: BenchLoad {
  private let load: ProductLoad

  init(_ load: ProductLoad) { self.load = load }

  var gigaflopsEach: Double? { 1 }

  func figures() -> [Double] {
    Stopwatch().repeats(8, shortest: 0.02) { load.run() }.map { load.operations * 1e-9 / $0 }
  }
}

/// The loops that know no network but 2-4-2-1, on 250 points of a circle in order.
final class LimitLoad: BenchLoad {
  enum Loop { case plain, across }

  private static let batches = 25
  private static let rate: Float = 0.03
  private let loop: Loop
  private let network = UnsafeMutablePointer<cl_network>.allocate(capacity: 1)
  private var points: [Float] = []
  private var targets: [Float] = []
  /// The same, a batch's first inputs, second inputs and targets in columns of sixteen.
  private var columns: [Float]

  init(_ loop: Loop) {
    self.loop = loop
    var random = SeededRandom(seed: "limit")
    func next() -> Float { Float(random.uniform(-0.5, 0.5)) }
    network.initialize(
      to: cl_network(
        w1: ((next(), next(), next(), next()), (next(), next(), next(), next())), b1: (0.1, 0.1, 0.1, 0.1),
        w2: ((next(), next()), (next(), next()), (next(), next()), (next(), next())), b2: (0.1, 0.1),
        w3: (next(), next()), b3: 0.1))
    let (rows, width) = (Int(cl_batch), Int(cl_columns))
    columns = Array(repeating: 0, count: Self.batches * 3 * width)
    for sample in 0..<Self.batches * rows {
      let (x, y) = (10 * next(), 10 * next())
      let target: Float = x * x + y * y < 10 ? 1 : -1
      points += [x, y]
      targets.append(target)
      let place = sample / rows * 3 * width + sample % rows
      (columns[place], columns[place + width], columns[place + 2 * width]) = (x, y, target)
    }
  }

  deinit { network.deallocate() }

  func figures() -> [Double] {
    Stopwatch().repeats(20, shortest: 0.005) {
      switch loop {
      case .plain: cl_train_plain(network, Int32(Self.batches), points, targets, Self.rate)
      case .across: cl_train_across(network, Int32(Self.batches), columns, Self.rate)
      }
    }
    .map { Double(targets.count) / $0 }
  }
}
