import Interface
import Playground
import Screen
import Testing

@Suite("Asking about a picture") struct AskedPictureTests {
  @Test("y paints how each pixel moves the answer, while one draws too")
  func saliency() throws {
    var stage = try DigitsStage()
    try stage.press("y")
    #expect(stage.text.contains("WHAT MOVES THE ANSWER"))
    #expect(stage.text.contains("∂ log p("))
    try stage.drag(zero)
    #expect(stage.state.reading?.best == 0)
    #expect(stage.state.reading?.asked?.question == .saliency)
    try stage.press("y")
    #expect(stage.text.contains("THE NETWORK SEES"))
  }

  @Test("Y changes the picture until it is what was chosen, and drawing on takes that back")
  func become() throws {
    var stage = try DigitsStage()
    try stage.drag(zero)
    try stage.press("Esc", "Y")
    #expect(stage.text.contains("WHAT WOULD MAKE IT"))
    // The list begins at the second guess: up to the first line, then to the 3.
    try stage.press("Home", "Down", "Down", "Down", "Enter")
    #expect(stage.state.reading?.best == 3)
    #expect(stage.text.contains("WHAT MAKES IT A 3"))
    #expect(stage.text.contains("ten steps along ∂ log p(3)"))
    try stage.drag([(3, 3), (5, 3)])
    #expect(stage.state.reading?.asked == nil)
    #expect(stage.text.contains("THE NETWORK SEES"))
  }

  @Test("A attacks with ε, which keys and the pointer move")
  func attack() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    try stage.press("Esc")
    let before = try #require(stage.state.reading).answers[1]
    try stage.press("A")
    #expect(stage.text.contains("ε 0.10"))
    let weak = try #require(stage.state.reading).answers[1]
    #expect(weak < before)
    try stage.press(")", ")", ")", ")", ")")
    #expect(stage.text.contains("ε 0.20"))
    #expect(try #require(stage.state.reading).answers[1] < weak)
    try stage.press("(")
    #expect(stage.text.contains("ε 0.18"))
    let slider = try #require(stage.state.scene().regions.first { $0.target == .epsilon }).rect
    stage.point(.press, slider.x, slider.y)
    stage.point(.release, slider.x, slider.y)
    #expect(stage.text.contains("ε 0.00"))
    #expect(abs(try #require(stage.state.reading).answers[1] - before) < 1e-6)
    stage.point(.press, slider.x, slider.y)
    stage.point(.drag, slider.maxX - 1, slider.y)
    stage.point(.release, slider.maxX - 1, slider.y)
    #expect(stage.text.contains("ε 0.50"))
    try stage.press("A")
    #expect(stage.state.reading?.asked == nil)
  }
}
