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
    return changed
  }

  /// The keys in which two experiments differ, with what each says; a default counts as not said.
  public func differences(from other: Experiment) -> [(key: ExperimentKey, from: Setting?, to: Setting?)] {
    ExperimentKey.all.compactMap { key in
      let (from, to) = (key.setting(in: other), key.setting(in: self))
      return from == to ? nil : (key, from, to)
    }
  }
}
