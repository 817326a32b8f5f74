/// What a learner has done of one lecture: where it was left, what was answered, which goals were reached.
public struct LectureProgress: Sendable, Equatable {
  /// The step to go on with, counted from 0.
  public var step = 0
  /// The choices made for each step's questions, in their order; steps and choices are counted from 0.
  public var answers: [Int: [Int]] = [:]
  /// The steps whose goal was reached, or failed as foretold.
  public var reached: Set<Int> = []

  /// Nothing is done yet.
  public init() {}

  /// What of it a lecture still has, which may have been written anew since.
  func fitting(_ lecture: Lecture) -> LectureProgress {
    var fitting = LectureProgress()
    fitting.step = min(max(0, step), lecture.steps.count - 1)
    fitting.reached = reached.filter { lecture.steps.indices.contains($0) && lecture.steps[$0].goal != nil }
    fitting.answers = answers.filter { step, choices in
      guard lecture.steps.indices.contains(step) else { return false }
      let questions = lecture.steps[step].questions
      return choices.count <= questions.count && zip(choices, questions).allSatisfy { $1.choices.indices.contains($0) }
    }
    return fitting
  }

  /// How far a learner is, in words: `step 3 of 8, 2 of 6 goals`; nil where nothing is done.
  public func words(in lecture: Lecture) -> String? {
    guard self != LectureProgress() else { return nil }
    let goals = lecture.steps.count { $0.goal != nil }
    if goals > 0, reached.count == goals { return goals == 1 ? "its goal reached" : "all \(goals) goals reached" }
    return "step \(step + 1) of \(lecture.steps.count), \(reached.count) of \(goals) goals"
  }
}
