import NeuralEngine
import Words

/// A search: what is tried of a space, in which order, and what counts as good.
///
/// Trials come in batches, and what a batch holds depends on space, method and what came of the batches before; so a search
/// that was broken off is taken up by asking again, with what is already known.
public struct Search: Equatable, Sendable {
  /// The experiments.
  public let space: SearchSpace
  /// Which of them are tried.
  public let method: Method
  /// What is compared.
  public let objective: Objective
  /// The condition whose first epoch is told of every trial.
  public let goal: Goal?

  /// Which experiments are tried.
  public enum Method: Equatable, Sendable {
    /// Every combination.
    case grid
    /// So many, drawn by chance.
    case random(Int)
    /// So many, drawn by chance; only the best third of them is trained three times as long, and so on.
    case halving(Int)
    /// So many, most of them drawn near what was good so far.
    case tree(Int)
  }

  /// A search.
  ///
  /// - Throws: `ExperimentError.doesNotFit` for more combinations than can all be tried, and for epochs that are both searched
  ///   for and decided on by the method.
  public init(_ space: SearchSpace, _ method: Method, by objective: Objective, goal: Goal? = nil)
    throws(ExperimentError)
  {
    if method == .grid, space.combinations > Double(SearchSpace.mostCombinations) {
      throw .doesNotFit(
        "search has \(space.combinationsInWords) combinations, and \(grouped(SearchSpace.mostCombinations)) is the most that "
          + "are all tried: draw some of them with --random 1000, or name fewer candidates.")
    }
    if case .halving = method, space.dimensions.contains(where: { $0.axis.name == ExperimentKey.epochs.name }) {
      throw .doesNotFit("search has epochs, and --halving decides on them: leave one of the two out.")
    }
    self.space = space
    self.method = method
    self.objective = objective
    self.goal = goal
  }

  /// The trials of a batch; none where the search is over.
  ///
  /// - Parameters:
  ///   - index: which batch, counted from 0.
  ///   - finished: the trials of the batches before, in their order.
  public func batch(_ index: Int, after finished: [FinishedTrial]) -> [Trial] {
    switch method {
    case .grid:
      index > 0 ? [] : (0..<Int(space.combinations)).map { space.trial($0, space.settings(ofCombination: $0)) }
    case .random(let count): index > 0 ? [] : (0..<count).map { space.trial($0, drawn($0)) }
    case .halving(let count): rung(index, of: count, after: finished)
    case .tree(let count): treeBatch(of: count, after: finished)
    }
  }

  /// The batches up to the first that is not wholly known, as they would come when the search is run; a share of the trials
  /// where machines share them.
  ///
  /// - Parameter end: what became of a trial; nil where it is still to be trained.
  public func finished(in shard: Shard? = nil, _ end: (Trial.ID) -> Trial.End?) -> [FinishedTrial] {
    var finished: [FinishedTrial] = []
    for index in 0... {
      let batch = batch(index, after: finished).filter { shard?.holds($0.number) ?? true }
      let known = batch.compactMap { trial in end(trial.id).map { FinishedTrial(trial, $0) } }
      finished += known
      if batch.isEmpty || known.count < batch.count { break }
    }
    return finished
  }

  /// How many numbers trials have; in successive halving some are trained several times.
  public var trialCount: Int {
    switch method {
    case .grid: Int(space.combinations)
    case .random(let count), .halving(let count), .tree(let count): count
    }
  }

  /// Whether trials do not depend on what came of others, so that machines can share them.
  public var isShareable: Bool {
    switch method {
    case .grid, .random: true
    case .halving, .tree: false
    }
  }

  /// The best first; equals in the order of their numbers.
  public func ranked(_ finished: [FinishedTrial]) -> [FinishedTrial] {
    let costs = finished.map { (cost: objective.cost(of: $0.end), finished: $0) }
    return costs.sorted { ($0.cost, $0.finished.trial.number) < ($1.cost, $1.finished.trial.number) }.map(\.finished)
  }

  /// Settings drawn by chance, from the experiment's seed and the number alone.
  func drawn(_ number: Int) -> [Setting] {
    var chance = chance(number)
    return space.dimensions.map { $0.value(at: chance.share()) }
  }

  /// Chance of its own for each number.
  func chance(_ number: Int) -> SplitMix {
    var seed = SeededRandom(seed: space.base.resolved().seed)
    return SplitMix(state: seed.nextUInt64() ^ UInt64(number) &* 0xD134_2543_DE82_EF95)
  }
}

extension SplitMix {
  /// A number in [0, 1).
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}
