import NeuralEngine
import Playground

/// The measuring itself, workload after workload.
struct Bench {
  private let threads: Int
  private var report: BenchReport
  private let stopwatch = Stopwatch()
  /// MNIST, once it has been read.
  private var images: Material?

  init(threads: Int, report: BenchReport) {
    self.threads = threads
    self.report = report
  }

  /// Measures and tells. The peak comes first where it is wanted or something is held against it.
  mutating func run(_ workloads: [Workload]) throws {
    report.begin()
    if workloads.contains(where: \.comparesWithPeak) {
      let peak = productPeak()
      report.peak = peak.best
      if workloads.contains(.sgemm) { report.tell(peak) }
    }
    for workload in workloads where workload != .sgemm { report.tell(try measure(workload)) }
  }

  private mutating func measure(_ workload: Workload) throws -> Measurement {
    switch workload {
    case .tinyCircle: try tiny(workload, [("dataset", "circle"), ("hidden", "[4, 2]")])
    case .tinyDeep:
      try tiny(
        workload,
        [
          ("dataset", "spiral"), ("hidden", "[8, 8, 8, 8, 8, 8]"),
          ("features", "[x1, x2, x1^2, x2^2, x1x2, sin(x1), sin(x2)]"),
        ])
    case .tinyReLU:
      try tiny(
        workload, [("dataset", "xor"), ("hidden", "[8, 8]"), ("activation", "relu"), ("batchSize", "30")])
    case .boundary: try boundary()
    case .mnistSGD: try digits(workload, [("learningRate", "0.1")])
    case .mnistAdam: try digits(workload, [("optimizer", "adam"), ("learningRate", "0.001")])
    case .mnist15: try digits15()
    case .sgemm: productPeak()
    case .start, .memory, .frame, .key: try ProgramLoad(threads: threads).measure(workload)
    }
  }

  private func productPeak() -> Measurement {
    let load = ProductLoad(size: 1024, threads: threads)
    let seconds = stopwatch.repeats(40, shortest: 0.02) { load.run() }
    return Measurement(
      workload: .sgemm, threads: threads, figures: seconds.map { load.operations * 1e-9 / $0 }, gigaflopsEach: 1)
  }

  private func tiny(_ workload: Workload, _ changes: [(String, String)]) throws -> Measurement {
    let load = try TrainingLoad(changes, threads: 1)
    let seconds = stopwatch.repeats(100, shortest: 0.005) { load.train() }
    return Measurement(workload: workload, threads: 1, figures: seconds.map { Double(load.sampleCount) / $0 })
  }

  private func boundary() throws -> Measurement {
    let load = try TrainingLoad([("dataset", "circle"), ("hidden", "[4, 2]")], threads: 1)
    let seconds = load.mapSeconds(side: 100, repeats: 100, with: stopwatch)
    return Measurement(workload: .boundary, threads: 1, figures: seconds.map { $0 * 1000 })
  }

  private mutating func digits(_ workload: Workload, _ changes: [(String, String)]) throws -> Measurement {
    let load = try TrainingLoad(
      digitsExperiment(hidden: "[512, 256]", changes), threads: threads, reusing: images)
    images = load.data
    load.train()
    // Short enough that some repeats find the machine at rest, as those of the peak do.
    let batches = 50
    let figures = (0..<70).map { _ in
      var count = 0
      let seconds = stopwatch.seconds { count = load.train(batches: batches) }
      return Double(count) / seconds
    }
    return Measurement(
      workload: workload, threads: threads, figures: figures, gigaflopsEach: load.gigaflopsPerSample)
  }

  private mutating func digits15() throws -> Measurement {
    let changes = [
      ("activation", "sigmoid"), ("output", "sigmoid"), ("loss", "squaredError"), ("batchSize", "10"),
      ("learningRate", "0.5"),
    ]
    let load = try TrainingLoad(digitsExperiment(hidden: "[15]", changes), threads: 1, reusing: images)
    images = load.data
    let seconds = stopwatch.repeats(60, shortest: 0) { load.train() }
    return Measurement(workload: .mnist15, threads: 1, figures: seconds.map { Double(load.sampleCount) / $0 })
  }

  private func digitsExperiment(hidden: String, _ changes: [(String, String)]) -> [(String, String)] {
    [("dataset", "mnist"), ("hidden", hidden), ("activation", "relu"), ("batchSize", "128")] + changes
  }
}
