import NeuralEngine
import Words

/// How fast networks of many shapes train with batches of many sizes, and on which way: where a curve has a cliff, the
/// choice between the ways is wrong.
struct ShapeTable {
  /// A family of shapes, by the width of its hidden layers.
  private struct Family {
    let name: String
    let inputs: Int
    let depth: Int
    let outputs: Int
    let activation: Activation
    let widths: [Int]
  }

  private static let widths = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]
  private static let batches = [1, 2, 10, 32, 128, 1024]
  private static let families = [Activation.tanh, .relu].flatMap { activation in
    [
      Family(name: "2-w-1", inputs: 2, depth: 1, outputs: 1, activation: activation, widths: widths),
      Family(name: "2-w-w-1", inputs: 2, depth: 2, outputs: 1, activation: activation, widths: widths),
      Family(
        name: "7-w×6-1", inputs: 7, depth: 6, outputs: 1, activation: activation, widths: widths.filter { $0 <= 512 }),
      Family(name: "784-w-10", inputs: 784, depth: 1, outputs: 10, activation: activation, widths: widths),
    ]
  }

  private static let columnWidths = [9, 5, 5] + batches.map { _ in 16 }
  private static let sides: [Columns.Side] = [.left, .left, .right] + batches.map { _ in .right }
  /// Long enough that a cell is known to some per cent, short enough for hundreds of them.
  private static let cellSeconds = 0.1

  let threads: Int
  let json: Bool

  /// Measures and prints row by row.
  func run() throws {
    if !json {
      Output.line("Samples a second, sgd, \(threads) thread\(threads == 1 ? "" : "s"); columns are batches.")
      let titles = ["shape", "f", "w"] + Self.batches.map { "\($0)" }
      Output.line(Columns.line(titles, widths: Self.columnWidths, sides: Self.sides))
    }
    let pool = ThreadPool(threads: threads)
    for family in Self.families {
      for width in family.widths {
        let cells = try Self.batches.map { try measure(family, width: width, batch: $0, pool) }
        guard !json else { continue }
        let row =
          [family.name, family.activation.rawValue, "\(width)"]
          + cells.map { "\(grouped(Int($0.speed))) \($0.way.rawValue.prefix(1))" }
        Output.line(Columns.line(row, widths: Self.columnWidths, sides: Self.sides))
      }
    }
    if !json { Output.line("u, s: units, or samples, across the lanes; p: products of matrices.") }
  }

  private func measure(
    _ family: Family, width: Int, batch: Int, _ pool: ThreadPool
  ) throws -> (speed: Double, way: TrainingWay) {
    let architecture = try Architecture(
      inputs: family.inputs, hidden: Array(repeating: width, count: family.depth), outputs: family.outputs,
      activation: family.activation, outputActivation: family.outputs == 1 ? .tanh : .softmax)
    var network = Network(architecture)
    var random = SeededRandom(seed: "table")
    network.initialize(.xavier, using: &random)
    let samples = try Self.samples(architecture, count: max(240 / batch, 1) * batch, &random)
    let learner = try Learner(
      network: network,
      settings: TrainingSettings(
        loss: family.outputs == 1 ? .squaredError : .softmaxCrossEntropy, learningRate: 0.01, batchSize: batch),
      pool: pool)
    let figures = Stopwatch().repeats(3, shortest: Self.cellSeconds / 4) {
      learner.train(on: samples, range: 0..<samples.count)
    }
    let speed = Double(samples.count) / (figures.min() ?? 1)
    if json {
      let line: JSON = .object([
        "shape": .text(architecture.description), "batch": .whole(batch), "samplesPerSecond": .number(speed.rounded()),
        "way": .text(learner.way.rawValue), "threads": .whole(threads),
      ])
      Output.line(line.line)
    }
    return (speed, learner.way)
  }

  private static func samples(
    _ architecture: Architecture, count: Int, _ random: inout SeededRandom
  ) throws -> Samples {
    let inputs = (0..<count * architecture.inputs).map { _ in Float(random.uniform(-1, 1)) }
    let targets: Samples.Targets =
      architecture.outputs == 1
      ? .values((0..<count).map { _ in random.uniform() < 0.5 ? -1 : 1 })
      : .classes((0..<count).map { _ in UInt8(random.uniform(0, Double(architecture.outputs))) })
    return try Samples(
      inputs: .floats(inputs), targets: targets, inputCount: architecture.inputs, outputCount: architecture.outputs)
  }
}
