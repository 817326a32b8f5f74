import Words

/// What was found out about a workload: the figures of its repeats.
struct Measurement {
  let workload: Workload
  let threads: Int
  /// One a repeat, at least one, in the workload's unit.
  let figures: [Double]
  /// Billions of operations that one counted thing takes; nil where that says nothing.
  var gigaflopsEach: Double?

  /// The middle one, or the mean of the two in the middle.
  var median: Double {
    let sorted = figures.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  /// The best one: what the machine can do when nothing else asks for it.
  var best: Double { (workload.unit.isBetterLarge ? figures.max() : figures.min()) ?? 0 }

  /// The best figure as a share of the machine's peak, in per cent.
  func percentOfPeak(_ peak: Double?) -> Double? {
    guard let peak, let gigaflopsEach else { return nil }
    return 100 * best * gigaflopsEach / peak
  }
}

/// How a measurement is printed.
struct BenchReport {
  let json: Bool
  /// The machine's peak in GFLOP/s, once it is known.
  var peak: Double?

  private static let widths = [17, 7, 12, 12, 9, 6]
  private static let sides: [Columns.Side] = [.left, .right, .right, .right, .left, .right]

  /// What stands over the table.
  func begin() {
    guard !json else { return }
    let titles = ["workload", "threads", "median", "best", "unit", "peak"]
    Output.line(Columns.line(titles, widths: Self.widths, sides: Self.sides))
  }

  /// A measurement, as soon as it is made.
  func tell(_ measurement: Measurement) {
    let share = measurement.workload.comparesWithPeak ? measurement.percentOfPeak(peak) : nil
    guard json else {
      let cells = [
        measurement.workload.rawValue, "\(measurement.threads)", Self.figure(measurement.median),
        Self.figure(measurement.best), measurement.workload.unit.rawValue,
        share.map { Figures.percent($0 / 100, decimals: 0) } ?? "",
      ]
      return Output.line(Columns.line(cells, widths: Self.widths, sides: Self.sides))
    }
    let line: JSON = .object([
      "workload": .text(measurement.workload.rawValue), "threads": .whole(measurement.threads),
      "median": .number(Self.rounded(measurement.median)), "best": .number(Self.rounded(measurement.best)),
      "unit": .text(measurement.workload.unit.rawValue), "percentOfPeak": share.map { .number(Self.rounded($0)) },
    ])
    Output.line(line.line)
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
