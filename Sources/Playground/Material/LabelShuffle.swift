import Datasets
import NeuralEngine

/// The labels of the training samples dealt out anew among them: what is left to learn is which sample has which.
///
/// Their numbers stay as they were, and so do the test's labels (C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals:
/// Understanding Deep Learning Requires Rethinking Generalization, 2017).
struct LabelShuffle {
  /// Whose label each sample takes.
  private let sources: [Int]

  /// The shuffle of an experiment's first `count` samples; nil where it asks for none.
  init?(_ experiment: ResolvedExperiment, count: Int) {
    guard experiment.shuffleLabels else { return nil }
    // A stream of its own, so that samples and weights stay what they are.
    var random = SeededRandom(seed: experiment.seed + " labels")
    sources = EpochOrder(seed: random.nextUInt64()).indices(count: count, epoch: 0).map(Int.init)
  }

  /// The labels as they are dealt out.
  func callAsFunction<Label>(_ labels: [Label]) -> [Label] { sources.map { labels[$0] } }
}

extension PointSet {
  /// The points with their training labels dealt out anew, where the experiment asks for that.
  func withLabels(of experiment: ResolvedExperiment) -> PointSet {
    guard let shuffle = LabelShuffle(experiment, count: trainCount) else { return self }
    var set = self
    for (place, label) in shuffle(train.map(\.label)).enumerated() { set.points[place].label = label }
    return set
  }
}
