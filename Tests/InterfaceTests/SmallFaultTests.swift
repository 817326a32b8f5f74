import Interface
import Playground
import Screen
import Testing

@Suite("Small things that were wrong") struct SmallFaultTests {
  @Test("One epoch is one epoch")
  func one() throws {
    var stage = try Stage(epochs: 1)
    #expect(stage.text.contains("Paused after 1 epoch. Space"))
    for _ in 0..<8 { try stage.press("<") }
    #expect(stage.text.contains("Speed: 1 epoch a second."))
  }

  @Test(
    "A long formula gives way to the activation and the hint", arguments: [Size(80, 24), Size(120, 40), Size(200, 60)])
  func formulas(size: Size) throws {
    var experiment = Experiment()
    try experiment.set("features", to: "[x1,x2,x1^2,x2^2,x1x2,sin(x1),sin(x2)]")
    var stage = try Stage(experiment, epochs: 3, size: size)
    let unit = try #require(stage.state.scene().regions.first { $0.target == .unit(layer: 0, unit: 0) }).rect
    stage.point(.move, x: unit.center.x, y: unit.center.y)
    #expect(stage.text.contains("a = tanh z"))
    #expect(size.width < 200 || stage.text.contains("Enter holds it"))
  }

  @Test("A map that is pointed at keeps its axes", arguments: [Size(80, 24), Size(120, 40)])
  func axes(size: Size) throws {
    var stage = try Stage(size: size)
    let map = try #require(stage.state.scene().regions.first { $0.target == .output }).rect
    stage.point(.move, x: map.center.x, y: map.center.y)
    for (row, text) in [(map.y, " 6 "), (map.y + 1, " x₂ "), (map.maxY - 1, " −6 ")] {
      #expect(stage.lines[row].prefix(map.x).hasSuffix(text))
    }
    #expect(stage.lines[map.maxY].contains("−6"))
  }

  @Test("What does nothing says so", arguments: [("t", "There are no test samples to show")])
  func nothing(key: String, sentence: String) throws {
    var experiment = Experiment()
    try experiment.set("trainRatio", to: "1")
    var stage = try Stage(experiment)
    try stage.press(key)
    #expect(stage.text.contains(sentence))
  }

  @Test("The stop that is set is marked in the losses' chart, at its epoch or its loss")
  func stops() throws {
    var experiment = Experiment()
    try experiment.set("epochs", to: "8")
    let stage = try Stage(experiment, epochs: 3)
    let chart = try #require(stage.state.scene().regions.first { $0.target == .loss }).rect
    let column = chart.x + Int((0.8 * Double(chart.width - 1)).rounded())
    let marks = chart.rows.map { stage.frame[column, $0].glyph }
    #expect(marks.first == "■" && marks.filter { $0 == "│" }.count >= chart.height - 3)
    var far = Experiment()
    try far.set("epochs", to: "500")
    let before = try Stage(far, epochs: 3).frame
    #expect(!chart.rows.contains { row in chart.columns.contains { before[$0, row].glyph == "■" } })
  }

  @Test(
    "Large letters tell the key and what it did, and leave the panels room", arguments: [Size(80, 24), Size(120, 40)])
  func letters(size: Size) throws {
    var stage = try Stage(size: size)
    try stage.press("Z", "+")
    let strip = stage.lines[(size.height - 4)..<(size.height - 1)].joined()
    #expect(strip.contains("█"))
    #expect(stage.text.contains("OUTPUT") && stage.lines.last?.contains("quit") == true)
    #expect(stage.state.experiment.hidden == [4, 2, 2])
    try stage.press("Z")
    #expect(!stage.lines[size.height - 3].contains("█"))
    var low = try Stage(size: Size(60, 18))
    try low.press("Z")
    #expect(low.text.contains("60×22"))
  }
}
