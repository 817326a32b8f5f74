import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("The room of a step's matrices") struct ForwardRoomTests {
  private func stage(_ size: Size = Size(120, 40), hidden: String = "[4, 2]", keys: String...) throws -> Stage {
    var experiment = Experiment()
    try experiment.set("hidden", to: hidden)
    var stage = try Stage(experiment, epochs: 20, size: size)
    try stage.press("v", "f", "Enter")
    stage.refresh()
    for key in keys { try stage.press(key) }
    return stage
  }

  @Test("as text", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(try stage(size).frame, "forward-\(size.width)x\(size.height)")
  }

  @Test("shows the samples of the next mini-batch, which one update learns from")
  func batch() throws {
    var stage = try stage()
    let batch = stage.run.nextBatch
    #expect(batch.count == 10)
    #expect(stage.state.snapshot?.batch == batch)
    #expect(stage.text.contains("X [10×2] · Wᵀ [2×4] + b [4] = Z [10×4]"))
    stage.run.trainBatch()
    stage.refresh()
    #expect(stage.state.snapshot?.batch == stage.run.nextBatch)
    #expect(stage.run.nextBatch.allSatisfy { !batch.contains($0) })
    try stage.press("b")
    #expect(stage.text.contains("X [250×2]"))
  }

  @Test("writes a sum out whose numbers are the network's")
  func numbers() throws {
    let stage = try stage(keys: "Right", "Down", "Down")
    let network = stage.run.network
    let sample = stage.run.nextBatch[2]
    let inputs = stage.run.material.train[sample..<sample + 1].rows
    let z = network.preActivations(for: inputs)[0][1]
    let a = network.activations(for: inputs)[0][1]
    let sum = try #require(stage.lines.first { $0.contains("z₂ = ") })
    #expect(sum.contains("= \(Number.signed(Double(z)))"))
    #expect(sum.contains("tanh(\(Number.signed(Double(z)))) = \(Number.signed(Double(a)))"))
    #expect(stage.text.contains("Unit 2 of layer 1    sample \(sample + 1) of the next mini-batch of 10"))
  }

  @Test("goes from layer to layer, to the ends")
  func layers() throws {
    for (keys, words) in [
      ([">"], "LAYER 2 OF 3"), ([">", ">"], "LAYER 3 OF 3"), ([">", ">", ">"], "This is the last layer"),
      (["<"], "Before this layer there is no product"),
    ] as [([String], String)] {
      var stage = try stage()
      for key in keys { try stage.press(key) }
      #expect(stage.text.contains(words), "\(keys)")
    }
  }

  @Test("lights the sum that is pointed at, and keeps the one that is clicked")
  func pointing() throws {
    var stage = try stage()
    let z = try #require(stage.state.scene().regions.first { $0.target == .part(3) }).rect
    stage.point(.move, x: z.x + 13, y: z.y + 4)
    #expect(stage.text.contains("z₃ = "))
    stage.point(.press, x: z.x + 13, y: z.y + 4)
    stage.point(.move, x: 0, y: 0)
    #expect(stage.text.contains("z₃ = "))
  }

  @Test("shows of many sources those that weigh most, and counts the others")
  func wide() throws {
    let stage = try stage(Size(80, 24), hidden: "[8, 8, 8]", keys: ">")
    #expect(stage.text.contains("weaker not shown"))
    #expect(stage.text.contains("more"))
  }

  @Test("takes any key at any size", arguments: [Size(10, 3), Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    var stage = try stage(size)
    for key in ["Right", "Down", ">", "b", "PageDown", "]", "]", "-", "-", "+", "r", ",", "?", "Esc", "m", "Esc"] {
      try stage.press(key)
      stage.refresh()
      #expect(stage.lines.count == size.height)
    }
  }
}
