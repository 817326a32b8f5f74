import Datasets
import Interface
import Playground
import Screen
import Testing

/// Everything on the screen is reached by the keyboard, and nothing is changed on the way.
@Suite("Walking over the screen with the keyboard") struct WalkTests {
  private static let moves = ["Tab", "Shift-Tab", "Left", "Right", "Up", "Down"]

  struct Place: Sendable, CustomTestStringConvertible {
    let size: Size
    let settings: [String]
    var testDescription: String { "\(size) \(settings.joined(separator: " "))" }
  }

  @Test(
    "Every control, feature, heading and unit is reached by Tab and arrows, every weight in its unit's list",
    arguments: [
      Place(size: Size(80, 24), settings: []), Place(size: Size(120, 40), settings: []),
      Place(size: Size(200, 60), settings: []),
      Place(size: Size(80, 24), settings: ["hidden=[3]", "features=[x1,x1^2,sin(x2)]"]),
      Place(size: Size(120, 40), settings: ["hidden=[8,8,8]", "regularization=l2"]),
      Place(size: Size(200, 60), settings: ["dataset=rings3", "hidden=[6,2]"]),
      Place(size: Size(120, 40), settings: ["dataset=curve-sine", "hidden=[]"]),
    ])
  func everythingIsReached(place: Place) throws {
    var experiment = Experiment()
    for setting in place.settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    let start = try Stage(experiment, size: place.size)
    let wanted = Set(start.state.scene().regions.map(\.target).filter { $0.panel != nil })
    var reached: Set<Target> = []
    var waiting = [start]
    while let stage = waiting.popLast() {
      for move in Self.moves {
        var next = stage
        #expect(try next.press(move).isEmpty, "\(move) at \(String(describing: stage.state.attention.focus))")
        guard let focus = next.state.attention.focus, reached.insert(focus).inserted else { continue }
        waiting.append(next)
        try reached.formUnion(weights(from: next))
      }
    }
    #expect(wanted.subtracting(reached) == [], "\(wanted.subtracting(reached))")
  }

  /// What Enter and Down reach from a unit or from the output; nothing is asked of the trainer meanwhile.
  private func weights(from stage: Stage) throws -> Set<Target> {
    guard let focus = stage.state.attention.focus else { return [] }
    switch focus {
    case .unit, .output: break
    case _: return []
    }
    var stage = stage
    var reached: Set<Target> = []
    #expect(try stage.press("Enter").isEmpty)
    // Of several outputs each is reached from the list of the first.
    for _ in 0..<(focus == .output ? 3 : 1) {
      while let row = stage.state.attention.focus, reached.insert(row).inserted {
        #expect(try stage.press("Down").isEmpty)
      }
      if focus == .output { #expect(try stage.press("Tab").isEmpty) }
    }
    try stage.press("Esc")
    #expect(stage.state.overlay == nil)
    return reached
  }

  @Test("Left and Right go from layer to layer, Up and Down from unit to unit; the heading stands above the first")
  func grid() throws {
    var stage = try Stage()
    try stage.press("Tab", "Tab", "Tab", "Tab")
    var path: [Target?] = [stage.state.attention.focus]
    for key in ["Down", "Down", "Down", "Down", "Right", "Left", "Right", "Up", "Up", "Left", "Down"] {
      try stage.press(key)
      path.append(stage.state.attention.focus)
    }
    func unit(_ layer: Int, _ unit: Int) -> Target { .unit(layer: layer, unit: unit) }
    // The last unit is the end of its column.
    #expect(Array(path[0...4]) == [unit(0, 0), unit(0, 1), unit(0, 2), unit(0, 3), unit(0, 3)])
    #expect(Array(path[5...8]) == [unit(1, 1), unit(0, 2), unit(1, 1), unit(1, 0)])
    #expect(path[9] == .layer(1))
    #expect(stage.state.experiment == Experiment())
  }

  @Test("[ and ] act on the layer of the current unit")
  func layerOfTheUnit() throws {
    var stage = try Stage()
    try stage.press("Tab", "Tab", "Tab", "Tab", "]")
    #expect(stage.state.experiment.hidden == [5, 2])
    try stage.press("Right", "[")
    #expect(stage.state.experiment.hidden == [5, 1])
  }

  @Test("Tab in the list of weights goes through the units of all layers")
  func tabInTheList() throws {
    var stage = try Stage()
    try stage.press("w")
    var units: [Target?] = []
    for _ in 0..<7 {
      try stage.press("Tab")
      units.append(stage.state.attention.focus)
    }
    let weights = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (2, 0)].map {
      Target.weight(layer: $0.0, unit: $0.1, source: 0)
    }
    #expect(units == weights)
  }

  @Test("The wheel over a line, a unit or a heading changes nothing; over a line that was clicked it turns the weight")
  func wheel() throws {
    var stage = try Stage(size: Size(200, 60))
    for region in stage.state.scene().regions where region.target.panel == .network {
      #expect(stage.point(.scrollUp, x: region.rect.x, y: region.rect.y).isEmpty, "\(region.target)")
    }
    let scene = stage.state.scene()
    let line = try #require(
      scene.regions.first { region in
        if case .weight? = scene.target(at: region.rect.center) { true } else { false }
      }
    ).rect.center
    stage.point(.press, x: line.x, y: line.y)
    stage.point(.release, x: line.x, y: line.y)
    try stage.press("Esc")
    let effects = stage.point(.scrollUp, x: line.x, y: line.y)
    guard case .setParameter? = effects.commands.first else {
      Issue.record("the wheel did not turn the clicked line: \(effects)")
      return
    }
  }
}
