import Interface
import Playground
import Screen
import Testing

@Suite("What the screen says can be done") struct ScreenWordsTests {
  @Test("The title has the run's pace while it trains, its batch while it steps, and moves nothing else")
  func title() throws {
    var stage = try Stage()
    let paused = stage.lines[0]
    #expect(!paused.contains("epochs/s"))
    let snapshot = Snapshot(of: stage.run, isRunning: true, generation: 0, speed: 250_000, request: SnapshotRequest())
    stage.send(.snapshotArrived(snapshot))
    #expect(stage.lines[0].contains("60 epochs/s   ► training"))
    #expect(stage.lines[0].hasSuffix("epoch 000,000"))
    // At 5,000 samples a second the machine gives 20 of the 60 epochs that were asked for.
    let slow = Snapshot(of: stage.run, isRunning: true, generation: 0, speed: 5_000, request: SnapshotRequest())
    stage.send(.snapshotArrived(slow))
    #expect(stage.lines[0].contains("20 epochs/s"))
    stage.run.trainBatch()
    stage.refresh()
    #expect(stage.lines[0].contains("batch 1/25"))
    #expect(!stage.lines[0].contains("epochs/s"))
  }

  @Test("A stop that is set stands in the title")
  func stop() throws {
    var experiment = Experiment()
    try experiment.set("epochs", to: "60")
    #expect(try Stage(experiment).lines[0].contains("stops at 60"))
  }

  @Test("The row of keys grows with the window and keeps the way out", arguments: [60, 80, 120, 160, 200, 250])
  func keys(width: Int) throws {
    let stage = try Stage(size: Size(width, 40))
    let row = try #require(stage.lines.last)
    #expect(row.contains("? all keys  q quit"))
    #expect(row.contains("+ layer"))
    #expect(row.contains("n new data") == (width >= 160))
    #expect(width < 160 || row.count > width * 3 / 4)
  }

  @Test(
    "Layers are added and taken away with the mouse",
    arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60)])
  func layers(size: Size) throws {
    var stage = try Stage(size: size)
    #expect(stage.text.contains("− 2 layers +"))
    try stage.click(.command(.removeLayer))
    #expect(stage.state.experiment.hidden == [4])
    let plus = try #require(stage.state.scene().regions.first { $0.target == .command(.addLayer) }).rect
    stage.point(.press, x: plus.center.x, y: plus.center.y)
    #expect(stage.state.experiment.hidden == [4, 2])
  }

  @Test("A network without layers says how to add one")
  func noLayers() throws {
    var experiment = Experiment()
    try experiment.set("hidden", to: "[]")
    let text = try Stage(experiment).text
    #expect(text.contains("No hidden layer: + adds one."))
    #expect(text.contains("− 0 layers +"))
  }

  @Test("Placing points has a face: the chosen class, its glyph as the cursor, where it stands")
  func points() throws {
    var stage = try Stage()
    try stage.press("i")
    #expect(stage.text.contains("1 orange ×  2 [blue ●]"))
    #expect(stage.text.contains("Own points    x₁ +0.00  x₂ +0.00"))
    try stage.press("1", "Right")
    #expect(stage.text.contains("1 [orange ×]  2 blue ●"))
    #expect(stage.text.contains("class −1 orange ×"))
    let accent = Theme().color(.accent)
    #expect(stage.frame.cells.contains { $0.glyph == "×" && $0.background == accent })
    var experiment = Experiment()
    try experiment.set("dataset", to: "rings3")
    var three = try Stage(experiment, size: Size(160, 40))
    try three.press("i")
    #expect(three.text.contains("1 blue ●  2 [orange ×]  3 green ▲"))
  }

  @Test("z enlarges the map, the network, then the losses, and shows all panels again")
  func zoom() throws {
    var stage = try Stage(epochs: 20)
    let before = stage.lines
    var seen: [Bool] = []
    for _ in 0..<3 {
      try stage.press("z")
      stage.refresh()
      seen.append(stage.text.contains("LAYER 1"))
      #expect(stage.lines != before)
      #expect(stage.text.contains("LOSS"))
    }
    #expect(seen == [false, true, false])
    try stage.press("z")
    stage.refresh()
    #expect(stage.lines == before)
  }

  @Test(
    "No window and no shape makes headings run into each other",
    arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(160, 24), Size(200, 60)])
  func headings(size: Size) throws {
    for layers in 1...8 {
      var experiment = Experiment()
      try experiment.set("hidden", to: "[\(Array(repeating: "4", count: layers).joined(separator: ","))]")
      let text = try Stage(experiment, size: size).text
      #expect(!text.contains(/[A-Z0-9+](LAYER|L[0-9] |OUTPUT)/))
    }
  }

  @Test(
    "Every feature has its label, whatever is used",
    arguments: [Size(60, 18), Size(80, 24), Size(100, 30), Size(120, 40)])
  func featureLabels(size: Size) throws {
    var experiment = Experiment()
    try experiment.set("features", to: "[x1,x2,x1^2,x2^2,x1x2,sin(x1),sin(x2)]")
    try experiment.set("hidden", to: "[8,8]")
    let text = try Stage(experiment, size: size).text
    for symbol in ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"] {
      #expect(text.contains(" \(symbol) ") || text.contains(" \(symbol)▀"), "\(symbol) at \(size)")
    }
  }
}
