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

extension Setting {
  fileprivate func json(isText: Bool) -> JSON {
    switch self {
    case .word(let word): isText ? .text(word) : Self.json(of: word)
    case .list(let words): .list(words.map(Self.json))
    }
  }

  /// A word as the value it stands for.
  private static func json(of word: String) -> JSON {
    if let whole = Int(word) { return .whole(whole) }
    if let flag = Bool(word) { return .flag(flag) }
    if let number = Double(word), number.isFinite { return .number(number) }
    return .text(word)
  }
}
