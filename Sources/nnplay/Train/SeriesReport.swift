import Playground
import Words

/// What several runs tell: a line for each, then mean and standard deviation of those that did not diverge.
struct SeriesReport {
  private let variation: TrainSeries.Variation
  private let json: Bool
  private var measures: [SeriesMeasure] = []
  private var values: [SeriesMeasure: [Double]] = [:]
  private var nameColumns = 9
  private var diverged = 0
  private var done = 0

  private static let stripColumns = 40

  init(variation: TrainSeries.Variation, json: Bool) {
    self.variation = variation
    self.json = json
  }

  /// What is trained, as the first run has it.
  mutating func start(_ run: Run) {
    measures = SeriesMeasure.allCases.filter { $0.value(run) != nil }
    nameColumns = max(nameColumns, run.resolved.seed.count + 4)
    let counts = [
      "\(grouped(run.material.train.count)) training",
      run.material.validation.map { "\(grouped($0.count)) validation" },
      "\(grouped(run.material.test?.count ?? 0)) test samples",
    ].compactMap { $0 }
    guard json else {
      Output.line(
        "\(run.resolved.dataset)  \(run.network)  \(grouped(run.network.parameterCount)) parameters  \(counts.inWords)")
      return Output.line(row([variation.word] + measures.map(\.title) + ["time"]))
    }
    Output.line(
      JSON.object([
        "type": "start", "runs": .whole(variation.count), "by": .text(variation.word),
        "experiment": run.experiment.json(completedBy: run.resolved),
        "parameters": .whole(run.network.parameterCount), "trainSamples": .whole(run.material.train.count),
        "validationSamples": run.material.validation.map { .whole($0.count) },
        "testSamples": .whole(run.material.test?.count ?? 0),
      ]).line)
  }

  /// A run that has ended.
  mutating func add(_ name: String, _ run: Run, _ reason: TrainReport.Reason, seconds: Double) {
    done += 1
    let isSound = reason != .diverged
    let found = measures.map { (measure: $0, value: isSound ? $0.value(run) : nil) }
    if isSound {
      for (measure, value) in found { if let value { values[measure, default: []].append(value) } }
    } else {
      diverged += 1
    }
    guard json else {
      let cells = isSound ? found.map { $0.measure.text($0.value) } : ["diverged"] + found.dropFirst().map { _ in "-" }
      return Output.line(row([name] + cells + [Figures.time(seconds)]))
    }
    let figures = found.compactMap { found in
      found.value.map { (found.measure.rawValue, Self.number($0, found.measure)) }
    }
    Output.line(
      JSON.object(
        [("type", "run"), (variation.word, .text(name)), ("reason", .text(reason.rawValue))] + figures
          + [("seconds", .number(seconds))]
      ).line)
  }

  /// Mean and spread, and where the runs lie on the line from the lowest to the highest.
  func end() {
    let spreads = measures.map { measure in (measure: measure, spread: Spread(values[measure] ?? [])) }
    guard json else {
      guard done > diverged else { return Output.line("No run to take the mean of.") }
      Output.line(row(["mean"] + spreads.map { $0.measure.text($0.spread?.mean) }))
      Output.line(row(["deviation"] + spreads.map { $0.measure.text($0.spread?.deviation) }))
      if let (measure, spread) = judged(spreads), spread.range.lowerBound < spread.range.upperBound {
        let strip = spread.strip(values[measure] ?? [], columns: Self.stripColumns)
        let ends = [spread.range.lowerBound, spread.range.upperBound].map(measure.text)
        Output.line("\(measure.title)  \(ends[0]) \(strip) \(ends[1])")
      }
      if diverged > 0 { Output.line("\(grouped(diverged)) of \(grouped(done)) runs diverged, and count for nothing.") }
      return
    }
    let figures = spreads.compactMap { measure, spread in
      spread.map {
        (
          measure.rawValue,
          JSON.object(["mean": .number($0.mean), "deviation": $0.deviation.map(JSON.number)])
        )
      }
    }
    Output.line(
      JSON.object(
        [("type", "end"), ("runs", .whole(done)), ("diverged", .whole(diverged))] + figures
      ).line)
  }

  /// What the runs are judged by: the fold that each held back, else the test, else the training.
  private func judged(_ spreads: [(measure: SeriesMeasure, spread: Spread?)]) -> (SeriesMeasure, Spread)? {
    let order: [SeriesMeasure] =
      switch variation {
      case .seeds: [.testLoss, .trainLoss]
      case .folds: [.validationLoss]
      }
    for wanted in order {
      if let found = spreads.first(where: { $0.measure == wanted }), let spread = found.spread {
        return (wanted, spread)
      }
    }
    return nil
  }

  private static func number(_ value: Double, _ measure: SeriesMeasure) -> JSON {
    measure == .epochs ? .whole(Int(value)) : .number(value)
  }

  private func row(_ cells: [String]) -> String {
    let widths = [nameColumns] + measures.map { max(9, $0.title.count) } + [9]
    return Columns.line(cells, widths: widths, sides: [.left] + widths.dropFirst().map { _ in .right })
  }
}
