import Datasets
import Interface
import Playground
import Screen
import Testing

/// Formulas typed into the screen, and what is seen of samples held back.
@Suite("Formulas and validation on the screen") struct FormulaScreenTests {
  private func stage(_ settings: KeyValuePairs<String, String>, epochs: Int = 0, size: Size = Size(120, 40)) throws
    -> Stage
  {
    var experiment = Experiment()
    for (key, value) in settings { try experiment.set(key, to: value) }
    return try Stage(experiment, epochs: epochs, size: size)
  }

  @Test("A formula among the data sets asks for it, begins with an example, and says where a mistake is")
  func picked() throws {
    var stage = try stage([:])
    try stage.press("d")
    let row = try #require(DatasetCatalog.names.firstIndex(of: "class:FORMULA"))
    let inPlay = try #require(DatasetCatalog.names.firstIndex(of: "circle"))
    for _ in inPlay..<row { try stage.press("Down") }
    try stage.press("Enter")
    #expect(stage.text.contains("class:x1^2 + x2^2 < 9"))
    try stage.press("Backspace", "Backspace", "Enter")
    #expect(stage.text.contains("something is missing here"))
    try stage.press("4", "Enter")
    #expect("\(stage.state.experiment.dataset ?? .points(.xor))" == "class:x1^2 + x2^2 <4")
  }

  @Test("Formulas stand behind the features with names; a click takes one away")
  func features() throws {
    var stage = try stage(["features": "[x1, x2, x1 x2^2]"])
    #expect(stage.text.contains("FEATURES  3/8"))
    try stage.click(.feature(7))
    #expect(stage.state.experiment.features?.map(\.description) == ["x1", "x2"])
  }

  @Test(
    "The validation loss is a curve of its own, and the run says where it stopped",
    arguments: [Size(80, 24), Size(120, 40)])
  func stopped(size: Size) throws {
    let stage = try stage(
      [
        "dataset": "spiral", "samples": "120", "noise": "60", "hidden": "[12]", "optimizer": "adam",
        "validation": "0.4",
        "patience": "15",
      ], epochs: 500, size: size)
    let best = try #require(stage.run.best?.epoch)
    #expect(stage.text.contains("stopped: validation"))
    #expect(stage.text.contains("24 for validation"))
    #expect(
      size.width < 120
        || stage.text.contains("the validation loss was lowest at epoch \(best), whose weights these are."))
    let loss = try #require(stage.state.scene().regions.last { $0.target == .loss }).rect
    #expect(stage.lines[loss.y - 1].contains("valid. ") == (size.width >= 120))
  }
}
