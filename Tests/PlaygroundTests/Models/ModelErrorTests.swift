import Foundation
import NeuralEngine
import Playground
import Testing

/// A file may lie about anything; each lie is named.
@Suite struct ModelErrorTests {
  struct Lie: Sendable, CustomTestStringConvertible {
    let header: String
    /// Bytes after the header.
    let data: Int
    /// What the eight bytes say, where they lie.
    let length: UInt64?
    let sentence: String
    var testDescription: String { sentence }

    /// A tensor's entry in the header.
    struct Entry {
      let json: String
      init(_ name: String, type: String = "F32", shape: String, at offsets: String) {
        json = "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
      }
    }

    init(header: String, data: Int = 0, length: UInt64? = nil, sentence: String) {
      self.header = header
      self.data = data
      self.length = length
      self.sentence = sentence
    }

    init(tensors: [Entry], data: Int, sentence: String) {
      self.init(header: "{\(tensors.map(\.json).joined(separator: ","))}", data: data, sentence: sentence)
    }

    var bytes: [UInt8] {
      let count = length ?? UInt64(header.utf8.count)
      return withUnsafeBytes(of: count.littleEndian) { Array($0) } + Array(header.utf8)
        + [UInt8](repeating: 0, count: data)
    }
  }

  @Test(arguments: [
    Lie(header: "{}", length: 3, sentence: "its header is said to have 3 bytes and 2 are left"),
    Lie(header: "{}", length: .max, sentence: "its header is said to have 18446744073709551615 bytes and 2 are left"),
    Lie(header: "hello", sentence: "it does not begin with a brace"),
    Lie(header: "{\"a\":", sentence: "it cannot be parsed"),
    Lie(header: "{\"a\":5}", sentence: "a is of another kind"),
    Lie(header: "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", sentence: "has no data_offsets"),
    Lie(
      tensors: [.init("a", type: "F8", shape: "[1]", at: "[0,1]")], data: 1,
      sentence: "tensor \"a\" of type \"F8\", which no weight is: write it as F32, F16, BF16 or F64."),
    Lie(
      tensors: [.init("a", shape: "[2]", at: "[0,4]")], data: 4,
      sentence: "tensor \"a\" at bytes 0 to 4, and it needs 8 of the file's 4"),
    Lie(tensors: [.init("a", shape: "[1]", at: "[4,0]")], data: 4, sentence: "tensor \"a\" at bytes 4 to 0"),
    Lie(tensors: [.init("a", shape: "[1]", at: "[-4,0]")], data: 4, sentence: "tensor \"a\" at bytes -4 to 0"),
    Lie(tensors: [.init("a", shape: "[1]", at: "[0]")], data: 4, sentence: "tensor \"a\" at bytes 0 to -1"),
    Lie(
      tensors: [.init("a", shape: "[2]", at: "[0,8]")], data: 4,
      sentence: "tensor \"a\" at bytes 0 to 8, and it needs 8 of the file's 4"),
    Lie(tensors: [.init("a", shape: "[-1]", at: "[0,4]")], data: 4, sentence: "tensor \"a\" of shape [-1]"),
    Lie(
      tensors: [.init("a", shape: "[4294967296,4294967296]", at: "[0,4]")], data: 4,
      sentence: "tensor \"a\" of shape [4294967296, 4294967296]"),
    Lie(
      tensors: [.init("a", shape: "[1]", at: "[0,4]"), .init("b", shape: "[2]", at: "[0,8]")], data: 8,
      sentence: "tensor \"b\" at byte 0, and the one ahead of it ends at 4"),
    Lie(
      tensors: [.init("a", shape: "[1]", at: "[4,8]")], data: 8,
      sentence: "tensor \"a\" at byte 4, and the one ahead of it ends at 0"),
    Lie(tensors: [.init("a", shape: "[1]", at: "[0,4]")], data: 6, sentence: "has 2 bytes that belong to no tensor"),
    Lie(header: "{\"__metadata__\":{\"a\":5}}", sentence: "is of another kind"),
  ])
  func aLieInTheHeaderIsNamed(_ lie: Lie) throws {
    let folder = try TemporaryFolder()
    let path = folder.write(lie.bytes, to: "lie.safetensors")
    var experiment = Experiment()
    experiment.weights = path
    let error = #expect(throws: ModelError.self) { try Run(experiment) }
    #expect(error?.path == path)
    #expect(error?.description.contains(lie.sentence) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [0, 1, 7])
  func aFileOfAFewBytesIsNamed(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.write([UInt8](repeating: 0, count: count), to: "short")
    #expect(throws: ModelError(path, .noHeader(bytes: count))) { try Model(path: path) }
  }

  @Test func aFileWithoutAnExperimentIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder.write([2, 0, 0, 0, 0, 0, 0, 0, UInt8(ascii: "{"), UInt8(ascii: "}")], to: "empty.safetensors")
    #expect(throws: ModelError(path, .noExperiment)) { try Model(path: path) }
  }

