import NeuralEngine
import Playground

/// The measuring itself. Workloads take turns, round after round, so that a busy minute of the machine falls on all of
/// them, and shares are taken within a round.
struct Bench {
  /// How often each workload has its turn.
  private static let rounds = 5

  private let threads: Int
  private let report: BenchReport
  /// MNIST, once it has been read.
  private var images: Material?

  init(threads: Int, report: BenchReport) {
    self.threads = threads
    self.report = report
  }

  /// Measures and tells.
  mutating func run(_ workloads: [Workload]) throws {
    report.begin(Machine())
    let inTurn = workloads.filter { !$0.watchesProgram }
    var standards: [Workload] = workloads.contains(where: \.comparesWithPeak) ? [.sgemm] : []
    if workloads.contains(where: \.comparesWithLimits) { standards += [.limitPlain, .limitAcross] }
    // What others are held against comes along, first in each round.
    let all = standards + inTurn.filter { !standards.contains($0) }
    let loads = try all.map { try load($0) }
    var measurements = zip(all, loads).map { workload, load in
      Measurement(
        workload: workload, threads: workload.threads(of: threads), rounds: [], gigaflopsEach: load.gigaflopsEach)
    }
    for _ in 0..<Self.rounds {
      for index in all.indices { measurements[index].rounds.append(loads[index].figures()) }
    }
    let found = Dictionary(uniqueKeysWithValues: zip(all, measurements))
    for workload in inTurn { found[workload].map { report.tell($0, beside: found) } }
    for workload in workloads where workload.watchesProgram {
      report.tell(try ProgramLoad(threads: threads).measure(workload), beside: found)
    }
  }

  private mutating func load(_ workload: Workload) throws -> any BenchLoad {
    switch workload {
    case .tinyCircle: try EpochLoad([("dataset", "circle"), ("hidden", "[4, 2]")])
    case .tinyDeep:
      try EpochLoad([
        ("dataset", "spiral"), ("hidden", "[8, 8, 8, 8, 8, 8]"),
        ("features", "[x1, x2, x1^2, x2^2, x1x2, sin(x1), sin(x2)]"),
      ])
    case .tinyReLU:
      try EpochLoad([("dataset", "xor"), ("hidden", "[8, 8]"), ("activation", "relu"), ("batchSize", "30")])
    case .limitPlain: LimitLoad(.plain)
    case .limitAcross: LimitLoad(.across)
    case .boundary: try MapLoad(TrainingLoad([("dataset", "circle"), ("hidden", "[4, 2]")], threads: 1))
    case .runs: try ManyRunsLoad(starts: 40, threads: threads)
    case .runsCoarse: try ManyRunsLoad(starts: 1, threads: threads)
    case .surface: try SurfaceLoad([("dataset", "circle"), ("hidden", "[4, 2]")])
    case .mnistSGD: try BatchLoad(digits("[512, 256]", [("learningRate", "0.1")], threads: threads))
    case .mnistAdam:
      try BatchLoad(digits("[512, 256]", [("optimizer", "adam"), ("learningRate", "0.001")], threads: threads))
    case .mnist15:
      try BatchLoad(
        digits(
          "[15]",
          [
            ("activation", "sigmoid"), ("output", "sigmoid"), ("loss", "squaredError"), ("batchSize", "10"),
            ("learningRate", "0.5"),
          ], threads: 1))
    case .lenet: try BatchLoad(lenet())
    case .lenetForward: try PartLoad(part: .forward, load: lenet())
    case .lenetBack: try PartLoad(part: .back, load: lenet())
    case .lenetGradient: try PartLoad(part: .gradient, load: lenet())
    case .lenetTiny:
      try BatchLoad(digits("[conv5x8, pool2, conv5x16, pool2]", [("learningRate", "0.05")], threads: threads))
    case .sgemm: PeakLoad(ProductLoad(size: 1024, threads: threads))
    case .start, .memory, .frame, .key: preconditionFailure("\(workload.rawValue) takes no turns")
    }
  }

  private mutating func lenet() throws -> TrainingLoad {
    try digits("[conv5x16, pool2, conv5x32valid, pool2, 128]", [("learningRate", "0.05")], threads: threads)
  }

  private mutating func digits(
    _ hidden: String, _ changes: [(String, String)], threads: Int
  ) throws -> TrainingLoad {
    let common = [("dataset", "mnist"), ("hidden", hidden), ("activation", "relu"), ("batchSize", "128")]
    let load = try TrainingLoad(common + changes, threads: threads, reusing: images)
    images = load.data
    return load
  }
}
