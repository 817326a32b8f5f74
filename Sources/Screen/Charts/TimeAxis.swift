/// The time axis of a chart: from 0 to an end that grows in steps of 1, 2, 5, 10, 20 …
public struct TimeAxis: Hashable, Sendable {
  /// The time at the right end, above 0.
  public let end: Double

  /// The shortest axis that holds `latest`, and is at least `atLeast` long.
  public init(covering latest: Double, atLeast: Double = 10) {
    let wanted = max(latest.isFinite ? latest : 0, atLeast, 1)
    var step = 1.0
    while step * 10 <= wanted { step *= 10 }
    end = [step, 2 * step, 5 * step].first { $0 >= wanted } ?? 10 * step
  }

  /// An axis of a given length.
  public init(end: Double) {
    self.end = max(end, 1e-9)
  }

  /// The end as it stands below the chart: `200`, `20,000`.
  public var label: String {
    end == end.rounded() && end < 1e15 ? Number.count(Int(end)) : Number.plain(end, decimals: 2)
  }
}
