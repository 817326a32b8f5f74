import Playground
import Testing

@Suite("The course")
struct LectureCourseTests {
  @Test("every lecture that ships is without a mistake", arguments: LectureShelf.names)
  func readable(name: String) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    #expect((5...12).contains(lecture.steps.count))
    #expect(lecture.minutes > 0)
    #expect(lecture.experiment(at: 0) != nil, "a lecture opens on an experiment")
  }

  @Test("the lectures know each other")
  func links() {
    #expect(LectureShelf.lectures.count == LectureShelf.names.count)
    #expect(LectureShelf.linkErrors(of: LectureShelf.lectures).isEmpty)
  }

  @Test("every goal is reached, and every goal that must fail fails", arguments: LectureShelf.lectures.map(\.name))
  func goals(name: String) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    for (index, step) in lecture.steps.enumerated() {
      guard let goal = step.goal, let experiment = lecture.experiment(at: index),
        !(experiment.dataset?.isImages ?? false)
      else { continue }
      let trial = try LectureTrial(goal, with: experiment)
      #expect(trial.isAsPromised, "\(name), step \(index + 1), \(step.title): \(goal.words): \(trial.words)")
    }
  }
}
