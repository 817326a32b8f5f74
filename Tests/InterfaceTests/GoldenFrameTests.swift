import Interface
import Playground
import Screen
import Testing

@Suite("Whole screens, as text") struct GoldenFrameTests {
  @Test(
    "The playground at the five sizes of the design",
    arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60), Size(300, 90)])
  func sizes(size: Size) throws {
    try expectGolden(try Stage(epochs: 20, size: size).frame, "playground-\(size.width)x\(size.height)")
  }

  @Test("The playground in every glyph set", arguments: GlyphSet.allCases)
  func glyphs(set: GlyphSet) throws {
    let depth: ColorDepth =
      switch set {
      case .full, .blocks: .palette
      case .console: .eight
      case .ascii: .sixteen
      }
    let stage = try Stage(epochs: 20, size: Size(80, 24), theme: Theme(depth: depth, glyphs: set))
    #expect(stage.frame.cells.filter { !set.contains($0.glyph) }.isEmpty)
    try expectGolden(stage.frame, "playground-80x24-\(set.rawValue)")
  }

  @Test("The playground without colours")
  func monochrome() throws {
    try expectGolden(
      try Stage(epochs: 20, size: Size(80, 24), theme: Theme(.monochrome)).frame, "playground-80x24-monochrome")
  }

  @Test("Windows too small for all panels", arguments: [Size(40, 10), Size(30, 8), Size(20, 6), Size(10, 3)])
  func tiny(size: Size) throws {
    try expectGolden(try Stage(epochs: 20, size: size).frame, "tiny-\(size.width)x\(size.height)")
  }

  @Test("The help, a list, a prompt, the weights and the equations over the playground")
  func overlays() throws {
    for (name, keys) in [
      ("help", ["?"]), ("picker", ["e"]), ("save", ["s"]), ("prompt", ["s", "Enter"]), ("weights", ["w"]),
      ("equation", ["="]), ("themes", ["T"]), ("views", ["v", "Down"]),
    ] {
      var stage = try Stage(epochs: 20, size: Size(80, 24))
      for key in keys { try stage.press(key) }
      try expectGolden(stage.frame, "overlay-\(name)-80x24")
    }
  }

  @Test("The map as large as the window")
  func zoom() throws {
    var stage = try Stage(epochs: 20)
    try stage.press("z")
    stage.refresh()
    try expectGolden(stage.frame, "zoom-120x40")
  }

  @Test("Gradients by layer in the losses' place", arguments: [Size(80, 24), Size(120, 40)])
  func layers(size: Size) throws {
    var experiment = Experiment()
    for (key, value) in [("activation", "relu"), ("hidden", "[8,8,8]")] { try experiment.set(key, to: value) }
    var stage = try Stage(experiment, epochs: 20, size: size)
    try stage.press("v", "g", "Enter")
    stage.refresh()
    try expectGolden(stage.frame, "layers-\(size.width)x\(size.height)")
    try stage.press("v", "l", "Enter")
    #expect(stage.text.contains("LOSS"))
  }

  @Test("Gradients are those of the loss that the run has, while a list tries another")
  func layersUnderAList() throws {
    var stage = try Stage(epochs: 2, size: Size(80, 24))
    for key in ["v", "g", "Enter", "f", "Down"] { try stage.press(key) }
    #expect(stage.text.contains("GRADIENTS"))
  }

  @Test("A diverged run says why and what helps", arguments: [Size(80, 24), Size(120, 40)])
  func diverged(size: Size) throws {
    var experiment = Experiment()
    for (key, value) in [("dataset", "plane"), ("activation", "relu"), ("learningRate", "10")] {
      try experiment.set(key, to: value)
    }
    let stage = try Stage(experiment, epochs: 40, size: size)
    #expect(stage.text.contains("The run diverged at epoch"))
    #expect(stage.text.contains("WHAT HELPS"))
    #expect(stage.text.contains("back to epoch"))
  }
}
