import Course
import Playground
import Testing

@Suite("What is kept of the lectures")
struct CourseProgressTests {
  private func lecture(title: String = "Small: a try") throws -> Lecture {
    let text = """
      ---
      title: "\(title)"
      order: 1
      summary: Two steps.
      minutes: 1
      ---
      ## One
      ```playground
      dataset: xor
      ```
      ```predict
      question: Which?
      choices: [this, that]
      right: 1
      why: So.
      ```
      ```goal
      testLoss < 0.5
      ```
      ## Two
      """
    return try Lecture(text: text, name: "small \"it\": one", file: "small.md")
  }

  @Test("it is read as it was written, a lecture with a strange name too")
  func roundTrip() throws {
    var course = CourseProgress()
    var progress = LectureProgress()
    progress.step = 1
    progress.answers = [0: [1]]
    progress.reached = [0]
    course[try lecture()] = progress
    #expect(try CourseProgress(yaml: course.yaml) == course)
    #expect(try CourseProgress(yaml: course.yaml)[lecture()] == progress)
    #expect(try CourseProgress(yaml: CourseProgress().yaml) == CourseProgress())
  }

  @Test("another lecture of the same name begins anew")
  func otherTitle() throws {
    var course = CourseProgress()
    var progress = LectureProgress()
    progress.step = 1
    course[try lecture()] = progress
    #expect(course[try lecture(title: "Another")] == LectureProgress())
  }

  static let kept: [(text: String, step: Int, answers: [Int: [Int]], reached: Set<Int>)] = [
    ("step: 9", 1, [:], []),
    ("step: 0", 0, [:], []),
    ("step: -3", 0, [:], []),
    ("step: many", 0, [:], []),
    ("reached: [1, 2, 7]", 0, [:], [0]),
    ("answers: {1: [2]}", 0, [0: [1]], []),
    ("answers: {1: [3], 2: [1], 5: [1]}", 0, [:], []),
    ("answers: [1, 2]\n  future: {a: [1]}", 0, [:], []),
  ]

  @Test("what the lecture has not, or not any more, is passed over", arguments: kept)
  func fitting(text: String, step: Int, answers: [Int: [Int]], reached: Set<Int>) throws {
    let yaml = "'small \"it\": one':\n  title: 'Small: a try'\n  \(text)\n"
    let progress = try CourseProgress(yaml: yaml)[lecture()]
    #expect(progress.step == step)
    #expect(progress.answers == answers)
    #expect(progress.reached == reached)
  }

  @Test("words say how far a learner is")
  func words() throws {
    let lecture = try lecture()
    var progress = LectureProgress()
    #expect(progress.words(in: lecture) == nil)
    progress.step = 1
    #expect(progress.words(in: lecture) == "step 2 of 2, 0 of 1 goals")
    progress.reached = [0]
    #expect(progress.words(in: lecture) == "its goal reached")
  }
}
