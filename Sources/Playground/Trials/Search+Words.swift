import Words

extension Search.Method {
  /// What is written of it into a file: `grid`, `random 100`.
  var word: String {
    switch self {
    case .grid: "grid"
    case .random(let count): "random \(count)"
    case .halving(let count): "halving \(count)"
    case .tree(let count): "tree \(count)"
    }
  }

  /// The method of a word; nil for none.
  init?(word: String) {
    let parts = word.split(separator: " ")
    let count = parts.count == 2 ? Int(parts[1]).flatMap { Self.counts.contains($0) ? $0 : nil } : nil
    switch (parts.first, count) {
    case ("grid", _) where parts.count == 1: self = .grid
    case ("random", let count?): self = .random(count)
    case ("halving", let count?): self = .halving(count)
    case ("tree", let count?): self = .tree(count)
    case _: return nil
    }
  }

  /// How many trials can be asked for.
  public static let counts = 1...SearchSpace.mostCombinations
}

/// The share of a search that one machine of several takes: every so many-th trial.
public struct Shard: Equatable, Sendable {
  /// Which share, counted from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// The share that a text such as `2/4` names.
  ///
  /// - Throws: `ExperimentError.notAllowed` for other texts, and for a share past the last.
  public init(_ text: String) throws(ExperimentError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...SearchSpace.mostCombinations).contains(count),
      (1...count).contains(number)
    else {
      throw .notAllowed(
        key: "a shard", value: text, allowed: "which of how many, counted from 1: 1/4 to 4/4 for four machines",
        nearest: nil)
    }
    (self.number, self.count) = (number, count)
  }

  /// Whether a trial belongs to it.
  public func holds(_ number: Int) -> Bool { number % count == self.number - 1 }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(number)/\(count)" }
}
