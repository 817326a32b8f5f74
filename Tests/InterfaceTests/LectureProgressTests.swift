import Course
import Interface
import Playground
import Testing

@Suite("Where a lecture was left") struct LectureProgressTests {
  @Test("A lecture goes on where it was left, with what was answered and reached")
  func progress() throws {
    let lecture = try #require(try LectureShelf.lecture(named: "xor"))
    var stage = try Stage(try #require(lecture.experiment(at: 0)))
    stage.send(.lectureOpened(lecture))
    var effects = try stage.press("1", "Right", "Right")
    guard case .keepProgress(let kept, of: lecture)? = effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(kept.step == 2 && kept.answers == [0: [0]])
    effects = try stage.press("l", "l")
    #expect(stage.text.contains("step 3 of 8, 0 of"))
    try stage.press("Enter")
    #expect(stage.state.lecture?.step == 2)
    #expect(stage.state.lecture?.progress.answers == [0: [0]])
    stage.send(.lectureOpened(lecture, step: 4))
    #expect(stage.state.lecture?.step == 4)
  }

  @Test("After the last step comes the next lecture of the course")
  func onward() throws {
    let lecture = try #require(try LectureShelf.lecture(named: "perceptron"))
    var stage = try Stage(try #require(lecture.experiment(at: 0)))
    stage.send(.lectureOpened(lecture, step: lecture.steps.count - 1))
    #expect(stage.text.contains("on to xor"))
    try stage.press("Right")
    #expect(stage.state.lecture?.lecture.name == "xor")
    #expect(stage.state.lecture?.step == 0)
  }
}
