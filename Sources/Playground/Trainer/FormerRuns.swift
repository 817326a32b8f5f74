/// Copies of a run from before the changes that ended it, so that these can be taken back with all that was learnt.
struct FormerRuns {
  private var copies: [(number: Int, run: Run)] = []

  private static let most = 64
  /// All copies together hold at most so many parameters, 16 MB and twice that for the optimiser's memory; of a larger
  /// network none is kept.
  private static let mostParameters = 1 << 22

  /// Keeps a copy from before the order of a number; the oldest give way.
  mutating func keep(_ copy: Run, before number: Int) {
    copies.append((number, copy))
    while copies.count > Self.most || copies.reduce(0, { $0 + $1.run.parameterMemory }) > Self.mostParameters {
      copies.removeFirst()
    }
  }

  /// Takes out the copy from before the first of some orders that is kept; later ones are of no use then.
  mutating func take(before numbers: ClosedRange<Int>) -> Run? {
    let taken = copies.first { numbers.contains($0.number) }
    copies.removeAll { $0.number >= numbers.lowerBound }
    return taken?.run
  }
}

extension Run {
  /// How many parameters a copy holds: its own, and those of the places that it went through.
  fileprivate var parameterMemory: Int { material.parameterCount + record.path.count }
}
