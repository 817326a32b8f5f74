import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("A perceptron taught by hand") struct PerceptronRoomTests {
  private func stage(_ settings: [(String, String)] = [("dataset", "gate-and")], size: Size = Size(120, 40)) throws
    -> Stage
  {
    var experiment = Experiment()
    for (key, value) in settings { try experiment.set(key, to: value) }
    var stage = try Stage(experiment, size: size)
    try stage.press("v", "p", "Enter")
    return stage
  }

  @Test("as text, with a sample that is corrected", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    var stage = try stage([("dataset", "gauss"), ("samples", "100"), ("learningRate", "0.1")], size: size)
    try stage.press("Enter", "Right", "Enter", "Right")
    try expectGolden(stage.frame, "perceptron-\(size.width)x\(size.height)")
  }

  @Test("says of each sample whether it is right, and corrects it where it is wrong")
  func steps() throws {
    // w = 0, b = 0 answers 1 everywhere, and the gate's first row, 0 and 0, lies at (−3, −3) and should have 0: wrong, so
    // w rises by 3 and 3 and b falls by η = 1.
    var stage = try stage([("dataset", "gate-and"), ("learningRate", "1")])
    #expect(stage.text.contains("SAMPLE 1 OF 4"))
    #expect(stage.text.contains("Wrong: w ← w + η (t − a) x"))
    try stage.press("Right")
    #expect(stage.text.contains("+3.00·x₁ +3.00·x₂ −1.00 = 0"))
    try stage.press("Right")
    #expect(stage.text.contains("SAMPLE 2 OF 4"))
    #expect(stage.text.contains("Right: nothing changes."))
    try stage.press("Left")
    #expect(stage.text.contains("SAMPLE 1 OF 4"))
  }

  @Test("learns what the engine's perceptron learns from the same samples")
  func engine() throws {
    let settings = [
      ("dataset", "gate-and"), ("hidden", "[]"), ("loss", "perceptron"), ("output", "step"), ("batchSize", "1"),
      ("learningRate", "1"), ("initializer", "zero"), ("shuffle", "false"),
    ]
    var experiment = Experiment()
    for (key, value) in settings { try experiment.set(key, to: value) }
    let run = try Run(experiment)
    run.train(epochs: 3)
    var stage = try stage([("dataset", "gate-and"), ("learningRate", "1")])
    try stage.press(".", ".", ".")
    let network = run.network
    let line = [network.weight(layer: 0, unit: 0, source: 0), network.weight(layer: 0, unit: 0, source: 1)]
      .map { Number.signed(Double($0)) }
    #expect(
      stage.text.contains(
        "\(line[0])·x₁ \(line[1])·x₂ \(Number.signed(Double(network.bias(layer: 0, unit: 0)))) = 0"))
  }

  @Test("comes to an end where a line parts the classes, and says so")
  func separable() throws {
    var stage = try stage()
    for _ in 0..<20 { try stage.press(".") }
    #expect(stage.text.contains("A whole pass without a mistake"))
    #expect(stage.text.contains("right 4 of 4"))
    try stage.press("r")
    #expect(stage.text.contains("SAMPLE 1 OF 4"))
  }

  @Test("goes on by a click on the map, and back by the wheel")
  func mouse() throws {
    var stage = try stage()
    try stage.click(.part(0))
    try stage.click(.part(0))
    #expect(stage.text.contains("SAMPLE 2 OF 4"))
    let map = try #require(stage.state.scene().regions.first { $0.target == .part(0) }).rect
    stage.point(.scrollUp, x: map.x, y: map.y)
    #expect(stage.text.contains("SAMPLE 1 OF 4"))
  }

  @Test("begins with the line of a network that has one, and follows its training")
  func following() throws {
    var stage = try stage([("dataset", "gauss"), ("hidden", "[]")])
    #expect(stage.text.contains("follows its training"))
    let before = stage.text
    stage.run.train(epochs: 3)
    stage.refresh()
    #expect(stage.text != before)
  }

  @Test("says what data it wants, and leaves with them")
  func refusal() throws {
    let stage = try stage([("dataset", "rings3")])
    #expect(stage.text.contains("A perceptron's line parts two classes on a plane"))
  }

  @Test("takes any key at any size", arguments: [Size(10, 3), Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    var stage = try stage(size: size)
    for key in ["Right", "Enter", ".", ",", "Left", "Left", "Left", "r", "Left", "n", "?", "Esc", "d", "Down", "Esc"] {
      try stage.press(key)
      #expect(stage.lines.count == size.height)
    }
  }
}
