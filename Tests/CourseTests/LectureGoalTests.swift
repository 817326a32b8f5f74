import Course
import Playground
import Testing

@Suite("Goals of a lecture")
struct LectureGoalTests {
  @Test("fails: turns a goal round")
  func fails() throws {
    let goal = try LectureGoal(" fails: trainAccuracy == 1 within 500 epochs\n")
    #expect(goal.fails)
    #expect(goal.condition == Goal(.trainAccuracy, .equal, 1, within: 500))
    #expect(try !LectureGoal("testLoss < 0.05").fails)
  }

  static let sentences = [
    ("testLoss < 0.05", "test loss below 0.05"),
    ("trainLoss <= 1e-3", "training loss at most 0.001"),
    ("testAccuracy >= 0.95 within 9 epochs", "test accuracy at least 0.95 within 9 epochs"),
    ("fails: trainAccuracy == 1", "not reached: training accuracy exactly 1"),
  ]

  @Test("a goal says itself in words", arguments: sentences)
  func words(text: String, words: String) throws {
    #expect(try LectureGoal(text).words == words)
  }

  @Test("what is no condition is refused", arguments: ["", "fails:", "testLoss", "testLoss < 1/0", "testLoss < nan"])
  func refused(text: String) {
    #expect(throws: ExperimentError.self) { try LectureGoal(text) }
  }
}
