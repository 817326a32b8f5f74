import Interface
import Playground
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

  @Test("leaves a room for the room of another view: none lies under it")
  func oneRoom() throws {
    var experiment = Experiment()
    for (key, value) in [("dataset", "gauss"), ("samples", "20")] { try experiment.set(key, to: value) }
    var stage = try Stage(experiment, epochs: 2)
    try stage.press("v", "p", "Enter", "v", "s", "Enter")
    #expect(!stage.text.contains("to the pass's end"))
    #expect(try stage.press(".").commands == [.stepEpoch])
    try stage.press("Esc")
    #expect(stage.text.contains("FEATURES"))
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
