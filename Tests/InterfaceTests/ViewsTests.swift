import Interface
import Screen
import Testing

@Suite("The list of views") struct ViewsTests {
  @Test("shows a panel while its line is chosen, and what was there when the list is left")
  func trying() throws {
    var stage = try Stage(epochs: 2)
    try stage.press("v", "Down")
    #expect(stage.text.contains("GRADIENTS"))
    try stage.press("Esc")
    #expect(!stage.text.contains("GRADIENTS"))
    try stage.press("v", "Down", "Enter", "v", "Up")
    #expect(!stage.text.contains("GRADIENTS"))
    try stage.press("v")
    #expect(stage.text.contains("GRADIENTS"))
  }

  @Test("opens a view by a click on its line")
  func clicking() throws {
    var stage = try Stage(epochs: 2)
    try stage.press("v")
    try stage.click(.row(1))
    #expect(stage.text.contains("GRADIENTS"))
    #expect(!stage.text.contains("VIEWS"))
  }
}
