import Words

/// How measurements are printed.
struct BenchReport {
  let json: Bool

  private static let widths = [17, 7, 12, 23, 12, 9, 12]
  private static let sides: [Columns.Side] = [.left, .right, .right, .right, .right, .left, .left]

  /// What stands over the table.
  func begin(_ machine: Machine) {
    guard !json else {
      let line: JSON = .object([
        "processor": .text(machine.processor), "processors": .whole(machine.processors), "lanes": .whole(machine.lanes),
      ])
      return Output.line(line.line)
    }
    Output.line(machine.description)
    let titles = ["workload", "threads", "median", "lowest and highest", "best", "unit", "share of"]
    Output.line(Columns.line(titles, widths: Self.widths, sides: Self.sides))
  }

  /// A measurement, and what share of others it reached.
  func tell(_ measurement: Measurement, beside others: [Workload: Measurement]) {
    let shares = Self.shares(of: measurement, beside: others)
    guard json else {
      let spread = measurement.spread
      let cells = [
        measurement.workload.rawValue, "\(measurement.threads)", Self.figure(measurement.median),
        spread.lowerBound == spread.upperBound
          ? "" : "\(Self.figure(spread.lowerBound)) … \(Self.figure(spread.upperBound))",
        Self.figure(measurement.best), measurement.workload.unit.rawValue,
        shares.map { "\($0.other.rawValue) \(Figures.percent($0.share, decimals: 0))" }.joined(separator: ", "),
      ]
      return Output.line(Columns.line(cells, widths: Self.widths, sides: Self.sides))
    }
    func percent(of other: Workload) -> JSON? {
      shares.first { $0.other == other }.map { .number(Self.rounded(100 * $0.share)) }
    }
    let line: JSON = .object([
      "workload": .text(measurement.workload.rawValue), "threads": .whole(measurement.threads),
      "median": .number(Self.rounded(measurement.median)),
      "lowest": .number(Self.rounded(measurement.spread.lowerBound)),
      "highest": .number(Self.rounded(measurement.spread.upperBound)),
      "best": .number(Self.rounded(measurement.best)), "unit": .text(measurement.workload.unit.rawValue),
      "percentOfPeak": percent(of: .sgemm), "percentOfPlain": percent(of: .limitPlain),
      "percentOfAcross": percent(of: .limitAcross),
    ])
    Output.line(line.line)
  }

  private static func shares(
    of measurement: Measurement, beside others: [Workload: Measurement]
  ) -> [(other: Workload, share: Double)] {
    var shares: [(other: Workload, share: Double)] = []
    if measurement.workload.comparesWithPeak, measurement.workload != .sgemm, let peak = others[.sgemm] {
      shares.append((.sgemm, measurement.share(of: peak, each: measurement.gigaflopsEach ?? 0)))
    }
    guard measurement.workload.comparesWithLimits else { return shares }
    for limit in [Workload.limitPlain, .limitAcross] {
      if let other = others[limit] { shares.append((limit, measurement.share(of: other))) }
    }
    return shares
  }

  /// Large figures in groups of three, small ones with as many decimals as mean something.
  private static func figure(_ value: Double) -> String {
    switch value {
    case 1000...: grouped(Int(rounded(value)))
    case 100...: Figures.fixed(value, decimals: 0)
    case 1...: Figures.fixed(value, decimals: 1)
    case _: Figures.fixed(value, decimals: 4)
    }
  }

  /// Four digits: a repeat's figure is not known better.
  private static func rounded(_ value: Double) -> Double { Words.rounded(value, toDigits: 4) }
}
