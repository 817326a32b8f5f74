import Glibc

/// The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl 2011): two densities are fitted, one to the
/// settings of the best trials so far and one to those of all others; of some settings drawn from the first the one is tried
/// at which the first is largest against the second. Each dimension stands for itself.
extension Search {
  /// Trials that are drawn by chance before anything is fitted.
  private static let beginning = 10
  /// Trials that are proposed together: as many whatever the number of threads, so that the search stays the same.
  private static let together = 4
  /// How many settings are compared for one proposal.
  private static let candidates = 24
  /// A tenth of the trials are the best, at most so many.
  private static let mostGood = 25

  /// The next trials, in a row with those that are finished.
  func treeBatch(of count: Int, after finished: [FinishedTrial]) -> [Trial] {
    let first = finished.count
    guard first > 0 else { return (0..<min(count, Self.beginning)).map { space.trial($0, drawn($0)) } }
    let ranked = ranked(finished).map { finished in
      zip(space.dimensions, finished.trial.settings).map { $0.share(of: $1) ?? 0.5 }
    }
    let good = min(Self.mostGood, max(2, (first + 9) / 10))
    return (first..<max(first, min(count, first + Self.together))).map { number in
      var chance = chance(number)
      let settings = space.dimensions.indices.map { place in
        let dimension = space.dimensions[place]
        let best = ParzenDensity(ranked.prefix(good).map { $0[place] }, of: dimension.parts)
        let rest = ParzenDensity(ranked.dropFirst(good).map { $0[place] }, of: dimension.parts)
        let drawn = (0..<Self.candidates).map { _ in best.draw(&chance) }
        let chosen = drawn.max { best.ratio(to: rest, at: $0) < best.ratio(to: rest, at: $1) } ?? 0.5
        return dimension.value(at: chosen)
      }
      return space.trial(number, settings)
    }
  }
}

extension SearchDimension {
  /// How many values stand side by side without an order; nil for numbers.
  fileprivate var parts: Int? {
    switch choices {
    case .listed(let settings): settings.count
    case .range: nil
    }
  }
}

/// A density on [0, 1): of numbers a sum of bells, one over each of those seen and a flat one; of parts how often each was
/// seen, once more than it was.
struct ParzenDensity {
  private let centers: [Double]
  private let width: Double
  private let shares: [Double]?

  /// The density of some numbers.
  ///
  /// - Parameter parts: how many equal parts of [0, 1) stand for values without an order; nil for numbers.
  init(_ seen: [Double], of parts: Int?) {
    centers = seen
    // Scott's rule for a spread of a quarter, never narrower than a fiftieth.
    width = max(0.02, 0.25 * pow(Double(max(1, seen.count)), -0.2))
    shares = parts.map { parts in
      var counts = [Double](repeating: 1, count: parts)
      for place in seen { counts[min(parts - 1, Int(place * Double(parts)))] += 1 }
      return counts.map { $0 / Double(seen.count + parts) }
    }
  }

  /// How dense it is at a place.
  func value(at place: Double) -> Double {
    if let shares { return shares[min(shares.count - 1, Int(place * Double(shares.count)))] * Double(shares.count) }
    let bells = centers.map { center in
      let distance = (place - center) / width
      return exp(-0.5 * distance * distance) / (width * sqrt(2 * Double.pi))
    }
    return (1 + bells.reduce(0, +)) / Double(centers.count + 1)
  }

  /// How much denser it is than another one.
  func ratio(to other: ParzenDensity, at place: Double) -> Double {
    value(at: place) / max(other.value(at: place), 1e-12)
  }

  /// A place drawn from it.
  func draw(_ chance: inout SplitMix) -> Double {
    let (which, within) = (chance.share(), chance.share())
    if let shares {
      var sum = 0.0
      let part = shares.firstIndex { share in
        sum += share
        return which < sum
      }
      return (Double(part ?? shares.count - 1) + 0.5) / Double(shares.count)
    }
    let index = Int(which * Double(centers.count + 1))
    guard index < centers.count else { return within }
    // Box and Muller's normal number, folded back into [0, 1).
    let angle = 2 * Double.pi * chance.share()
    let place = centers[index] + width * sqrt(-2 * log(max(within, 1e-12))) * cos(angle)
    let folded = place < 0 ? -place : place > 1 ? 2 - place : place
    return min(max(folded, 0), 1)
  }
}
