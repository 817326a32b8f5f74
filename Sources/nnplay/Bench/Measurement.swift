/// What was found out about a workload: the figures of its repeats, round by round.
struct Measurement {
  let workload: Workload
  let threads: Int
  /// Rounds of at least one figure each, in the workload's unit.
  var rounds: [[Double]]
  /// Billions of operations that one counted thing takes; nil where that says nothing.
  var gigaflopsEach: Double?

  /// The middle one of the rounds' medians.
  var median: Double { Self.median(rounds.map(Self.median)) }

  /// From the lowest to the highest of them: how far a figure of this machine can be trusted.
  var spread: ClosedRange<Double> {
    let medians = rounds.map(Self.median)
    return (medians.min() ?? 0)...(medians.max() ?? 0)
  }

  /// The best of all repeats: what the machine can do when nothing else asks for it.
  var best: Double { best(of: rounds.flatMap { $0 }) }

  /// The best of a round as a share of another workload's best in the same round: the middle one of all rounds.
  ///
  /// - Parameter each: what one of ours counts for in the other's unit.
  func share(of other: Measurement, each: Double = 1) -> Double {
    Self.median(zip(rounds, other.rounds).map { best(of: $0) * each / other.best(of: $1) })
  }

  private func best(of figures: [Double]) -> Double {
    (workload.unit.isBetterLarge ? figures.max() : figures.min()) ?? 0
  }

  /// The middle one, or the mean of the two in the middle.
  private static func median(_ figures: [Double]) -> Double {
    let sorted = figures.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
