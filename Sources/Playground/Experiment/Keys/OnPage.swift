/// What TensorFlow Playground makes of a key.
enum OnPage: Sendable {
  /// The page has it too; links that hide its control call it `control`, nil where none can.
  case has(control: String?)
  /// The page has its own value and no other; a sentence says so of the page's value and ours, nil where both do.
  case lacks(@Sendable (_ its: String, _ ours: String) -> String?)
}

extension ExperimentKey {
  /// What TensorFlow Playground's links call the control, to hide it; nil for what the page cannot hide.
  public var pageName: String? {
    switch page {
    case .has(let control): control
    case .lacks: nil
    }
  }

  /// What is to be said of an experiment that the page cannot express in this key.
  ///
  /// - Parameter opening: the page's own values.
  func pageNote(on ours: ResolvedExperiment, opening its: ResolvedExperiment) -> String? {
    guard case .lacks(let sentence) = page, setting(in: ours) != setting(in: its) else { return nil }
    return sentence(setting(in: its)?.description ?? "none", setting(in: ours)?.description ?? "none")
  }
}
