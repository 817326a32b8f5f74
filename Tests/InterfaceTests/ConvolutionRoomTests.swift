import Interface
import Playground
import Screen
import Testing

@Suite("The digits room, of a network with convolutions") struct ConvolutionRoomTests {
  private static let layers: [HiddenLayer] = [
    .convolution(size: 5, maps: 6, padding: .same), .pool(size: 2), .convolution(size: 3, maps: 4, padding: .valid), 16,
  ]

  private var mapTargets: [Target] { (0..<6).map { .unit(layer: 0, unit: $0) } }

  @Test("shows what the maps of the first layer answer, and explains them")
  func maps() throws {
    var stage = try DigitsStage(hidden: Self.layers, size: Size(200, 60))
    #expect(stage.text.contains("784-conv5x6-pool2-conv3x4valid-16-10 tanh softmax"))
    let regions = stage.state.scene().regions
    let first = try #require(regions.first { mapTargets.contains($0.target) })
    stage.point(.move, first.rect.x + 1, first.rect.y + 1)
    #expect(stage.text.contains("of layer 1"))
    #expect(stage.text.contains("tanh(5×5 kernel ∗ picture + b)"))
    stage.point(.press, first.rect.x + 1, first.rect.y + 1)
    stage.point(.release, first.rect.x + 1, first.rect.y + 1)
    #expect(stage.text.contains("Esc lets it go"))
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
    try stage.press("+")
    #expect(stage.state.experiment.hidden?.last == 2)
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
