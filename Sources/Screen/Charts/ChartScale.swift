import Glibc

/// How a chart's values climb: in whole decades, or evenly between two ends.
public enum ChartScale: Hashable, Sendable {
  /// From 10^lowest to 10^highest.
  case decades(lowest: Int, highest: Int)
  /// Evenly from `lowest` to `highest`; `ticks` are labelled, as per cent where `percent` says so.
  case even(lowest: Double, highest: Double, ticks: [Double], percent: Bool)

  /// The decades that hold all losses, and at least 0.01 … 1; never more than eight of them.
  ///
  /// A run's history only grows, and so does its scale: the chart does not rescale by itself.
  public static func losses(_ values: some Sequence<Double>) -> ChartScale {
    var smallest = 0.01
    var largest = 1.0
    for value in values where value.isFinite {
      if value > 0 { smallest = min(smallest, value) }
      largest = max(largest, value)
    }
    // A hair of tolerance, so that 0.01 itself does not open the next decade.
    let highest = min(12, Int(log10(largest).rounded(.up) + 1e-9))
    let lowest = Int((log10(smallest) + 1e-9).rounded(.down))
    return .decades(lowest: max(lowest, highest - 8), highest: highest)
  }

  /// Accuracies between 0 and 1: the scale closes in on what has been reached (`best`), and never opens again.
  public static func accuracies(best: Double) -> ChartScale {
    switch best {
    case ..<0.8: .even(lowest: 0, highest: 1, ticks: [0, 0.5, 1], percent: true)
    case ..<0.98: .even(lowest: 0.8, highest: 1, ticks: [0.8, 0.9, 1], percent: true)
    default: .even(lowest: 0.9, highest: 1, ticks: [0.9, 0.95, 1], percent: true)
    }
  }

  /// How high a value stands, 0 at the bottom to 1 at the top; beyond the ends it stays at the end.
  public func share(_ value: Double) -> Double {
    let share =
      switch self {
      case .decades(let lowest, let highest):
        value > 0 ? (log10(value) - Double(lowest)) / Double(max(1, highest - lowest)) : 0
      case .even(let lowest, let highest, _, _):
        highest > lowest ? (value - lowest) / (highest - lowest) : 0
      }
    return min(1, max(0, share))
  }

  /// The values that are labelled, with their labels, from the top down.
  public var ticks: [(value: Double, label: String)] {
    switch self {
    case .decades(let lowest, let highest):
      stride(from: highest, through: lowest, by: -1).map { (pow(10, Double($0)), ChartScale.label(decade: $0)) }
    case .even(_, _, let ticks, let percent):
      ticks.sorted(by: >).map { ($0, percent ? Number.plain($0 * 100, decimals: 1) + " %" : Number.plain($0)) }
    }
  }

  /// A power of ten in at most four characters where they suffice: `100`, `0.01`, `1e−5`.
  private static func label(decade: Int) -> String {
    switch decade {
    case ..<(-3): "1e−\(-decade)"
    case ..<0: "0." + String(repeating: "0", count: -decade - 1) + "1"
    case ..<4: "1" + String(repeating: "0", count: decade)
    default: "1e\(decade)"
    }
  }
}
