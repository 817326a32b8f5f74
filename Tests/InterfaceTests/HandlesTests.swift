import Datasets
import Interface
import Screen
import Testing

@Suite("Handles of the picture, and drawings that are kept") struct HandlesTests {
  @Test("change what the network sees while its answers follow")
  func turning() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    try stage.press("Esc", "H")
    let before = try #require(stage.state.reading)
    #expect(stage.text.contains("HANDLES"))
    try stage.press("Down", "Down", "Right", "Right", "Right", "Right")
    #expect(stage.text.contains("turn 20°"))
    let after = try #require(stage.state.reading)
    #expect(after.answers != before.answers)
    #expect(after.subject == before.subject)
    try stage.press("Esc")
    #expect(stage.text.contains("turn 20°"))
    try stage.press("H", "r", "Esc")
    #expect(stage.state.reading?.answers == before.answers)
  }

  @Test("are set where their track is hit, and turned by the wheel")
  func pointer() throws {
    var stage = try DigitsStage()
    try stage.press("H")
    let row = try #require(stage.state.scene().regions.first { $0.target == .row(3) }).rect
    stage.point(.press, row.x + 12, row.y)
    stage.point(.release, row.x + 12, row.y)
    #expect(stage.text.contains("size 40 %"))
    stage.point(.scrollUp, row.x, row.y)
    #expect(stage.state.reading?.handling[.size] == 0.5)
  }

  @Test("A drawing is kept with what it is", arguments: [("7", 7), ("Home", 0)])
  func keeping(key: String, label: Int) throws {
    var stage = try DigitsStage()
    try stage.press("K")
    #expect(stage.text.contains("What is kept is a digit on the pad: draw one first."))
    try stage.drag(one)
    try stage.press("Esc", "K", key)
    let effects = try stage.press("Enter")
    guard case .keepDigit(let picture, let kept)? = effects.first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(kept == label)
    #expect(picture.count == 784 && picture.contains(255))
  }
}
