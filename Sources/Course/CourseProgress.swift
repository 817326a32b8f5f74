import Playground
import Words

/// What a learner has done of all lectures, as it is kept from one day to the next.
///
///     perceptron:
///       title: "The perceptron"
///       step: 4
///       reached: [2, 3]
///       answers: {1: [2]}
///
/// Everything is counted from 1. A lecture is known by its name and its title: another one in a file of the same name
/// begins anew.
public struct CourseProgress: Sendable, Equatable {
  private struct Entry: Equatable {
    let title: String
    let progress: LectureProgress
  }

  private var entries: [String: Entry] = [:]

  /// Nothing is done yet.
  public init() {}

  /// What was done of a lecture, as far as the lecture still has it.
  public subscript(lecture: Lecture) -> LectureProgress {
    get {
      guard let entry = entries[lecture.name], entry.title == lecture.title else { return LectureProgress() }
      return entry.progress.fitting(lecture)
    }
    set { entries[lecture.name] = Entry(title: lecture.title, progress: newValue) }
  }

  /// Reads what was kept; a key that is not known, or a value that fits none, is passed over.
  ///
  /// - Throws: `YAML.Problem` for a text that is not YAML.
  package init(yaml: String) throws(YAML.Problem) {
    for entry in try YAML(yaml).entries {
      guard case .keys(let keys) = entry.value else { continue }
      var title = ""
      var progress = LectureProgress()
      for key in keys {
        switch (key.key, key.value) {
        case ("title", let value): title = value.word ?? ""
        case ("step", let value): progress.step = value.places.first ?? 0
        case ("reached", let value): progress.reached = Set(value.places)
        case ("answers", .keys(let steps)):
          for step in steps {
            if let number = Int(step.key) { progress.answers[number - 1] = step.value.places }
          }
        case _: continue
        }
      }
      entries[entry.key] = Entry(title: title, progress: progress)
    }
  }

  /// The text that `init(yaml:)` reads, the lectures by name.
  package var yaml: String {
    func list(_ places: some Sequence<Int>) -> String { "[\(places.map { "\($0 + 1)" }.joined(separator: ", "))]" }
    let lectures = entries.sorted { $0.key < $1.key }.map { name, entry in
      let progress = entry.progress
      let answers = progress.answers.sorted { $0.key < $1.key }.map { "\($0.key + 1): \(list($0.value))" }
      return """
        \(JSON.text(name).line):
          title: \(JSON.text(entry.title).line)
          step: \(progress.step + 1)
          reached: \(list(progress.reached.sorted()))
          answers: {\(answers.joined(separator: ", "))}

        """
    }
    return "# What was done of the lectures: nnplay keeps it.\n" + lectures.joined()
  }
}

extension YAML.Value {
  /// Whole numbers counted from 1 as places counted from 0; what is none is left out.
  fileprivate var places: [Int] {
    (words ?? []).compactMap { Int($0) }.filter { (1...1_000_000).contains($0) }.map { $0 - 1 }
  }
}
