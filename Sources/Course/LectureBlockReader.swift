import Playground
import Words

extension LectureReader {
  /// The fenced blocks that the program acts on.
  enum BlockKind: String, CaseIterable {
    case playground, goal, predict, show, numbers, compute
  }

  /// A language a slip away from a block's name was meant to be that block.
  mutating func noteIfMistyped(_ language: String, line: Int) {
    guard let meant = nearest(to: language, among: BlockKind.allCases.map(\.rawValue)) else { return }
    note(line, LectureSentence.unknownBlock(language, meant: meant))
  }

  mutating func block(_ kind: BlockKind, _ text: String, line: Int) -> LectureBlock? {
    switch kind {
    case .playground: return experiment(text, line: line).map(LectureBlock.playground)
    case .predict: return question(text, line: line).map(LectureBlock.predict)
    case .show: return .show(stage(text, line: line))
    case .goal:
      do {
        return .goal(try LectureGoal(text))
      } catch {
        note(line, error.description)
        return nil
      }
    case .numbers: return numbers(text, line: line).map(LectureBlock.numbers)
    case .compute: return .compute(computations(text, line: line))
    }
  }

  mutating func experiment(_ text: String, line: Int) -> Experiment? {
    var experiment = Experiment()
    let mistakes = experiment.take(yaml: text, firstLine: line)
    for mistake in mistakes { note(mistake.line, mistake.error.description) }
    guard mistakes.isEmpty else { return nil }
    do throws(ExperimentError) {
      try experiment.check()
    } catch {
      note(line, error.description)
      return nil
    }
    return experiment
  }

  mutating func question(_ text: String, line: Int) -> Question? {
    let before = errors.count
    var question = ""
    var choices: [String] = []
    var right: (number: Int, line: Int)?
    var why = ""
    let keys = [
      ("question", "question: The test loss will"), ("choices", "choices: [fall, rise]"), ("right", "right: 2"),
      ("why", "why: Because …"),
    ]
    let entries = entries(of: text, firstLine: line, keys: keys.map(\.0))
    for entry in entries {
      switch entry.key {
      case "question": question = self.text(of: entry)
      case "choices":
        choices = texts(of: entry)
        if !(2...9).contains(choices.count) {
          let count = "\(choices.count) of them"
          note(line, LectureSentence.wrongValue("choices", count, wanted: "give two to nine, a line - each"))
        }
      case "right": right = (wholeNumber(of: entry), entry.line)
      default: why = self.text(of: entry)
      }
    }
    // Of a block that cannot be read, nothing is missing.
    if errors.count == before || !entries.isEmpty {
      for (key, example) in keys where !entries.contains(where: { $0.key == key }) {
        note(line, LectureSentence.missingKey(key, example: example))
      }
    }
    if let right, choices.count > 1, !(1...choices.count).contains(right.number) {
      note(
        right.line,
        LectureSentence.wrongValue(
          "right", "\(right.number)", wanted: "give the number of a choice, 1 to \(choices.count)"))
    }
    guard errors.count == before, let right else { return nil }
    return Question(text: question, choices: choices, right: right.number - 1, why: why)
  }

  mutating func stage(_ text: String, line: Int) -> Stage {
    var stage = Stage()
    for entry in entries(of: text, firstLine: line, keys: ["panels", "highlight", "hide"]) {
      var parts: [Stage.Part] = []
      for name in texts(of: entry) {
        let known = entry.key == "panels" ? Stage.Part.panels : Stage.Part.all
        if let part = known.first(where: { $0.name == name }) {
          parts.append(part)
        } else {
          note(entry.line, LectureSentence.unknownKey(name, known: known.map(\.name)))
        }
      }
      switch entry.key {
      case "panels": stage.panels = parts
      case "highlight": stage.highlight = parts
      default: stage.hide = parts
      }
    }
    return stage
  }
}
