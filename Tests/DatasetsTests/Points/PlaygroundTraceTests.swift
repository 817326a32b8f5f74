import Datasets
import Foundation
import NeuralEngine
import Testing

/// Points, split and first weights of TensorFlow Playground, as recorded from the page.
struct PlaygroundTraceTests {
  struct Trace: Decodable {
    let serializedHash: String
    let trainCount: Int
    let testCount: Int
    let trainPoints: [[Double]]
    let testPoints: [[Double]]
    let trainSums: [Double]
    let testSums: [Double]
    let initialWeights: [[[Double]]]

    /// The keys of the link that the page writes for itself: every value is there.
    var keys: [String: String] {
      let pairs = serializedHash.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
      return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") })
    }
  }

  static let names: [String] = {
    let extra = try! FileManager.default.contentsOfDirectory(atPath: Reference.playground.path + "/extra")
    let links = try! FileManager.default.contentsOfDirectory(atPath: Reference.playground.path)
    let cases = extra.filter { $0.hasPrefix("url_") }.map { "extra/" + $0 }
    return (links.filter { $0.hasSuffix(".json") } + cases).sorted()
  }()

  @Test("makes the points, the split and the first weights of a link", arguments: names)
  func matchesTrace(name: String) throws {
    let data = try Data(contentsOf: Reference.playground.appending(path: name))
    let trace = try JSONDecoder().decode(Trace.self, from: data)
    let keys = trace.keys
    let regression = keys["problem"] == "regression"
    let generator = try #require(
      regression
        ? ["reg-plane": .plane, "reg-gauss": .multiGauss][keys["regDataset"]]
        : PointGenerator(rawValue: keys["dataset"] ?? ""))
    var random = SeededRandom(seed: keys["seed"] ?? "")
    let set = generator.recipe.generate(
      count: generator.recipe.count, noise: try #require(Double(keys["noise"] ?? "")),
      trainRatio: try #require(Double(keys["percTrainData"] ?? "")) / 100, using: &random)

    #expect(set.train.count == trace.trainCount)
    #expect(set.test.count == trace.testCount)
    for (points, first, sums) in [
      (set.train, trace.trainPoints, trace.trainSums), (set.test, trace.testPoints, trace.testSums),
    ] {
      let numbers = points.map { [$0.x1, $0.x2, $0.label] }
      for (ours, theirs) in zip(numbers, first) { expectClose(ours, theirs, within: 1e-12) }
      expectClose((0..<3).map { i in numbers.reduce(0) { $0 + $1[i] } }, sums, within: 1e-9)
    }

    let zero = keys["initZero"] == "true"
    for weight in trace.initialWeights.joined().joined() {
      let drawn = random.uniform() - 0.5
      #expect(abs((zero ? 0 : drawn) - weight) < 1e-12)
    }
  }

  private func expectClose(_ ours: [Double], _ theirs: [Double], within tolerance: Double) {
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= tolerance) }
  }
}
