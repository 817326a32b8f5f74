import Course
import Interface
import Screen
import Testing

@Suite("The text of a lecture in pages") struct LecturePagesTests {
  /// A step of two questions and more text than a page has.
  private static let long = """
    ---
    title: Long
    order: 1
    summary: One step.
    minutes: 1
    ---

    ## One

    \((1...30).map { "Paragraph \($0) of many that all say something." }.joined(separator: "\n\n"))

    ```playground
    dataset: xor
    ```

    ```predict
    question: And so?
    choices: [yes, no]
    right: 1
    why: It was the last page.
    ```

    ```goal
    testLoss < 0.3
    ```
    """

  @Test(
    "A long text turns pages by keys, wheel and clicks; what was answered is shown",
    arguments: [Size(80, 24), Size(120, 40)])
  func pages(size: Size) throws {
    var stage = try Stage(size: size)
    stage.send(.lectureOpened(try Lecture(text: Self.long, name: "long", file: "long.md")))
    stage.refresh()
    #expect(stage.text.contains("Paragraph 1 of") && stage.text.contains("page 1 of"))
    #expect(stage.text.contains("Answer first: then the goal."))
    try stage.press("PageDown")
    #expect(stage.text.contains("page 2 of") && !stage.text.contains("Paragraph 1 of"))
    try stage.press("PageUp", "PageUp")
    #expect(stage.text.contains("page 1 of"))
    try stage.click(.command(.readOn))
    #expect(stage.text.contains("page 2 of"))
    try stage.press("Up")
    let text = try #require(stage.state.scene().regions.last { $0.target == .lectureText }).rect
    stage.point(.scrollDown, x: text.center.x, y: text.center.y)
    #expect(stage.text.contains("page 2 of"))
    for _ in 0..<20 { try stage.press("Down") }
    #expect(stage.text.contains("And so?") && !stage.text.contains("PageDown reads on"))
    try stage.press("PageUp", "1")
    #expect(stage.text.contains("▸ 1"), "it turns to the question that was answered")
    #expect(stage.text.contains("□ Goal: test loss below 0.3"))
  }

  @Test("Nothing of a step's text is lost between its pages", arguments: [Size(80, 24), Size(120, 40)])
  func everyLine(size: Size) throws {
    var stage = try Stage(size: size)
    stage.send(.lectureOpened(try Lecture(text: Self.long, name: "long", file: "long.md")))
    stage.refresh()
    var seen = ""
    for _ in 0..<20 {
      seen += stage.text
      try stage.press("PageDown")
    }
    #expect((1...30).allSatisfy { seen.contains("Paragraph \($0) of") })
  }
}
