import NeuralEngine
import Playground
import Testing

/// Hidden layers as an experiment says them.
@Suite("Hidden layers") struct HiddenLayerTests {
  private func experiment(_ hidden: String, _ others: [(String, String)] = []) throws -> Experiment {
    var experiment = Experiment()
    for (key, value) in [("dataset", "mnist"), ("hidden", hidden)] + others { try experiment.set(key, to: value) }
    return experiment
  }

  @Test(
    arguments: [
      ("[128]", [HiddenLayer.dense(128)]),
      (
        "[conv5x16, pool2, conv5x32valid, pool2, 128]",
        [
          .convolution(size: 5, maps: 16, padding: .same), .pool(size: 2),
          .convolution(size: 5, maps: 32, padding: .valid),
          .pool(size: 2), .dense(128),
        ]
      ),
      ("conv1x3", [.convolution(size: 1, maps: 3, padding: .same)]),
      ("[]", []),
    ] as [(String, [HiddenLayer])])
  func wordsAreLayers(_ text: String, _ layers: [HiddenLayer]) throws {
    let experiment = try experiment(text)
    #expect(experiment.hidden == layers)
    // What is written reads back as the same.
    var again = Experiment()
    try again.apply(yaml: experiment.yaml, place: "again")
    #expect(again.hidden == layers)
  }

  @Test(arguments: [
    "conv5", "conv5x", "convx5", "conv5x16same", "conv5x0", "conv5x-3", "pool", "poolx2", "conv5x99999", "0",
  ])
  func otherWordsAreNone(_ word: String) {
    #expect(throws: ExperimentError.self) { try experiment("[\(word)]") }
  }

  @Test(arguments: [
    ("[conv4x8]", "hidden has conv4x8 as layer 1, whose size is 4: it must be odd, from 1 to 99."),
    ("[conv3x8, pool1]", "hidden has pool1 as layer 2, whose size is 1: it must be from 2 to 255."),
    (
      "[pool2, pool2, pool8]",
      "hidden has pool8 as layer 3, whose window of 8×8 does not fit into what comes before it, 7×7×1"
    ),
    (
      "[10, conv3x4]",
      "hidden has conv3x4 as layer 2, whose window of 3×3 needs a picture, and what comes before it is 10 numbers"
    ),
    ("[conv29x2valid]", "does not fit into what comes before it, 28×28×1"),
  ])
  func whatDoesNotFitIsSaidOfItsLayer(_ hidden: String, _ sentence: String) throws {
    let resolved = try experiment(hidden).resolved()
    let error = #expect(throws: ExperimentError.self) {
      try resolved.architecture(input: Shape(channels: 1, rows: 28, columns: 28))
    }
    #expect(error.map { "\($0)".contains(sentence) } == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func activationsBelongToAllButPools() throws {
    let lenet = "[conv5x16, pool2, conv5x32valid, pool2, 128]"
    let resolved = try experiment(lenet, [("activation", "[relu, tanh, elu]"), ("batchNorm", "true")]).resolved()
    #expect(resolved.activations == [.relu, .tanh, .elu])
    let architecture = try resolved.architecture(input: Shape(channels: 1, rows: 28, columns: 28))
    #expect(
      architecture.layers == [
        .convolution(maps: 16, size: 5, padding: .same, activation: .relu, normalized: true), .maximumPool(size: 2),
        .convolution(maps: 32, size: 5, padding: .valid, activation: .tanh, normalized: true), .maximumPool(size: 2),
        .dense(units: 128, activation: .elu, normalized: true), .dense(units: 10, activation: .softmax),
      ])
    #expect(architecture.description == "784-conv5x16-pool2-conv5x32valid-pool2-128-10 relu,tanh,elu,softmax batchNorm")
    let error = #expect(throws: ExperimentError.self) {
      try experiment(lenet, [("activation", "[relu, relu, relu, relu, relu]")]).check()
    }
    #expect(error.map { "\($0)".contains("hidden has 3 layers beside its pools") } == true)
  }

  @Test func tensorsAreNamedByTheLayersThatHaveAny() throws {
    let run = try Run(experiment("[pool2, conv3x4, pool2, 5]"), threads: 1)
    let header = String(decoding: try Model(run).bytes(for: "model").prefix(6000), as: UTF8.self)
    for (name, shape) in [("0", "[4,1,3,3]"), ("1", "[5,196]"), ("2", "[10,5]")] {
      #expect(header.contains("\"layers.\(name).weight\":{\"dtype\":\"F32\",\"shape\":\(shape)"), "\(name)")
    }
    #expect(!header.contains("layers.3"))
  }
}
