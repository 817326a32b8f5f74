import Datasets
import Foundation
import NeuralEngine
import Playground
import Testing
import ToyLayers

@Suite struct ModelTests {
  /// Every kind of tensor, and every kind of input.
  static let experiments: [Experiment] = {
    var all = Experiment(.points(.rings3))
    all.hidden = [5, 3]
    all.activation = [.prelu, .tanh]
    all.batchNorm = true
    all.normalize = .standard
    var wide = Experiment(.points(.plane))
    wide.hidden = [130]
    wide.features = [.plane(.x1), .plane(.sinX2)]
    var own = Experiment()
    own.points = PointSet(
      points: [LabelledPoint(x1: 0.1, x2: 2, label: 1), LabelledPoint(x1: -1, x2: -2, label: -1)], trainCount: 1,
      kind: .binary)
    return [Experiment(), all, wide, own]
  }()

  @Test(arguments: experiments)
  func savedAndLoadedItPredictsTheSameBits(_ experiment: Experiment) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/model.safetensors"
    let run = try Run(experiment)
    run.train(epochs: 3)
    try Model(run).write(to: path)
    let model = try Model(path: path)
    #expect(model.network == run.network)
    #expect(model.experiment == run.experiment && model.resolved == run.resolved)
    #expect(model.preparation == run.material.preparation && model.classNames == run.material.classNames)
    let inputs = model.preparation.inputs(x1: 1.25, x2: -3)
    let expected = run.network.outputs(for: run.material.preparation.inputs(x1: 1.25, x2: -3))
    #expect(model.network.outputs(for: inputs) == expected)
  }

  @Test func aRunStartsFromAFileOfWeights() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/start.safetensors"
    let first = try Run(Experiment())
    first.train(epochs: 5)
    try Model(first).write(to: path)
    var experiment = Experiment()
    experiment.weights = path
    let second = try Run(experiment)
    #expect(second.network == first.network && second.epoch == 5)
    second.train(epochs: 2)
    try second.rewind()
    #expect(second.network == first.network)
    try second.newWeights()
    #expect(second.network != first.network && second.experiment.weights == nil)
  }

  /// Other programs' leaky relu has another slope below 0, 0.01 in PyTorch: the file says ours, where it counts.
  @Test(arguments: [("activation=leakyReLU", true), ("output=leakyReLU", true), ("activation=relu", false)])
  func theSlopeOfALeakyReluStandsInTheFile(_ setting: String, _ stands: Bool) throws {
    var experiment = Experiment()
    let parts = setting.split(separator: "=")
    try experiment.set(String(parts[0]), to: String(parts[1]))
    let text = String(decoding: try Model(Run(experiment)).bytes(for: "a file"), as: UTF8.self)
    #expect(text.contains("\"leakyReLU\":\"0.1\"") == stands)
    try experiment.set("leakySlope", to: "0.01")
    let steep = try Model(Run(experiment))
    #expect(
      String(decoding: try steep.bytes(for: "a file"), as: UTF8.self).contains("\"leakyReLU\":\"0.01\"") == stands)
    #expect(steep.network.architecture.leakySlope == 0.01)
  }

  @Test func tensorsAreNamedAsInPyTorch() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/model.safetensors"
    try Model(Run(Self.experiments[1])).write(to: path)
    let header = try #require(Self.header(of: path))
    let names = header.keys.sorted()
    #expect(
      names == [
        "__metadata__", "layers.0.bias", "layers.0.norm.bias", "layers.0.norm.running_mean",
        "layers.0.norm.running_var", "layers.0.norm.weight", "layers.0.prelu", "layers.0.weight", "layers.1.bias",
        "layers.1.norm.bias",
        "layers.1.norm.running_mean", "layers.1.norm.running_var", "layers.1.norm.weight", "layers.1.weight",
        "layers.2.bias", "layers.2.weight",
      ])
    #expect((header["layers.0.weight"] as? [String: Any])?["shape"] as? [Int] == [5, 2])
    #expect((header["layers.1.weight"] as? [String: Any])?["shape"] as? [Int] == [3, 5])
    #expect((header["layers.0.prelu"] as? [String: Any])?["shape"] as? [Int] == [1])
  }

  @Test func layersOfAnyKindAreWrittenAndRead() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/toy.safetensors"
    let architecture = try Architecture(
      input: Shape(channels: 1, rows: 2, columns: 4),
      layers: [
        .custom(CustomLayer(PairMeanLayer())), .custom(CustomLayer(ScalingLayer())),
        .dense(units: 2, activation: .softmax),
      ])
    var random = SeededRandom(seed: "toy")
    var network = Network(architecture)
    network.initialize(.he, using: &random)
    network.parameters[network.layout.parts[0].start] = 2.5
    var model = Model(try Run(Experiment()))
    (model.network, model.training) = (network, nil)
    try model.write(to: path)
    #expect(
      try #require(Self.header(of: path)).keys.sorted()
        == ["__metadata__", "layers.0.scale", "layers.1.bias", "layers.1.weight"])
    var other = Network(architecture)
    _ = try other.takeWeights(from: path, optimizer: .sgd)
    #expect(other == network)
  }

  @Test func anOldFileStaysWhereTheNewOneCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let model = Model(try Run(Experiment()))
    let error = #expect(throws: ModelError.self) { try model.write(to: "\(folder.path)/no/such/model.safetensors") }
    #expect(error?.description.contains("/no/such/model.safetensors") == true)
    let path = folder.write("old", to: "model.safetensors")
    var broken = model
    broken.network.setWeight(.nan, layer: 1, unit: 1, source: 2)
    let refusal = #expect(throws: ModelError.self) { try broken.write(to: path) }
    #expect(refusal?.description.contains("tensor \"layers.1.weight\" with nan at place 6") == true)
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model.safetensors"])
  }

  static func header(of path: String) -> [String: Any]? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    let count = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    return try? JSONSerialization.jsonObject(with: bytes.dropFirst(8).prefix(count)) as? [String: Any]
  }
}