  /// What a file claims costs nothing before it is found to be too much.
  @Test(arguments: [
    ("[3]", "4", "4611686018427387904", "The output would have more than 1,048,576 units: ask for fewer targets."),
    (
      "[1048576]", "4", "1",
      "a list of at most 64 layers"
    ),
    (
      "[16384, 16384]", "4", "1",
      "hidden [16384, 16384] makes a network of 268,550,145 parameters and 20,000,000 is the most: use fewer units."
    ),
    ("[3]", "262145", "1", "at least one and at most 262144 will do."),
  ])
  func aNetworkTooLargeIsNamed(hidden: String, columns: String, targets: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    let texts = [
      "experiment": "{\"dataset\":\"csv:x.csv#targets=1\",\"hidden\":\(hidden)}", "inputs": "{\"columns\":\(columns)}",
      "targets": targets,
    ]
    let header = try JSONSerialization.data(withJSONObject: ["__metadata__": texts])
    let path = folder.write(Lie(header: String(decoding: header, as: UTF8.self), sentence: "").bytes, to: "large")
    let error = #expect(throws: ModelError.self) { try Model(path: path) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  struct Misfit: Sendable, CustomTestStringConvertible {
    let settings: [String]
    let sentence: String
    var testDescription: String { sentence }
  }

  /// The file is that of the default experiment, 2-4-2-1.
  @Test(arguments: [
    Misfit(
      settings: ["hidden=[4, 2, 2]"],
      sentence: "tensor \"layers.2.weight\" of shape [1, 2], and the network needs [2, 2]"),
    Misfit(
      settings: ["hidden=[4]"],
      sentence: "tensor \"layers.1.weight\" of shape [2, 4], and the network needs [1, 4]"),
    Misfit(
      settings: ["features=[x1]"],
      sentence: "tensor \"layers.0.weight\" of shape [4, 2], and the network needs [4, 1]"),
    Misfit(settings: ["activation=prelu"], sentence: "no tensor \"layers.0.prelu\", only \"layers.0.weight\""),
    Misfit(settings: ["batchNorm=true"], sentence: "no tensor \"layers.0.norm.weight\""),
  ])
  func aFileOfAnotherShapeIsNamed(_ misfit: Misfit) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/circle.safetensors"
    try Model(Run(Experiment())).write(to: path)
    var experiment = Experiment()
    experiment.weights = path
    for setting in misfit.settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    let changed = experiment
    let error = #expect(throws: ModelError.self) { try Run(changed) }
    #expect(error?.description.contains(misfit.sentence) == true, "\(error?.description ?? "")")
  }

  @Test func aTensorTooManyIsNamed() throws {
    let folder = try TemporaryFolder()
    var sloped = Experiment()
    sloped.activation = [.prelu]
    try Model(Run(sloped)).write(to: "\(folder.path)/prelu.safetensors")
    var experiment = Experiment()
    experiment.weights = "\(folder.path)/prelu.safetensors"
    let changed = experiment
    let error = #expect(throws: ModelError.self) { try Run(changed) }
    #expect(error?.problem == .extra(tensor: "layers.0.prelu"))
  }

  /// 1 and −2.5 in each type: signs, exponents and fractions by IEEE 754.
  @Test(arguments: [
    ("F32", [0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0] as [UInt8]), ("F16", [0, 0x3C, 0, 0xC1]),
    ("BF16", [0x80, 0x3F, 0x20, 0xC0]),
    ("F64", [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0x04, 0xC0]),
  ])
  func everyTypeIsRead(_ type: String, _ numbers: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let half = numbers.count / 2
    let header = """
      {"layers.0.weight":{"dtype":"\(type)","shape":[1,1],"data_offsets":[0,\(half)]},\
      "layers.0.bias":{"dtype":"\(type)","shape":[1],"data_offsets":[\(half),\(numbers.count)]}}
      """
    let lie = Lie(header: header, sentence: "")
    var experiment = Experiment(.points(.curveSine))
    experiment.hidden = []
    experiment.weights = folder.write(lie.bytes + numbers, to: "typed.safetensors")
    let network = try Run(experiment).network
    #expect(network.weight(layer: 0, unit: 0, source: 0) == 1 && network.bias(layer: 0, unit: 0) == -2.5)
  }
}
