import ArgumentParser
import NeuralEngine
import Playground

/// `nnplay bench`: how fast the program is on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast everything is on this machine.",
    discussion: """
      Five rounds, in which the workloads take turns: prints the median of the rounds, the lowest and the highest, and \
      the best of all repeats. Large networks are held against the peak of matrix products, the smallest against C that \
      knows no other network, each within a round. Workloads (all, unless some are named):

      \(Workload.allCases.map { "  " + $0.rawValue.padded(to: 18) + $0.explanation }.joined(separator: "\n"))
      """)

  @Argument(help: "What to measure.")
  var workloads: [Workload] = []

  @Option(help: ArgumentHelp("How many threads large networks train on (default: one a core).", valueName: "count"))
  var threads: Int?

  @Flag(help: "Instead, measure networks of many widths, depths and batches, and tell how each is trained.")
  var table = false

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    if let threads, threads < 1 { throw BadInput("--threads is \(threads): give a number from 1 on.") }
    if table, !workloads.isEmpty { throw BadInput("--table measures shapes, not workloads: name none beside it.") }
  }

  func run() throws {
    let threads = threads ?? Processors.count
    if table { return try ShapeTable(threads: threads, json: json).run() }
    var bench = Bench(threads: threads, report: BenchReport(json: json))
    try bench.run(workloads.isEmpty ? Workload.allCases : workloads)
  }
}

extension String {
  /// The text with blanks behind it, up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
