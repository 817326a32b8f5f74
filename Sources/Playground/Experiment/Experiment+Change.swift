import Datasets

extension Experiment {
  /// The experiment on another data set: what was said and still has a meaning there stays.
  public func on(_ dataset: Dataset) -> Experiment {
    var changed = self
    let before = resolved()
    changed.dataset = dataset
    changed.points = nil
    let after = changed.resolved()
    for key in ExperimentKey.all {
      let isKept =
        switch key.lasting {
        case .always: true
        case .problem: before.problem == after.problem
        case .form: before.dataset.isImages == after.dataset.isImages
        }
      if !isKept { key.forget(in: &changed) }
    }
    if (try? changed.check()) == nil { changed.features = nil }
    return changed.keepingFirstWeights(of: self)
  }

  /// Lets what belongs to a key follow its change: another seed is that of the weights too, other samples take the place
  /// of own points, and own points are shared out anew between training and test.
  public mutating func followData(after key: ExperimentKey) {
    switch key {
    case .seed: weightsSeed = nil
    case .samples, .noise: points = nil
    case .trainRatio:
      guard let count = points?.points.count else { return }
      points?.trainCount = max(1, Int(Double(count) * (trainRatio ?? 1) + 1e-9))
    case _: break
    }
  }

  /// The keys in which two experiments differ, with what each says; a default counts as not said.
  public func differences(from other: Experiment) -> [(key: ExperimentKey, from: Setting?, to: Setting?)] {
    ExperimentKey.all.compactMap { key in
      let (from, to) = (key.setting(in: other), key.setting(in: self))
      return from == to ? nil : (key, from, to)
    }
  }
}
