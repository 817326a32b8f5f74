import Foundation
import Testing

/// A run of TensorFlow Playground's own code, as Reference/tensorflow-playground holds it.
struct PageTrace: Decodable, Sendable, CustomTestStringConvertible {
  struct Loss: Decodable, Sendable {
    let epoch: Int
    let train: Double?
    let test: Double?
  }
  struct DeadLinks: Decodable, Sendable {
    let epoch: Int
    let count: Int
  }
  struct Boundary: Decodable, Sendable {
    struct Value: Decodable, Sendable {
      let x: Double
      let y: Double
      let value: Double
    }
    let epoch: Int
    let values: [Value]
  }

  let url: String
  let serializedHash: String
  let features: [String]
  let comparableThroughEpoch: Int?
  let trainCount: Int
  let testCount: Int
  let trainPoints: [[Double]]
  let testPoints: [[Double]]
  let trainSums: [Double]
  let testSums: [Double]
  let initialWeights: [[[Double]]]
  let initialBiases: [[Double]]
  let loss: [Loss]
  let finalEpoch: Int
  let finalWeights: [[[Double]]]
  let finalBiases: [[Double]]
  let deadLinks: [DeadLinks]?
  let boundary: [Boundary]
  var name = ""

  private enum CodingKeys: String, CodingKey {
    case url, serializedHash, features, comparableThroughEpoch, trainCount, testCount, trainPoints, testPoints
    case trainSums, testSums, initialWeights, initialBiases, loss, finalEpoch, finalWeights, finalBiases, deadLinks
    case boundary
  }

  var testDescription: String { name }

  /// The twelve runs.
  static let runs = named { $0.first?.isNumber == true }
  /// The runs of `extra/url_*.json`: one for each quirk of the page's links.
  static let quirks = named(in: "/extra") { $0.hasPrefix("url_") }

  private static func named(in folder: String = "", _ isWanted: (String) -> Bool) -> [PageTrace] {
    let folder = Reference.folder + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter(isWanted).sorted().compactMap { name in
      guard var trace: PageTrace = Reference.decode("\(folder)/\(name)") else { return nil }
      trace.name = String(name.dropLast(".json".count))
      return trace
    }
  }
}

/// What each control of the page does, step by step: extra/interactions.json.
struct PageInteraction: Decodable, Sendable, CustomTestStringConvertible {
  struct Moment: Decodable, Sendable {
    let action: String
    let epoch: Int
    let seed: String
    let lossTrain: Double
    let lossTest: Double
    let trainCount: Int
    let trainPoints: [[Double]]
    let weights: [[[Double]]]
    let biases: [[Double]]
    let hash: String
  }
  let name: String
  let url: String
  let log: [Moment]

  var testDescription: String { name }

  static let all: [PageInteraction] = Reference.decode("\(Reference.folder)/extra/interactions.json") ?? []
}

/// The files of Reference/, which stand beside the tests and are not part of the program.
enum Reference {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Reference/tensorflow-playground"

  static func decode<Value: Decodable>(_ path: String) -> Value? {
    FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }
}
