import Playground
import Screen

/// What the explain line says of a control: the row of its key, in the numbers of this moment.
extension Shell {
  func explain(_ key: ExperimentKey) -> Explanation {
    guard let control = key.control else { return Explanation(name: key.name, sentence: key.meaning) }
    let choice = choice(of: key)
    let note = choice.flatMap { $0.note.isEmpty || $0.formula != nil ? nil : $0.note }
    return Explanation(
      name: control.title.uppercasedFirst, formula: formula(of: key, control, choice),
      sentence: control.sentence ?? note ?? key.meaning, hint: hint(of: key, control))
  }

  private func formula(of key: ExperimentKey, _ control: KeyControl, _ choice: Choice?) -> [Span] {
    var formula: [Span] = []
    switch control.form {
    case .list where key == .learningRate:
      let value = value(of: key)
      formula.text("each step moves a weight by ")
      formula.strong("−\(scheduledRate.map(Number.rate) ?? value) · its gradient")
      if scheduledRate != nil { formula.dim("   \(value) by the schedule \(resolved.schedule.rawValue)") }
    case .list:
      formula.strong(words(for: key))
      if let mathematics = choice?.formula { formula.dim("   \(mathematics)") }
    case .slider: formula.strong(text(of: key))
    case .text, .picture: formula.strong(value(of: key))
    }
    return formula
  }

  /// The keys that change it.
  private func hint(of key: ExperimentKey, _ control: KeyControl) -> String {
    switch control.form {
    case .list: key.command.map { "Enter or \($0.info.keys[0].name) lists all" } ?? "Enter lists all"
    case .slider: "Enter lists values"
    case .text: "Enter types another" + (key == .seed ? ", n draws one" : key == .weightsSeed ? ", R draws one" : "")
    case .picture: ""
    }
  }
}
