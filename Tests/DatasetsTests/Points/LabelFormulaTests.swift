import Datasets
import Foundation
import NeuralEngine
import Testing

/// Data sets whose labels a formula gives.
struct LabelFormulaTests {
  private func points(_ name: String, noise: Double = 0) throws -> PointSet {
    var random = SeededRandom(seed: "0.5")
    let recipe = try #require(Dataset(name).recipe)
    return recipe.generate(count: 500, noise: noise, trainRatio: 0.5, using: &random)
  }

  @Test("a curve is its formula over x from −6 to 6, and with noise strays by at most that")
  func curve() throws {
    for noise in [0.0, 30] {
      let set = try points("curve:sin(2x)+x/3", noise: noise)
      #expect(set.kind == .regression && set.dimensions == 1 && set.points.count == 500 && set.trainCount == 250)
      let strays = set.points.map { abs($0.label - (sin(2 * $0.x1) + $0.x1 / 3)) }
      #expect((strays.max() ?? 1) <= noise / 100 + 1e-12)
      #expect(set.points.allSatisfy { abs($0.x1) <= 6 && $0.x2 == 0 })
    }
  }

  @Test("where a curve has no value there is no sample, and as many are drawn")
  func undefined() throws {
    let set = try points("curve:sqrt(x) + ln(5 - x1)")
    #expect(set.points.count == 500)
    #expect(set.points.allSatisfy { (0..<5).contains($0.x1) && $0.label.isFinite })
  }

  @Test("a class is where its condition holds")
  func classes() throws {
    let set = try points("class: x1^2 + x2^2 < 9 or y > 5")
    #expect(set.kind == .binary && set.dimensions == 2)
    for point in set.points {
      #expect(point.label == (point.x1 * point.x1 + point.x2 * point.x2 < 9 || point.x2 > 5 ? 1 : -1))
    }
    #expect(Set(set.points.map(\.label)) == [-1, 1])
  }

  @Test("is named as it was written", arguments: ["curve:sin(2x) + x/3", "class:x1 < x2"])
  func names(name: String) throws {
    #expect("\(try Dataset(name))" == name)
    #expect(try Dataset("\(try Dataset(name))") == Dataset(name))
  }

  @Test("a mistake is told with its place, and what leaves nothing to learn is refused")
  func refusals() {
    let rows: [(name: String, sentence: String)] = [
      ("curve", "the formula is empty: write one, such as sin(2x) + x/3"),
      ("curve:", "the formula is empty: write one, such as sin(2x) + x/3"),
      ("curve:sin(2x", "column 7 of \"sin(2x\": the bracket of column 4 is not closed: write ) where it ends"),
      (
        "curve:x < 2",
        "column 1 of \"x < 2\": this is true or false, and a number is asked for: leave the comparison out"
      ),
      (
        "class:x1 + x2",
        "column 1 of \"x1 + x2\": this is a number, and a class needs what is true or false: compare it with something, as "
          + "in x1 > 0"
      ),
      (
        "curve:sqrt(-1 - x^2)",
        "\"curve:sqrt(-1 - x^2)\" has no value, or one beyond a million, nearly everywhere from −6 to 6: write a formula "
          + "that has one there"
      ),
      (
        "class:x1^2 < 0",
        "\"class:x1^2 < 0\" is true nowhere from −6 to 6, which leaves one class: write a condition that parts the map"
      ),
      (
        "class:x1 < 7",
        "\"class:x1 < 7\" is true everywhere from −6 to 6, which leaves one class: write a condition that parts the map"
      ),
    ]
    for row in rows {
      let error = #expect(throws: DatasetError.self, "\(row.name)") { try Dataset(row.name) }
      #expect(error?.description == row.sentence)
    }
    let error = #expect(throws: DatasetError.self) { try Dataset("curve:sin(2x") }
    #expect(error?.marked == "sin(2x\n      ^")
  }

  @Test("a feature by formula has its value, none beyond a million, and 0 where it has none")
  func features() throws {
    let feature = try Feature(formula: "x1 * x2^2 / (x - 1)")
    #expect(feature.value(3, -2) == 6)
    #expect(feature.rawValue == "x1 * x2^2 / (x - 1)")
    let steep = try Feature(formula: "1e7x")
    #expect(feature.readsX2 && !steep.readsX2)
    #expect(feature.hasValue(at: LabelledPoint(x1: 3, x2: 2, label: 0)))
    #expect(!feature.hasValue(at: LabelledPoint(x1: 1, x2: 2, label: 0)))
    #expect(!steep.hasValue(at: LabelledPoint(x1: 1, x2: 2, label: 0)))
    #expect(feature.value(1, 2) == 0)
    let error = #expect(throws: DatasetError.self) { try Feature(formula: "2 π") }
    #expect(
      error?.description
        == "\"2 π\" is the same everywhere, which is what biases are for: write a formula of x1 and x2")
  }
}
