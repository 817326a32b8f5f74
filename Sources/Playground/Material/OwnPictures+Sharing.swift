import Datasets
import NeuralEngine

extension OwnPictures {
  /// The places of the pictures in the order in which they are taken: shuffled, for files are often sorted by class;
  /// empty where the files themselves say which are for the test.
  func places(for experiment: ResolvedExperiment, using random: inout SeededRandom) -> [Int] {
    switch self {
    case .split: return []
    case .whole(let set):
      var places = Array(0..<set.count)
      if experiment.trainRatio < 1 { random.shuffle(&places) }
      return places
    }
  }

  /// Those to learn from and those of the test, of which there may be none.
  ///
  /// - Throws: `ExperimentError.doesNotFit` when none are left to train on.
  func shared(
    for experiment: ResolvedExperiment, using random: inout SeededRandom
  ) throws(ExperimentError) -> (train: ImageSet, test: ImageSet) {
    switch self {
    case .split(let train, let test): return (train, test)
    case .whole(let set):
      let places = places(for: experiment, using: &random)
      // A ratio such as 0.57 stands for the decimal it was written as.
      let trainCount = Int((Double(set.count) * experiment.trainRatio + 1e-9).rounded(.down))
      guard trainCount > 0 else { throw RawMaterial.nothingToTrainOn(experiment, count: set.count) }
      return (set.choosing(places[..<trainCount]), set.choosing(places[trainCount...]))
    }
  }
}
