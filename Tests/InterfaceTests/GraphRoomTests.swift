import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("The room of the computation graph") struct GraphRoomTests {
  private func stage(_ size: Size = Size(120, 40), hidden: String = "[2]", keys: String...) throws -> Stage {
    var experiment = Experiment()
    try experiment.set("hidden", to: hidden)
    var stage = try Stage(experiment, epochs: 20, size: size)
    try stage.press("v", "g", "g", "Enter")
    for key in keys { try stage.press(key) }
    return stage
  }

  /// Types an expression in place of the one that is shown.
  private func type(_ text: String, _ stage: inout Stage) throws {
    try stage.press("=")
    for character in text { stage.send(.keyPressed(.character(character))) }
    try stage.press("Enter")
  }

  @Test("as text, on the way back", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(try stage(size, keys: "Right", "Right", "Right").frame, "graph-\(size.width)x\(size.height)")
  }

  @Test("goes a node a key press: values forward, then gradients back by the chain rule")
  func steps() throws {
    var stage = try stage()
    for words in [
      "x + y = +2.00 + −1.00 = +1.0000", "(x + y) z = +1.00 · +3.00 = +3.0000",
      "∂f/∂(x + y) = ∂f/∂((x + y) z) · ∂((x + y) z)/∂(x + y) = +1.00 · +3.00 (z) = +3.0000",
      "∂f/∂y = ∂f/∂(x + y) · ∂(x + y)/∂y = +3.00 · +1.00 (1) = +3.0000",
    ] {
      try stage.press("Right")
      #expect(stage.text.contains(words), "\(words)")
    }
    #expect(stage.text.contains("Every variable has its gradient"))
    try stage.press("Left", "Left", "Left")
    #expect(stage.text.contains("forward 1 of 2"))
  }

  @Test("takes another number for a variable, by keys and by a click, and everything moves")
  func editing() throws {
    var stage = try stage(keys: ".")
    try stage.press("Down", "Enter", "4", "Enter")
    #expect(stage.text.contains("+18.0"))
    try stage.click(.part(0))
    stage.send(.keyPressed("x"))
    try stage.press("Enter")
    #expect(stage.text.contains("x cannot be “x”: it takes a number"))
  }

  @Test("says where an expression goes wrong, and what has no value")
  func mistakes() throws {
    for (text, words) in [
      ("(x + y", "the bracket of column 1 is not closed"),
      ("x < 2", "A comparison is true or false and has no gradient"),
    ] {
      var stage = try stage()
      try type(text, &stage)
      #expect(stage.text.contains(words), "\(stage.text)")
    }
    for (text, words) in [
      ("x/(y + 1)", "divides by zero, for (y + 1) is 0"), ("ln(y)", "ln(y) has no value, for y is −1"),
      ("sqrt(y)", "sqrt(y) has no value, for y is −1: roots are of 0 and more"),
      ("exp(exp(exp(x) x))", "is too large for a number"),
    ] {
      var stage = try stage()
      // y keeps its −1.
      try type("x + y", &stage)
      try type(text, &stage)
      #expect(stage.text.contains(words), "\(stage.text)")
    }
  }

  @Test("has the network's loss on a sample, with the gradients that the engine finds")
  func network() throws {
    var stage = try stage(Size(120, 60))
    try stage.press("g", "Down", "Enter", ".")
    let material = stage.run.material
    let gradient = stage.run.network.gradient(
      on: material.train[0..<1], loss: .squaredError, on: ThreadPool(threads: 1))
    let layout = stage.run.network.layout
    let rows = stage.lines
    for (name, place) in [
      ("w1", layout.weight(layer: 0, unit: 0, source: 0)), ("w4", layout.weight(layer: 0, unit: 1, source: 1)),
      ("b1", layout.bias(layer: 0, unit: 0)), ("w6", layout.weight(layer: 1, unit: 0, source: 1)),
      ("b3", layout.bias(layer: 1, unit: 0)),
    ] {
      let row = try #require(rows.first { $0.hasPrefix("    \(name) ") || $0.hasPrefix("  ▸ \(name) ") }, "\(name)")
      let expected = Number.signed(Double(gradient.parameters[place]), decimals: 4, width: 8)
      #expect(row.contains(expected.drop { $0 == " " }), "\(name): \(row), \(expected)")
    }
  }

  @Test("has a unit's answer to a sample, and refuses what could not be followed")
  func unit() throws {
    var stage = try stage()
    try stage.press("g", "End", "Enter", ".")
    #expect(stage.text.contains("tanh(w1 a1 + w2 a2 + b)"))
    var deep = try self.stage(hidden: "[4, 2]")
    try deep.press("g", "Down", "Enter")
    #expect(deep.text.contains("take a unit of it"))
  }

  @Test("takes any key at any size", arguments: [Size(10, 3), Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    var stage = try stage(size)
    for key in [
      "Right", "Right", "g", "Down", "Enter", "Right", ".", "Left", "Tab", "Up", "=", "Esc", "Enter", "Esc", "?", "Esc",
    ] {
      try stage.press(key)
      #expect(stage.lines.count == size.height)
    }
  }
}
