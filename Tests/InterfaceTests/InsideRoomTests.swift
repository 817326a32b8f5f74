import Interface
import Playground
import Screen
import Testing

@Suite("Inside a network that looks at pictures") struct InsideRoomTests {
  private static let layers: [HiddenLayer] = [
    .convolution(size: 5, maps: 6, padding: .same), .pool(size: 2), .convolution(size: 3, maps: 4, padding: .valid), 16,
  ]

  private func stage(_ size: Size = Size(120, 40), keys: String...) throws -> DigitsStage {
    var stage = try DigitsStage(hidden: Self.layers, size: size)
    try stage.press("I")
    for key in keys { try stage.press(key) }
    return stage
  }

  @Test("as text", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(try stage(size).state.scene().frame, "inside-\(size.width)x\(size.height)")
  }

  @Test("never cuts a number, and keeps the current layer's name", arguments: [Size(60, 18), Size(80, 24)])
  func narrow(size: Size) throws {
    var stage = try DigitsStage(hidden: Self.layers, batchNorm: true, size: size)
    try stage.press("I")
    let rows = stage.text.split(separator: "\n")
    let row = try #require(rows.first { $0.contains("ONE PLACE") })
    #expect(row.contains(/tanh [+−][0-9]\.[0-9]{2}\s*$/) || row.contains(/…\s*$/), "\(row)")
    let name = try #require(rows.firstIndex { $0.contains("CONV 1") })
    let frame = stage.state.scene().frame
    let cell = try #require((0..<size.width).map { frame[$0, name] }.first { $0.glyph == "C" })
    #expect(cell.foreground != cell.background)
  }

  @Test("counts the numbers that the places of a map share, those of the normalisation as well")
  func sharedNumbers() throws {
    for (batchNorm, words) in [
      (false, "26 numbers, shared; a dense unit would need 785"),
      (true, "28 numbers, shared; a dense unit would need 787"),
    ] {
      var stage = try DigitsStage(hidden: Self.layers, batchNorm: batchNorm)
      try stage.press("I")
      #expect(stage.text.contains(words))
    }
  }

  @Test("is left as it was opened, by I or Esc")
  func leaving() throws {
    for key in ["I", "Esc"] {
      var stage = try stage()
      #expect(stage.text.contains("ONE PLACE"))
      try stage.press(key)
      #expect(stage.text.contains("TEST DIGITS"))
    }
  }

  @Test("walks over maps, layers and places, and explains each with its numbers")
  func walking() throws {
    for (keys, words) in [
      ([], "Map 1 of layer 1    a = tanh(Σ 5×5 products"),
      (["Tab"], "Map 2 of layer 1"),
      (["Shift-Tab"], "Map 6 of layer 1"),
      ([">"], "Map 1 of layer 2    a = the largest of 2×2:"),
      ([">", ">", "Tab"], "Map 2 of layer 3    a = tanh(Σ 3×3×6 products"),
      ([">", ">", ">"], "This is the last layer of maps"),
      (["<"], "This is the first layer"),
    ] as [([String], String)] {
      var stage = try stage()
      for key in keys { try stage.press(key) }
      #expect(stage.text.contains(words), "\(keys)")
    }
    var stage = try stage()
    for _ in 0..<28 { try stage.press("Left", "Up") }
    #expect(stage.text.contains("column 1, row 1"))
    try stage.press("Right", "Right", "Down")
    #expect(stage.text.contains("column 3, row 2"))
    try stage.press("Enter")
    #expect(stage.text.contains("the strongest place"))
  }

  @Test("shows the place under the pointer, and keeps the one that is clicked")
  func pointing() throws {
    var stage = try stage()
    let map = try #require(stage.state.scene().regions.first { $0.target == .unit(layer: 0, unit: 2) }).rect
    stage.point(.move, map.x, map.y)
    #expect(stage.text.contains("Map 3 of layer 1"))
    #expect(stage.text.contains("column 2, row 4"))
    stage.point(.press, map.x, map.y)
    stage.point(.release, map.x, map.y)
    stage.point(.move, 0, 0)
    #expect(stage.text.contains("Map 3 of layer 1"))
  }

  @Test("shows kernels large, the way back, and where the evidence stands")
  func views() throws {
    #expect(try stage(keys: "w").text.contains("5×5  6 kernels 28×28"))
    let back = try stage(keys: "b").text
    #expect(back.contains("δ = ∂L/∂z = "))
    #expect(back.contains("all places move the weights"))
    #expect(back.contains("It is a 7: blue places should answer more"))
    var stage = try stage(keys: "o")
    #expect(stage.text.contains("COVERED"))
    #expect(stage.text.contains("a square of 7×7 covered here takes"))
    let before = stage.text
    try stage.press("Left", "Left", "Up")
    #expect(stage.text != before)
    try stage.press("Esc")
    #expect(!stage.text.contains("COVERED"))
    #expect(stage.text.contains("ONE PLACE"))
  }

  @Test("takes a drawing by mouse and by keys while its maps are seen")
  func drawing() throws {
    var stage = try stage()
    try stage.drag(one)
    #expect(stage.state.reading?.subject == .drawing(stage.state.pad.drawing))
    #expect(stage.text.contains("CONV 1"))
    try stage.press("Esc")
    #expect(stage.text.contains("ONE PLACE"))
    try stage.press("p", "c", "Enter", "Down", "Down", "Enter", "Esc")
    #expect(stage.state.pad.drawing.strokes.count == 1)
    #expect(stage.text.contains("ONE PLACE"))
  }

  @Test("opens at the layer whose stack is clicked")
  func stacks() throws {
    var stage = try DigitsStage(hidden: Self.layers)
    let stack = try #require(stage.state.scene().regions.first { $0.target == .layer(2) }).rect
    stage.point(.press, stack.x, stack.y)
    #expect(stage.text.contains("Map 1 of layer 3"))
  }

  @Test("says why there is nothing to look into")
  func refusal() throws {
    var stage = try DigitsStage()
    try stage.press("I")
    #expect(stage.text.contains("This network has no layer that looks through windows: + adds a convolution."))
  }

  @Test(
    "takes any key at any size",
    arguments: [Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    var stage = try stage(size)
    for key in [
      "Tab", ">", "w", "b", "o", "Right", "Down", ">", "w", "Up", "]", "[", "m", "Esc", "?", "Esc", "e", "Esc",
    ] {
      try stage.press(key)
      #expect(stage.lines.count == size.height)
    }
  }
}
