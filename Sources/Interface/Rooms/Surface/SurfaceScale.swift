import Glibc

/// How a loss becomes a height: in powers, as losses fall by factors, from the lowest that was measured to the highest.
struct SurfaceScale: Equatable {
  let lowest: Double
  let highest: Double
  /// The losses at which contours run, lowest first.
  let levels: [Double]

  /// More than so many times the lowest loss is all the same height.
  private static let mostRatio = 1e5
  /// More contours than this lie too close.
  private static let mostLevels = 9

  /// The scale of some losses; nil where no two of them differ.
  init?(_ losses: some Sequence<Double>) {
    let finite = losses.filter { $0.isFinite && $0 >= 0 }
    guard let least = finite.min(), let most = finite.max(), most > least else { return nil }
    lowest = max(least, most / Self.mostRatio)
    highest = most
    levels = Self.levels(lowest, most)
  }

  /// 0 at the lowest loss to 1 at the highest, where what is infinite lies too; no number for what is not measured.
  func height(_ loss: Double) -> Double {
    guard loss.isFinite else { return loss.isNaN ? .nan : 1 }
    return min(1, max(0, log(max(loss, lowest) / lowest) / log(highest / lowest)))
  }

  /// Round losses between the two, in steps of 1, 2, 5 and 10 over decades, or evenly within less than one.
  private static func levels(_ lowest: Double, _ highest: Double) -> [Double] {
    guard highest / lowest >= 8 else {
      let step = roundStep((highest - lowest) / Double(mostLevels - 1))
      let first = (lowest / step).rounded(.up)
      return (0...mostLevels).map { (first + Double($0)) * step }.filter { $0 > lowest && $0 < highest }
    }
    let decades = Int(log10(lowest).rounded(.down))...Int(log10(highest).rounded(.up))
    for steps in [[1.0, 2, 5], [1, 3], [1]] {
      let levels = decades.flatMap { decade in steps.map { $0 * pow(10, Double(decade)) } }
        .filter { $0 > lowest && $0 < highest }
      if levels.count <= mostLevels { return levels }
    }
    return []
  }

  /// The next of 1, 2, 5 times a power of ten.
  private static func roundStep(_ least: Double) -> Double {
    let power = pow(10, log10(least).rounded(.down))
    return ([1, 2, 5].first { $0 * power >= least } ?? 10) * power
  }
}
