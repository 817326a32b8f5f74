import Interface
import Playground
import Screen
import Testing

@Suite("The digits room, of a network with convolutions") struct ConvolutionRoomTests {
  private static let layers: [HiddenLayer] = [
    .convolution(size: 5, maps: 6, padding: .same), .pool(size: 2), .convolution(size: 3, maps: 4, padding: .valid), 16,
  ]

  @Test(
    "shows its layers as stacks of maps with their shapes, and explains them", arguments: [Size(80, 24), Size(200, 60)])
  func stacks(size: Size) throws {
    var stage = try DigitsStage(hidden: Self.layers, size: size)
    let regions = stage.state.scene().regions
    for layer in 0..<3 { #expect(regions.contains { $0.target == .layer(layer) }, "layer \(layer)") }
    for (layer, words) in [
      (0, "a = tanh(Σ 5×5 weights · window + b)    28×28×6 come out"),
      (1, "the largest of 2×2    28×28×6 become 14×14×6"),
      (2, "a = tanh(Σ 3×3×6 weights · window + b)    12×12×4 come out"),
    ] {
      let rect = try #require(regions.first { $0.target == .layer(layer) }).rect
      stage.point(.move, rect.x, rect.y)
      #expect(stage.text.contains(words))
    }
  }

  @Test("offers the layers that fit behind what they can follow, each with what comes out")
  func layersToAdd() throws {
    var stage = try DigitsStage(hidden: Self.layers)
    try stage.press("+")
    for words in [
      "convolution 5×5, 8 maps", "behind layer 3: 12×12×8 come out, 808 weights and biases", "pool 2×2",
      "behind layer 3: 6×6×4 come out, nothing to learn", "dense, 32 units", "behind layer 4: 32 numbers come out",
    ] {
      #expect(stage.text.contains(words), "\(words)")
    }
    try stage.press("Down", "Down", "Enter")
    #expect(stage.state.experiment.hidden == Self.layers.prefix(3) + [.pool(size: 2), 16])
    try stage.press("Backspace", "+", "Esc")
    #expect(stage.state.experiment.hidden == Self.layers)
  }

  @Test("changes maps as units, and says of a pool that it has none of its own")
  func breadth() throws {
    var stage = try DigitsStage(hidden: Self.layers)
    try stage.press("]")
    #expect(stage.state.experiment.hidden == Self.layers.dropLast() + [24])
    try stage.press("-", "[")
    #expect(stage.state.experiment.hidden?.last == .convolution(size: 3, maps: 3, padding: .valid))
    try stage.press("-", "]")
    #expect(stage.state.experiment.hidden == Array(Self.layers.prefix(2)))
    #expect(stage.text.contains("A pool has as many maps as come in"))
  }

  @Test("takes any key at any size", arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(250, 70)])
  func keys(size: Size) throws {
    var stage = try DigitsStage(hidden: Self.layers, size: size)
    for key in [
      "Tab", "Right", "Down", "Enter", "w", "Esc", "=", "Esc", "m", "Esc", "p", "Esc", "?", "Esc", "o", "Esc",
    ] {
      try stage.press(key)
    }
    #expect(!stage.text.isEmpty)
  }
}
