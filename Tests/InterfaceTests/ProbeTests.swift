import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("One sample looked at closely") struct ProbeTests {
  private static let sizes = [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60)]

  @Test("y looks at the first sample, then at the next; Esc lets go", arguments: sizes)
  func samples(size: Size) throws {
    var stage = try Stage(epochs: 10, size: size)
    try stage.press("y")
    #expect(stage.text.contains("Sample 1 of 250"))
    try stage.press("y")
    #expect(stage.text.contains("Sample 2 of 250"))
    try stage.press("Esc")
    #expect(!stage.text.contains("Sample 2"))
  }

  @Test("Each unit shows its answer, and the line its loss, as the network has them")
  func numbers() throws {
    var stage = try Stage(epochs: 10)
    try stage.press("y")
    let sample = try #require(stage.run.material.sample(0))
    let inputs = try #require(stage.run.material.points?.points.first)
    let network = stage.run.network
    let answers = network.activations(for: [Float(inputs.x1), Float(inputs.x2)])
    for unit in answers[0] { #expect(stage.text.contains(Number.signed(Double(unit)))) }
    let target = inputs.label
    let loss = 0.5 * (Double(answers[2][0]) - target) * (Double(answers[2][0]) - target)
    #expect(sample.count == 1)
    #expect(stage.text.contains("y \(Number.signed(Double(answers[2][0])))"))
    #expect(stage.text.contains("loss \(Number.loss(loss))"))
  }

  @Test("A click on the map looks at what lies there, and what is no sample has no loss")
  func place() throws {
    var stage = try Stage(size: Size(120, 40))
    let map = try #require(stage.state.scene().regions.first { $0.target == .output }).rect
    // The corner of the map has no sample of circle's.
    stage.point(.press, x: map.x, y: map.y)
    stage.point(.release, x: map.x, y: map.y)
    #expect(stage.text.contains("A place"))
    #expect(!stage.text.contains("should be"))
    let points = try #require(stage.run.material.points)
    let cell = try #require(PlaneMap(map).cell(x1: points.points[3].x1, x2: points.points[3].x2))
    stage.point(.press, x: cell.x, y: cell.y)
    #expect(stage.text.contains("should be"))
  }

  @Test("By the keyboard Enter looks at the cross")
  func cross() throws {
    var stage = try Stage()
    try stage.press("Shift-Tab", "Shift-Tab")
    #expect(stage.state.attention.focus == .output)
    try stage.press("Right", "Enter")
    #expect(stage.text.contains("Esc lets go"))
  }

  @Test("A weight has the gradient of the sample's loss, which a central difference confirms", arguments: [0, 1, 2])
  func gradient(layer: Int) throws {
    var stage = try Stage(epochs: 5)
    try stage.press("y")
    let target = Target.weight(layer: layer, unit: 0, source: 1)
    let point = try #require(stage.run.material.points?.points.first)
    func loss(_ change: Float) -> Double {
      var network = stage.run.network
      network.setWeight(network.weight(layer: layer, unit: 0, source: 1) + change, layer: layer, unit: 0, source: 1)
      let answer = Double(network.outputs(for: [Float(point.x1), Float(point.x2)])[0])
      return 0.5 * (answer - point.label) * (answer - point.label)
    }
    let slope = (loss(1e-2) - loss(-1e-2)) / 2e-2
    let cell = try #require(stage.state.scene().regions.last { $0.target == target }).rect
    stage.point(.move, x: cell.x, y: cell.y)
    let said = try #require(stage.text.firstMatch(of: /∂L\/∂w = ([+−][0-9.]+)/)?.1)
    let number = try #require(Double(said.replacing("−", with: "-").replacing("+", with: "")))
    #expect(abs(number - slope) < 2e-3 * max(1, abs(slope)))
    let carried = network(stage).weight(layer: layer, unit: 0, source: 1)
    #expect(stage.text.contains("w·\(layer == 0 ? "x" : "a") = \(Number.signed(Double(carried)))"))
  }

  private func network(_ stage: Stage) -> Network { stage.run.network }

  @Test("After a single update a weight says where it was, where it is, and the gradient between them")
  func step() throws {
    var table = try Table()
    let before = try table.run.network.weight(layer: 0, unit: 0, source: 0)
    try table.press("y", ",")
    let after = try table.run.network.weight(layer: 0, unit: 0, source: 0)
    #expect(before != after)
    let scene = table.state.scene()
    table.act(.shown(scene.regions))
    let target = Target.weight(layer: 0, unit: 0, source: 0)
    let cell = try #require(scene.regions.last { $0.target == target }).rect
    table.act(.pointerActed(PointerEvent(.move, x: cell.x, y: cell.y)))
    let gradient = Double(before - after) / 0.03
    func four(_ value: Double) -> String { Number.signed(value, decimals: 4, width: 7) }
    #expect(
      table.text.contains("w \(four(Double(before))) → \(four(Double(after)))  =  w − 0.03 · \(four(gradient))"))
    try table.press(".")
    #expect(!table.text.contains("→ \(four(Double(after)))"))
  }

  @Test("Two updates at once are not told as one")
  func twoSteps() throws {
    var table = try Table()
    for _ in 0..<2 { table.act(.keyPressed(",")) }
    table.turn(3)
    let scene = table.state.scene()
    table.act(.shown(scene.regions))
    let cell = try #require(scene.regions.last { $0.target == .weight(layer: 0, unit: 0, source: 0) }).rect
    table.act(.pointerActed(PointerEvent(.move, x: cell.x, y: cell.y)))
    #expect(table.text.contains("w ← w − 0.03 · gradient"))
  }

  @Test("While a list tries another loss, the numbers are those of the loss that the run has", arguments: 1...3)
  func triedLoss(rows: Int) throws {
    var table = try Table()
    try table.press("y", "v", "g", "Enter")
    table.act(.keyPressed("f"))
    for _ in 0..<rows { table.act(.keyPressed(.down)) }
    #expect(table.text.contains("GRADIENTS"))
  }

  @Test("Other data let go of the sample")
  func otherData() throws {
    var table = try Table()
    try table.press("y")
    #expect(table.text.contains("Sample 1"))
    table.act(.opened(Experiment(.points(.xor)), remarks: [], hidden: []))
    table.turn(3)
    #expect(!table.text.contains("Sample 1"))
  }
}
