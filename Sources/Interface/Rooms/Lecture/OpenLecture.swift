import Course
import Playground

/// A lecture that is open: where the reader is, and what was answered and reached.
public struct OpenLecture: Sendable, Equatable {
  /// What is read.
  public let lecture: Lecture
  /// The step in play, counted from 0.
  public internal(set) var step = 0
  /// The first line of the text that is shown.
  var scroll = 0
  /// The choices made for each step's questions, in their order.
  private(set) var answers: [Int: [Int]] = [:]
  /// The number of the order that set the step's goal: only what the run says after it is of that goal.
  var goalNumber = 0
  /// The epoch at which each step's goal was settled.
  var settled: [Int: Int] = [:]
  /// The steps whose goal was settled as the lecture wants it.
  var reached: Set<Int> = []

  var current: LectureStep { lecture.steps[step] }
  /// The question that a key answers: the first without an answer, else the last; nil where the step asks nothing.
  var question: Question? { questions.last?.question }
  /// Whether every question of the step has its answer.
  var isAnswered: Bool { answers[step, default: []].count == current.questions.count }
  /// The questions asked so far, each with the choice that was made: the next comes when the one before is answered.
  var questions: [(question: Question, answer: Int?)] {
    let answers = answers[step, default: []]
    return current.questions.prefix(answers.count + 1).enumerated().map {
      ($1, answers.indices.contains($0) ? answers[$0] : nil)
    }
  }

  /// Answers the question that is asked, or the last one otherwise.
  mutating func answer(_ choice: Int) {
    if isAnswered { answers[step]?.removeLast() }
    answers[step, default: []].append(choice)
  }

  /// Features that the step does not use would only distract, unless it points at them.
  var showsUsedFeaturesOnly: Bool {
    let stage = current.stage
    return !stage.highlight.contains(.panel(.features)) && !stage.panels.contains(.panel(.features))
  }
}
