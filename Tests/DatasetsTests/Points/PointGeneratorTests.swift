import Datasets
import Foundation
import NeuralEngine
import Testing

/// What each generator promises, beside those that recordings hold to the digit.
struct PointGeneratorTests {
  private func points(
    _ generator: PointGenerator, count: Int = 600, noise: Double = 0, trainRatio: Double = 0.5, seed: String = "0.5"
  ) -> PointSet {
    var random = SeededRandom(seed: seed)
    return generator.recipe.generate(count: count, noise: noise, trainRatio: trainRatio, using: &random)
  }

  @Test("makes exactly as many points as asked for, none included", arguments: PointGenerator.allCases)
  func count(generator: PointGenerator) {
    for count in [0, 1, 2, 7, 500] {
      #expect(points(generator, count: count).points.count == (generator.recipe.isTruthTable ? 4 : count))
    }
  }

  @Test("the same seed gives the same points, another seed others", arguments: PointGenerator.allCases)
  func seeds(generator: PointGenerator) {
    #expect(points(generator, noise: 20) == points(generator, noise: 20))
    #expect((points(generator) == points(generator, seed: "0.50")) == generator.recipe.isTruthTable)
  }

  @Test("labels are of the kind, all of them occur, and points lie near the map", arguments: PointGenerator.allCases)
  func labels(generator: PointGenerator) {
    for noise in [0.0, 25, 80] {
      let set = points(generator, noise: noise)
      let labels = Set(set.points.map(\.label))
      switch generator.recipe.kind {
      case .binary: #expect(labels == [-1, 1])
      case .classes(let count): #expect(labels == Set((0..<count).map(Double.init)))
      case .regression: #expect(labels.allSatisfy { abs($0) <= 3 })
      }
      #expect(set.kind == generator.recipe.kind)
      #expect(set.points.allSatisfy { abs($0.x1) < 15 && abs($0.x2) < 15 })
      #expect(set.dimensions == 2 || set.points.allSatisfy { $0.x2 == 0 })
    }
  }

  @Test(
    "a ratio is the decimal that was written",
    arguments: [
      (500, 0.5, 250), (500, 0.57, 285), (500, 0.1, 50), (500, 1, 500), (1200, 0.9, 1080), (7, 0.5, 3), (10, 0.29, 2),
    ])
  func split(count: Int, ratio: Double, train: Int) {
    let set = points(.circle, count: count, trainRatio: ratio)
    #expect(set.train.count == train)
    #expect(set.test.count == count - train)
  }

  @Test(
    "a gate is its truth table, in order, all for training, and draws nothing",
    arguments: [
      (PointGenerator.gateAnd, [-1.0, -1, -1, 1]), (.gateOr, [-1, 1, 1, 1]), (.gateXor, [-1, 1, 1, -1]),
    ])
  func gates(gate: PointGenerator, results: [Double]) {
    var random = SeededRandom(seed: "0.5")
    var untouched = random
    let set = gate.recipe.generate(count: 500, noise: 50, trainRatio: 0.5, using: &random)
    #expect(set.points.map { [$0.x1, $0.x2] } == [[-3, -3], [-3, 3], [3, -3], [3, 3]])
    #expect(set.points.map(\.label) == results)
    #expect(set.trainCount == 4)
    #expect(random.uniform() == untouched.uniform())
  }

  @Test(
    "without noise a curve is its formula; with it labels stray by at most the noise",
    arguments: [
      (PointGenerator.curveSine, { @Sendable (x: Double) in sin(x) }),
      (.curveStep, { @Sendable (x: Double) in x < 0 ? -1 : 1 }),
      (.curveBump, { @Sendable (x: Double) in 2 * exp(-x * x / 2) - 1 }),
    ])
  func curves(generator: PointGenerator, curve: @Sendable (Double) -> Double) {
    for noise in [0.0, 30] {
      let farthest = points(generator, noise: noise).points.map { abs($0.label - curve($0.x1)) }.max() ?? 0
      #expect(farthest <= noise / 100)
      #expect(farthest > 0.8 * noise / 100 - 0.001)
    }
  }

  @Test("rings3 has a third of its points in each ring, by radius")
  func rings() {
    let set = points(.rings3)
    for point in set.points {
      let radius = (point.x1 * point.x1 + point.x2 * point.x2).squareRoot()
      let bands = [0..<1.3, 2..<3.3, 4..<5.3]
      #expect(bands[Int(point.label)].contains(radius))
    }
    #expect((0..<3).map { label in set.points.count { $0.label == Double(label) } } == [200, 200, 200])
  }

  @Test("checkerboard squares have side 3 and change sign with each step")
  func checkerboard() {
    for point in points(.checkerboard).points {
      let steps = Int((point.x1 / 3).rounded(.down)) + Int((point.x2 / 3).rounded(.down))
      #expect(point.label == (steps % 2 == 0 ? 1 : -1))
    }
  }

  @Test("moons are half circles of radius 3 about (∓1.5, ∓0.75)")
  func moons() {
    for point in points(.moons).points {
      let (x, y) = (point.x1 + 1.5 * point.label, point.x2 + 0.75 * point.label)
      #expect(abs((x * x + y * y).squareRoot() - 3) < 1e-12)
      #expect(y * point.label >= 0)
    }
  }
}
