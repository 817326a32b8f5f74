import ArgumentParser
import NeuralEngine
import Playground

/// `nnplay bench`: how fast the program is on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast everything is on this machine.",
    discussion: """
      Prints the median and the best of several repeats, and for matrix products how much of this machine's peak they \
      reach. Workloads (all, unless some are named):

      \(Workload.allCases.map { "  " + $0.rawValue.padded(to: 18) + $0.explanation }.joined(separator: "\n"))
      """)

  @Argument(help: "What to measure.")
  var workloads: [Workload] = []

  @Option(help: ArgumentHelp("How many threads large networks train on (default: one a core).", valueName: "count"))
  var threads: Int?

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    if let threads, threads < 1 { throw BadInput("--threads is \(threads): give a number from 1 on.") }
  }

  func run() throws {
    var bench = Bench(threads: threads ?? Processors.count, report: BenchReport(json: json))
    try bench.run(workloads.isEmpty ? Workload.allCases : workloads)
  }
}

extension String {
  /// The text with blanks behind it, up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
