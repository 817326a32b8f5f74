import Course
import Interface
import Screen
import Testing

@Suite("Numbers to work with in a lecture") struct LectureNumbersTests {
  private func stage(_ block: String, size: Size) throws -> Stage {
    let text = """
      ---
      title: Numbers
      order: 1
      summary: Two steps.
      minutes: 1
      ---
      ## One
      ```playground
      dataset: xor
      ```
      ```numbers
      \(block)
      ```
      ## Two
      """
    let lecture = try Lecture(text: text, name: "numbers", file: "numbers.md")
    var stage = try Stage(try #require(lecture.experiment(at: 0)), size: size)
    stage.send(.lectureOpened(lecture))
    stage.refresh()
    return stage
  }

  @Test("They stand with their losses, and follow keys, wheel and clicks", arguments: [Size(80, 24), Size(120, 40)])
  func answers(size: Size) throws {
    var stage = try stage("answers: [0.7, 0.2, 0.1]\nnames: [plane, car, bird]\nright: plane", size: size)
    #expect(stage.text.contains("▸ plane") && stage.text.contains("0.3567"))
    // ½ (0.3² + 0.2² + 0.1²).
    #expect(stage.text.contains("0.0700"))
    try stage.press("Tab", "Right")
    #expect(stage.text.contains("0.75") && stage.text.contains("0.2877"))
    #expect(stage.state.lecture?.step == 0, "the arrow changes the number, not the step")
    try stage.press("Down", "Enter")
    #expect(stage.text.contains("▸ car") && stage.text.contains("1.6094"))
    let bird = try #require(stage.state.scene().regions.last { $0.target == .given(2) }).rect
    stage.point(.scrollUp, x: bird.x, y: bird.y)
    #expect(stage.text.contains("0.15"))
    try stage.click(.given(2))
    #expect(stage.text.contains("▸ bird"))
    try stage.press("0")
    #expect(stage.text.contains("▸ plane") && stage.text.contains("0.3567"))
  }

  @Test("Of scores sigmoid and softmax make answers")
  func scores() throws {
    var stage = try stage("scores: [0, 0]\nright: 2", size: Size(120, 40))
    #expect(stage.text.contains("softmax cross-entropy       0.6931"))
    #expect(stage.text.contains("sigmoid cross-entropy       1.3863"))
    try stage.press("Tab")
    #expect(stage.text.contains("∂L/∂z = softmax − t = 0.500 − 0 = +0.500"))
  }
}
