import Foundation
import Playground
import Testing

/// Weights that PyTorch wrote, under the names that it gives them.
@Suite struct OtherNamesTests {
  /// A file of weights that are all 0 but for the first of each tensor, which is the tensor's place in the file.
  private static func file(_ tensors: [(name: String, shape: [Int])], type: String = "F32") -> [UInt8] {
    var entries: [String] = []
    var data: [UInt8] = []
    let size = type == "I64" ? 8 : 4
    for (place, tensor) in tensors.enumerated() {
      let count = tensor.shape.reduce(1, *)
      entries.append(
        "\"\(tensor.name)\":{\"dtype\":\"\(type)\",\"shape\":\(tensor.shape),"
          + "\"data_offsets\":[\(data.count),\(data.count + count * size)]}")
      data += withUnsafeBytes(of: Float(place + 1).bitPattern.littleEndian) { Array($0) }
      data += [UInt8](repeating: 0, count: count * size - 4)
    }
    let header = Array("{\(entries.joined(separator: ","))}".utf8)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header + data
  }

  private static func run(_ settings: [String], weights: [UInt8]) throws -> Run {
    let folder = try TemporaryFolder()
    var experiment = Experiment()
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    experiment.weights = folder.write(weights, to: "w.safetensors")
    return try Run(experiment)
  }

  private static func linear(_ name: String, _ inputs: Int, _ outputs: Int) -> [(name: String, shape: [Int])] {
    [("\(name).weight", [outputs, inputs]), ("\(name).bias", [outputs])]
  }

  private static func norm(_ name: String, _ units: Int) -> [(name: String, shape: [Int])] {
    ["weight", "bias", "running_mean", "running_var"].map { ("\(name).\($0)", [units]) }
  }

  struct Fitting: Sendable, CustomTestStringConvertible {
    let settings: [String]
    let tensors: [(name: String, shape: [Int])]
    let said: String
    /// For each layer, the place of its weights in the file, from 1.
    let places: [Float]
    var testDescription: String { said }
  }

  @Test(arguments: [
    Fitting(
      settings: ["hidden=[4, 2]"], tensors: linear("fc1", 2, 4) + linear("fc2", 4, 2) + linear("fc3", 2, 1),
      said: "fc1 is layers.0, fc2 is layers.1 and fc3 is layers.2.", places: [1, 3, 5]),
    Fitting(
      settings: ["hidden=[4, 2]"], tensors: linear("0", 2, 4) + linear("2", 4, 2) + linear("4", 2, 1),
      said: "0 is layers.0, 2 is layers.1 and 4 is layers.2.", places: [1, 3, 5]),
    Fitting(
      settings: ["hidden=[4]"], tensors: linear("model.head", 4, 1) + linear("model.body", 2, 4),
      said: "model.body is layers.0 and model.head is layers.1.", places: [3, 1]),
    Fitting(
      settings: ["hidden=[]"], tensors: linear("", 2, 1).map { (String($0.name.dropFirst()), $0.shape) },
      said: "the one without a name is layers.0.", places: [1]),
    Fitting(
      settings: ["hidden=[4]", "activation=prelu"],
      tensors: linear("0", 2, 4) + [("1.weight", [1])] + linear("2", 4, 1),
      said: "0 is layers.0, 1 is layers.0.prelu and 2 is layers.1.", places: [1, 4]),
    Fitting(
      settings: ["hidden=[4]", "batchNorm=true"], tensors: linear("0", 2, 4) + norm("1", 4) + linear("3", 4, 1),
      said: "0 is layers.0, 1 is layers.0.norm and 3 is layers.1.", places: [1, 7]),
  ])
  func layersThatFitOneWayAreTaken(_ fitting: Fitting) throws {
    let run = try Self.run(fitting.settings, weights: Self.file(fitting.tensors))
    #expect(run.continuation?.description.contains(fitting.said) == true, "\(run.continuation as Any)")
    #expect(fitting.places.indices.map { run.network.weight(layer: $0, unit: 0, source: 0) } == fitting.places)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let settings: [String]
    let tensors: [(name: String, shape: [Int])]
    var type = "F32"
    let sentence: String
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Refused(
      settings: ["hidden=[2, 2]"], tensors: linear("fc10", 2, 2) + linear("fc2", 2, 2) + linear("out", 2, 1),
      sentence:
        "fit the network in more than one order: rename them; by the order of their names fc2 is layers.0, fc10 is "
        + "layers.1 and out is layers.2."),
    Refused(
      settings: ["hidden=[4, 2]"], tensors: linear("fc1", 2, 16) + linear("fc2", 16, 1),
      sentence: "is of a network 2-16-1, and this one is 2-4-2-1 tanh: set hidden and features so that they agree."),
    Refused(
      settings: ["hidden=[4]"], tensors: linear("fc1", 5, 4) + linear("fc2", 3, 1),
      sentence: "has no tensor \"layers.0.weight\", only \"fc1.weight\""),
    Refused(
      settings: ["hidden=[4]"], tensors: linear("layers.0", 2, 4) + linear("head", 4, 1),
      sentence: "has no tensor \"layers.1.weight\""),
    Refused(
      settings: ["hidden=[4]"], tensors: linear("layers.0", 2, 4) + linear("layers.1", 4, 1), type: "I64",
      sentence: "has tensor \"layers.0.weight\" of type \"I64\", which no weight is: write it as F32"),
    Refused(
      settings: ["hidden=[4]"], tensors: linear("fc1", 2, 4) + linear("fc2", 4, 1), type: "I64",
      sentence: "has tensor \"fc1.weight\" of type \"I64\", which no weight is: write it as F32"),
  ])
  func othersAreNamed(_ refused: Refused) throws {
    let error = #expect(throws: ModelError.self) {
      try Self.run(refused.settings, weights: Self.file(refused.tensors, type: refused.type))
    }
    #expect(error?.description.contains(refused.sentence) == true, "\(error?.description ?? "")")
  }
}
