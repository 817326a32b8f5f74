import Course
import Datasets
import Playground

/// A lecture that is open: where the reader is, and what was answered and reached.
public struct OpenLecture: Sendable, Equatable {
  /// What is read.
  public let lecture: Lecture
  /// What was done of it so far.
  public internal(set) var progress = LectureProgress()
  /// The page of the step's text that is shown, counted from 0.
  var page = 0
  /// The number of the order that set the step's goal: only what the run says after it is of that goal.
  var goalNumber = 0
  /// What became of the step's goal in the run in play; nil while that is open.
  var verdict: Verdict?
  /// The numbers that the step gives to work with, as they were changed; nil where it gives none.
  var numbers: GivenNumbers?

  /// The step in play, counted from 0.
  public var step: Int { progress.step }
  var current: LectureStep { lecture.steps[step] }
  /// Whether the step's goal was ever reached, or failed as foretold.
  public var isReached: Bool { progress.reached.contains(step) }
  /// The data of the step: a goal is reached on them or not at all.
  var dataset: Dataset? { lecture.experiment(at: step)?.resolved().dataset }

  // MARK: - Questions

  /// The question that a key answers: the first without an answer, else the last; nil where the step asks nothing.
  var question: Question? { questions.last?.question }
  /// Whether every question of the step has its answer.
  var isAnswered: Bool { answers.count == current.questions.count }
  /// The questions asked so far, each with the choice that was made: the next comes when the one before is answered.
  var questions: [(question: Question, answer: Int?)] {
    current.questions.prefix(answers.count + 1).enumerated().map {
      ($1, answers.indices.contains($0) ? answers[$0] : nil)
    }
  }
  /// Whether the picture has decided who was right.
  var isDecided: Bool { current.goal == nil || isReached || verdict != nil }

  private var answers: [Int] { progress.answers[step, default: []] }

  /// Answers the question that is asked, or the last one otherwise.
  mutating func answer(_ choice: Int) {
    if isAnswered { progress.answers[step]?.removeLast() }
    progress.answers[step, default: []].append(choice)
  }

  /// Features that the step does not use would only distract, unless it points at them.
  var showsUsedFeaturesOnly: Bool {
    let stage = current.stage
    return !stage.highlight.contains(.panel(.features)) && !stage.panels.contains(.panel(.features))
  }
}
