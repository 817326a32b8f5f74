import Playground
import Testing

@Suite("What a search tries")
struct SearchSpaceTests {
  private static func space(_ search: String) throws -> SearchSpace {
    try SearchSpace(text: "dataset: circle\nhidden: [3, 3]\nsearch:\n" + search, place: "space.yaml")
  }

  private static func trials(_ space: SearchSpace) throws -> [Trial] {
    try Search(space, .grid, by: Objective(.testLoss)).batch(0, after: [])
  }

  @Test("A range is laid out in steps, a list as it stands")
  func values() throws {
    let table: [(String, [String])] = [
      ("  noise: [0, 10]\n", ["0", "10"]),
      ("  hidden: [[4], [4, 2], [], 8]\n", ["[4]", "[4, 2]", "[]", "8"]),
      ("  learningRate: {from: 0.001, to: 1, scale: log, steps: 4}\n", ["0.001", "0.01", "0.1", "1"]),
      ("  noise: {from: 0, to: 50, steps: 3}\n", ["0", "25", "50"]),
      ("  width: {from: 1, to: 4}\n", ["1", "2", "3", "4"]),
      ("  batchSize: {from: 1, to: 64, scale: log, steps: 4}\n", ["1", "4", "16", "64"]),
      ("  batchSize: {from: 1, to: 3, steps: 9}\n", ["1", "2", "3"]),
    ]
    for (text, values) in table {
      let space = try Self.space(text)
      #expect(space.dimensions[0].values.map(\.description) == values, "\(text)")
      #expect(try SearchSpace(text: space.yaml, place: "again") == space, "\(space.yaml)")
    }
  }

  @Test("Every combination is a trial, the last key going round fastest; depth comes before width")
  func combinations() throws {
    let space = try Self.space("  width: [2, 5]\n  depth: [1, 3]\n  seed: [a, b]\n")
    #expect(space.combinations == 8)
    let trials = try Self.trials(space)
    #expect(trials.map(\.number) == Array(0..<8))
    let shapes = trials.map { trial in
      "\(trial.experiment.hidden ?? []) \(trial.experiment.seed ?? "")"
    }
    #expect(
      shapes == [
        "[2] a", "[2] b", "[2, 2, 2] a", "[2, 2, 2] b", "[5] a", "[5] b", "[5, 5, 5] a", "[5, 5, 5] b",
      ])
  }

  @Test("What a range holds lies in it, and its place is found again")
  func ranges() {
    for range in [
      NumberRange(0.003, 3, isLogarithmic: true), NumberRange(-2, 7), NumberRange(1, 12, isWhole: true),
      NumberRange(1, 1000, isLogarithmic: true, isWhole: true, steps: 30),
    ] {
      let stops = range.stops
      #expect(stops.first == range.low && stops.last == range.high)
      #expect(stops == stops.sorted() && Set(stops).count == stops.count)
      if range.isWhole { #expect(stops.allSatisfy { $0 == $0.rounded() }) }
    }
  }

  @Test("A mistake is named with its line, its value and what to do")
  func mistakes() {
    let table: [(String, String)] = [
      ("  noise: 3\n", "space.yaml:4: search has noise without candidates: give a list of them"),
      ("  noise: []\n", "space.yaml:4: search has noise without candidates"),
      ("  nose: [1]\n", "space.yaml:4: There is no key \"nose\": did you mean noise?"),
      ("  noise: [0, 99]\n", "space.yaml:4: noise cannot be \"99\". It takes a number of per cent from 0 to 80."),
      ("  depth: [0]\n", "space.yaml:4: depth cannot be \"0\". It takes a whole number from 1 to 64."),
      ("  optimizer: {from: 1, to: 2}\n", "space.yaml:4: search has a range for optimizer, which is no number"),
      ("  noise: {from: 9, to: 2}\n", "space.yaml:4: search has for noise no two numbers from and to"),
      ("  noise: {from: 0, to: 2, scale: log}\n", "a logarithmic scale from 0, which is not above 0"),
      ("  noise: {from: 0, to: 2, steps: 0}\n", "\"0\" as steps, which are 1 to 1000"),
      ("  noise: {from: 0, to: 2, scale: cubic}\n", "\"cubic\" as scale, which is log or linear"),
      ("  noise: {from: 0, by: 2}\n", "\"by\", which a range has not"),
      ("  [1]\n", "space.yaml:3: search cannot be \"a list\""),
    ]
    for (text, sentence) in table {
      let error = #expect(throws: ExperimentError.self) { try Self.space(text) }
      #expect(error?.description.contains(sentence) == true, "\(text) says \(error?.description ?? "")")
    }
    let none = #expect(throws: ExperimentError.self) { try SearchSpace(text: "dataset: xor\n", place: "x.yaml") }
    #expect(none?.description.hasPrefix("\"x.yaml\" has no key search") == true)
  }

  @Test("A thousand million combinations are refused before any is made")
  func tooMany() throws {
    let space = try Self.space(
      ["noise", "regularizationRate", "weightDecay"].map { "  \($0): {from: 0, to: 1, steps: 1000}\n" }.joined())
    #expect(space.combinations == 1e9)
    let error = #expect(throws: ExperimentError.self) { try Search(space, .grid, by: Objective(.testLoss)) }
    #expect(
      error?.description.hasPrefix("search has 1,000,000,000 combinations, and 100,000 is the most that are all tried")
        == true)
  }
}
