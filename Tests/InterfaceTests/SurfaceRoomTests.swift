import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("The room of the loss surface") struct SurfaceRoomTests {
  private func stage(_ size: Size = Size(120, 40), epochs: Int = 20, keys: String...) throws -> Stage {
    var experiment = Experiment()
    try experiment.set("samples", to: "100")
    var stage = try Stage(experiment, epochs: epochs, size: size)
    try stage.press("v", "s", "Enter")
    for key in keys { try stage.press(key) }
    stage.refresh()
    return stage
  }

  @Test("as text", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(try stage(size).frame, "surface-\(size.width)x\(size.height)")
  }

  @Test(
    "shows the path's own directions, and two weights, chosen from lists", arguments: [Size(80, 24), Size(120, 40)])
  func planes(size: Size) throws {
    var stage = try stage(size, keys: "p", "Down", "Enter")
    try expectGolden(stage.frame, "surface-path-\(size.width)x\(size.height)")
    try stage.press("p", "End", "Enter", "Enter", "End", "Enter")
    stage.refresh()
    #expect(stage.text.contains("x₁→a₁"))
    #expect(stage.text.contains("bias out"))
  }

  @Test("goes to the place of the cross, whose loss is then the run's, and comes back")
  func going() throws {
    var stage = try stage(epochs: 3)
    #expect(try stage.press("Enter").isEmpty)
    #expect(stage.text.contains("The arrows move a cross"))
    try stage.press("Right", "Right", "Up")
    let row = try #require(stage.lines.first { $0.contains("the cross") })
    let promised = try #require(row.firstMatch(of: #/0\.\d{4}/#)).output
    let effects = try stage.press("Enter")
    guard case .setParameters(let place)? = effects.commands.first else {
      Issue.record("\(effects)")
      return
    }
    let before = stage.run.network.parameters
    try stage.run.setParameters(place)
    stage.refresh()
    #expect(try #require(stage.lines.first { $0.contains("training  ") }).contains(promised))
    guard case .takeBack(_, otherwise: .setParameters(let former))? = try stage.press("Backspace").commands.first else {
      Issue.record("Backspace does not come back")
      return
    }
    #expect(former == before)
  }

  @Test("goes where it is clicked, reads where it is pointed at, and comes nearer by the wheel")
  func pointing() throws {
    var stage = try stage()
    let map = try #require(stage.state.scene().regions.first { $0.target == .part(0) }).rect
    stage.point(.move, x: map.x + 3, y: map.y + 2)
    #expect(stage.text.contains("the cross"))
    #expect(stage.text.contains("where training is"))
    let effects = stage.point(.press, x: map.x + 3, y: map.y + 2)
    guard case .setParameters? = effects.commands.first else {
      Issue.record("a click does not go there")
      return
    }
    #expect(stage.state.snapshotRequest.surface?.zoom == 1)
    stage.point(.scrollUp, x: map.x + 3, y: map.y + 2)
    #expect(stage.state.snapshotRequest.surface?.zoom == 1.5)
    try stage.press("(", "(")
    #expect(try #require(stage.state.snapshotRequest.surface?.zoom) < 1)
  }

  @Test("draws other directions, and asks for no surface once it is left")
  func leaving() throws {
    var stage = try stage(keys: "n")
    #expect(stage.state.snapshotRequest.surface?.plane == .random(seed: 2))
    try stage.press("v", "Home", "Down", "Enter")
    #expect(stage.text.contains("GRADIENTS"))
    #expect(stage.state.snapshotRequest.surface == nil)
  }

  @Test("takes any key at any size", arguments: [Size(10, 3), Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    var stage = try stage(size, epochs: 2)
    for key in ["Right", "Down", "Enter", "(", ")", "n", "p", "Esc", "+", "]", "r", "w", "Esc", "?", "Esc", "z", "Esc"]
    {
      try stage.press(key)
      #expect(stage.lines.count == size.height)
    }
  }
}
