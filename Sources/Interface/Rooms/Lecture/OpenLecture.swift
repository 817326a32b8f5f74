import Course
import Playground

/// A lecture that is open: where the reader is, and what was answered and reached.
public struct OpenLecture: Sendable, Equatable {
  public let lecture: Lecture
  /// The step in play, counted from 0.
  public internal(set) var step = 0
  /// The first line of the text that is shown.
  var scroll = 0
  /// The choice made for each question, by step.
  var answers: [Int: Int] = [:]
  /// The number of the order that set the step's goal: only what the run says after it is of that goal.
  var goalNumber = 0
  /// The epoch at which each step's goal was settled.
  var settled: [Int: Int] = [:]
  /// The steps whose goal was settled as the lecture wants it.
  var reached: Set<Int> = []

  var current: LectureStep { lecture.steps[step] }
  /// The step's question, if it asks one.
  var question: Question? { current.questions.first }

  /// Features that the step does not use would only distract, unless it points at them.
  var showsUsedFeaturesOnly: Bool {
    let stage = current.stage
    return !stage.highlight.contains(.features) && !stage.panels.contains(.features)
  }
}
