import Glibc

/// How a chart's values climb: in decades, or evenly between two ends.
public enum ChartScale: Hashable, Sendable {
  /// From 10^highest at the top down over `shown` decades; every `step`-th of them has its line.
  case decades(highest: Int, shown: Double, step: Int)
  /// Evenly from `lowest` to `highest`; `ticks` are labelled, as per cent where `percent` says so.
  case even(lowest: Double, highest: Double, ticks: [Double], percent: Bool)

  /// The decades that hold all losses, and at least 0.01 … 1; of more than eight the upper ones.
  ///
  /// Each line stands at the top of a row, and the same number of rows or decades lies between any two: so every label
  /// stands beside its line, and each line across is as many times less as the one above. What is left below the last
  /// line is shown too. A run's history only grows, and so does its scale: the chart does not rescale by itself.
  ///
  /// - Parameter rows: the rows of the plot.
  public static func losses(_ values: some Sequence<Double>, rows: Int) -> ChartScale {
    var smallest = 0.01
    var largest = 1.0
    for value in values where value.isFinite {
      if value > 0 { smallest = min(smallest, value) }
      largest = max(largest, value)
    }
    // A hair of tolerance, so that 0.01 itself does not open the next decade.
    let highest = min(12, Int(log10(largest).rounded(.up) + 1e-9))
    let needed = min(8, Double(highest) - log10(smallest) - 1e-9)
    let dots = max(1, 4 * rows - 1)
    // Four dots a row: as many rows to a decade as have room, else as few decades to a row.
    let rowsToDecade = Int(Double(dots) / needed / 4)
    let step = rowsToDecade > 0 ? 1 : Int((4 * needed / Double(dots)).rounded(.up))
    return .decades(
      highest: highest, shown: Double(dots) * Double(step) / Double(4 * max(1, rowsToDecade)), step: step)
  }

  /// Accuracies between 0 and 1: the scale closes in on what has been reached (`best`), and never opens again.
  public static func accuracies(best: Double) -> ChartScale {
    switch best {
    case ..<0.8: .even(lowest: 0, highest: 1, ticks: [0, 0.5, 1], percent: true)
    case ..<0.98: .even(lowest: 0.8, highest: 1, ticks: [0.8, 0.9, 1], percent: true)
    default: .even(lowest: 0.9, highest: 1, ticks: [0.9, 0.95, 1], percent: true)
    }
  }

  /// The stretch of an even axis that holds values: −1.5 … 1.5 where they are about 1, else a tenth to spare on each side.
  public static func heights(_ values: some Sequence<Double>) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < high else { return -1.5...1.5 }
    if low >= -2, high <= 2, high - low > 1 { return min(-1.5, low)...max(1.5, high) }
    let margin = (high - low) / 10
    return (low - margin)...(high + margin)
  }

  /// How high a value stands, 0 at the bottom to 1 at the top; beyond the ends it stays at the end.
  public func share(_ value: Double) -> Double {
    let share =
      switch self {
      case .decades(let highest, let shown, _):
        value > 0 ? 1 - (Double(highest) - log10(value)) / shown : 0
      case .even(let lowest, let highest, _, _):
        highest > lowest ? (value - lowest) / (highest - lowest) : 0
      }
    return min(1, max(0, share))
  }

  /// The values that are labelled, with their labels, from the top down.
  public var ticks: [(value: Double, label: String)] {
    switch self {
    case .decades(let highest, let shown, let step):
      stride(from: highest, through: highest - Int(shown + 1e-9), by: -step).map {
        (pow(10, Double($0)), ChartScale.label(decade: $0))
      }
    case .even(_, _, let ticks, let percent):
      ticks.sorted(by: >).map { ($0, percent ? Number.plain($0 * 100, decimals: 1) + " %" : Number.plain($0)) }
    }
  }

  /// A power of ten in four characters where they suffice: `100`, `0.01`, `1e−5`.
  private static func label(decade: Int) -> String {
    switch decade {
    case ..<(-2): "1e−\(-decade)"
    case ..<0: "0." + String(repeating: "0", count: -decade - 1) + "1"
    case ..<4: "1" + String(repeating: "0", count: decade)
    default: "1e\(decade)"
    }
  }
}
