import Playground
import Words

extension Experiment {
  /// Every key that has a value, said or by default, as a JSON object in the order of the table of keys: all that
  /// decides the run.
  func json(completedBy resolved: ResolvedExperiment) -> JSON {
    .object(
      ExperimentKey.all.compactMap { key in
        let holding = key.concerns(resolved.dataset) ? key.setting(in: resolved) : nil
        return (holding ?? key.setting(in: self)).map { (key.name, $0.json(isText: key.isText)) }
      })
  }
}
