import Course
import Foundation
import Testing

@Suite("Numbers that a lecture gives to work with")
struct GivenNumbersTests {
  private static func lecture(_ block: String) throws -> Lecture {
    let text = """
      ---
      title: Numbers
      order: 1
      summary: One step.
      minutes: 1
      ---
      ## One
      ```numbers
      \(block)
      ```
      """
    return try Lecture(text: text, name: "numbers", file: "numbers.md")
  }

  private static func numbers(_ block: String) throws -> GivenNumbers {
    try #require(try lecture(block).steps[0].numbers)
  }

  @Test("answers for a 1: the squares of the misses add up to 1.58")
  func answers() throws {
    let numbers = try Self.numbers(
      "answers: [0.1, 0.2, 0.3, 0.2, 0.1, 0.8, 0.1, 0.2, 0.3, 0.1]\nnames: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\nright: 1")
    #expect(numbers.right == 1)
    // 0.01 + 0.64 + 0.09 + 0.04 + 0.01 + 0.64 + 0.01 + 0.04 + 0.09 + 0.01, halved.
    #expect(abs(numbers.squaredError - 0.79) < 1e-12)
    #expect(abs(numbers.softmaxCrossEntropy - -log(0.2)) < 1e-12)
    let others = [0.1, 0.3, 0.2, 0.1, 0.8, 0.1, 0.2, 0.3, 0.1].reduce(0) { $0 - log(1 - $1) }
    #expect(abs(numbers.sigmoidCrossEntropy - (others - log(0.2))) < 1e-12)
  }

  @Test("scores become shares by sigmoid and probabilities by softmax")
  func scores() throws {
    let numbers = try Self.numbers("scores: [0.9, 0.25, -0.1]\nnames: [cat, dog, frog]\nright: cat")
    let powers = [0.9, 0.25, -0.1].map { exp($0) }
    #expect(zip(numbers.probabilities, powers).allSatisfy { abs($0 - $1 / powers.reduce(0, +)) < 1e-12 })
    #expect(abs(numbers.probabilities.reduce(0, +) - 1) < 1e-12)
    #expect(zip(numbers.shares, powers).allSatisfy { abs($0 - $1 / (1 + $1)) < 1e-12 })
    let expected = -log(numbers.shares[0]) - log(1 - numbers.shares[1]) - log(1 - numbers.shares[2])
    #expect(abs(numbers.sigmoidCrossEntropy - expected) < 1e-12)
    #expect(abs(numbers.softmaxCrossEntropy - -log(numbers.probabilities[0])) < 1e-12)
  }

  @Test("large scores stay finite, and an answer that is sure and wrong costs without limit")
  func limits() throws {
    let scores = try Self.numbers("scores: [100, -100]\nright: 2")
    #expect(abs(scores.softmaxCrossEntropy - 200) < 1e-9)
    #expect(abs(scores.sigmoidCrossEntropy - 200) < 1e-9)
    let answers = try Self.numbers("answers: [0, 1]\nright: 1")
    #expect(answers.softmaxCrossEntropy == .infinity)
    #expect(answers.sigmoidCrossEntropy == .infinity)
    #expect(answers.squaredError == 1)
  }

  @Test("a change stays within bounds and does not drift")
  func change() throws {
    var numbers = try Self.numbers("answers: [0.1, 0.9]\nright: 1")
    for _ in 0..<7 { numbers.change(0, by: 0.05) }
    #expect(numbers.values[0] == 0.45)
    for _ in 0..<9 { numbers.change(1, by: 0.05) }
    #expect(numbers.values[1] == 1)
    numbers.change(7, by: 1)
    #expect(numbers.values.count == 2)
  }

  static let refused: [(block: String, words: String)] = [
    ("right: 1", "\"answers\" is missing"),
    ("answers: [0.1, 0.9]", "\"right\" is missing"),
    ("answers: [0.1, 1.5]\nright: 1", "\"answers\" is \"1.5\": give numbers from 0 to 1."),
    ("answers: [0.1, nan]\nright: 1", "\"answers\" is \"nan\""),
    ("scores: [1e9, 0]\nright: 1", "\"scores\" is \"1e9\": give numbers from -100 to 100."),
    ("answers: [0.1]\nright: 1", "\"answers\" is \"1 of them\": give 2 to 16 numbers."),
    ("answers: [0.1, 0.2]\nscores: [1, 2]\nright: 1", "\"scores\" is \"a second list\""),
    ("answers: [0.1, 0.2]\nright: 3", "\"right\" is \"3\": give one of 1 and 2."),
    ("answers: [0.1, 0.2]\nnames: [a]\nright: a", "\"names\" is \"a\": give each number one name."),
    ("answers: [0.1, 0.2]\nnames: [a, a]\nright: a", "\"names\" is \"a, a\": give each number one name."),
    ("answer: [0.1, 0.2]\nright: 1", "\"answer\" is no key here: did you mean answers?"),
  ]

  @Test("what cannot be worked with is refused, with a remedy", arguments: refused)
  func errors(block: String, words: String) throws {
    let errors = #expect(throws: LectureErrors.self) { try Self.lecture(block) }
    #expect(errors?.errors.contains { $0.sentence.hasPrefix(words) } == true, "\(errors?.description ?? "")")
  }
}
