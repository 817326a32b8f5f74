import Course
import Testing

@Suite("Numbers that a lecture works out")
struct ComputationTests {
  private static let run: [Computation.Quantity: Double] = [
    .samples: 250, .batchSize: 10, .parameters: 25, .classes: 10, .trainLoss: 0.5, .testLoss: 0.75,
  ]

  static let cases: [(text: String, value: Double?)] = [
    ("samples / batchSize", 25),
    ("parameters", 25),
    ("samples / parameters", 10),
    ("ln(classes)", 2.302_585_092_994_046),
    ("testLoss - trainLoss", 0.25),
    ("testAccuracy", nil),
    ("2 + 0 epoch", nil),
    ("1 / (trainLoss - 0.5)", nil),
  ]

  @Test("a formula has the run's numbers; what the run has not leaves it without one", arguments: cases)
  func value(text: String, value: Double?) throws {
    let found = try Computation(label: "it", text).value { Self.run[$0] }
    #expect(found.map { abs($0 - (value ?? .nan)) < 1e-12 } ?? (value == nil), "\(String(describing: found))")
  }

  private static func errors(_ block: String) -> [LectureError] {
    let text = """
      ---
      title: T
      order: 1
      summary: S
      minutes: 1
      ---
      ## A
      ```compute
      \(block)
      ```
      """
    do {
      _ = try Lecture(text: text, name: "l", file: "l.md")
      return []
    } catch {
      return error.errors
    }
  }

  @Test(
    "what is no formula is refused at its line",
    arguments: [
      ("a: samples /", 9), ("a: samples\nb: sample", 10), ("a: [samples]", 9), ("a: samples > 3", 9), ("", 9),
    ])
  func refused(block: String, line: Int) throws {
    let errors = Self.errors(block)
    #expect(errors.map(\.line) == [line], "\(errors)")
  }

  @Test("a block has a line for each number")
  func block() { #expect(Self.errors("points for each number: samples / parameters\nchance: ln(classes)").isEmpty) }
}
