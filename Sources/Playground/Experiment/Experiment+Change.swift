import Datasets

extension Experiment {
  /// The experiment on another data set: what was said and still has a meaning there stays.
  public func on(_ dataset: Dataset) -> Experiment {
    var changed = self
    let before = resolved()
    changed.dataset = dataset
    changed.points = nil
    let after = changed.resolved()
    if before.problem != after.problem {
      changed.output = nil
      changed.loss = nil
    }
    if before.dataset.isImages != after.dataset.isImages {
      changed.features = nil
      changed.hidden = nil
      changed.batchSize = nil
      changed.shuffle = nil
      changed.initializer = nil
      changed.augment = nil
      changed.weights = nil
    }
    if (try? changed.check()) == nil { changed.features = nil }
    return changed
  }

  /// The keys in which two experiments differ, with what each says; a default counts as not said.
  public func differences(from other: Experiment) -> [(key: String, from: Setting?, to: Setting?)] {
    ExperimentKey.all.compactMap { key in
      let (from, to) = (key.setting(in: other), key.setting(in: self))
      return from == to ? nil : (key.name, from, to)
    }
  }
}
