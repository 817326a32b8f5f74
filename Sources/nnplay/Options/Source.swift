import Datasets
import Playground

/// What SOURCE stands for: an experiment to play with, or a lecture.
enum Source {
  case experiment(Experiment)
  case lecture(Lecture)

  /// What stands between a lecture's name and the number of a step.
  private static let stepMark: Character = "#"

  /// Finds what is meant: a lecture's name or file (`perceptron`, `notes.md`), else an experiment.
  ///
  /// A name that is a lecture and a data set (`xor`) opens the lecture, which plays with the data set too.
  init(_ text: String) throws {
    if Lecture.isNamed(by: text) {
      self = .lecture(try Lecture(source: text))
    } else {
      self = .experiment(try Self.experiment(text))
    }
  }

  /// The experiment that a text names, for commands that play no lecture.
  ///
  /// `NAME#3` is the experiment of a lecture's third step; a lecture's name alone that of its first.
  static func experiment(_ text: String) throws -> Experiment {
    let parts = text.split(separator: stepMark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, Lecture.isNamed(by: parts[0]) {
      return try experiment(of: Lecture(source: parts[0]), step: parts[1])
    }
    if Lecture.isNamed(by: text), (try? Dataset(text)) == nil {
      return try experiment(of: Lecture(source: text), step: "1")
    }
    if let dataset = try? Dataset(text) { return Experiment(dataset) }
    return try Experiment(path: text)
  }

  private static func experiment(of lecture: Lecture, step: String) throws -> Experiment {
    guard let number = Int(step), lecture.steps.indices.contains(number - 1) else {
      throw BadInput("\(lecture.name) has no step \(step): give one of 1 to \(lecture.steps.count).")
    }
    guard let experiment = lecture.experiment(at: number - 1) else {
      throw BadInput("Step \(number) of \(lecture.name) sets no experiment: give a later step.")
    }
    return experiment
  }

  /// Changes the experiment; a lecture's steps bring their own.
  mutating func change(_ change: (inout Experiment) throws -> Void) throws {
    switch self {
    case .experiment(var experiment):
      try change(&experiment)
      self = .experiment(experiment)
    case .lecture: break
    }
  }
}
