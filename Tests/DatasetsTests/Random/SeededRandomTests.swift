import Foundation
import NeuralEngine
import Testing

/// The stream of numbers behind a seed, against the library that TensorFlow Playground uses.
struct SeededRandomTests {
  struct Stream: Decodable, Sendable, CustomTestStringConvertible {
    let seed: String
    let first8: [Double]
    let draw10000: Double
    let sumOf10000: Double
    var testDescription: String { seed }
  }

  static let streams = try! JSONDecoder().decode(
    [Stream].self, from: Data(contentsOf: Reference.own.appending(path: "prng.json")))

  @Test("draws the doubles of seedrandom, bit for bit", arguments: streams)
  func matchesReference(stream: Stream) {
    var random = SeededRandom(seed: stream.seed)
    let draws = (0..<10_000).map { _ in random.uniform() }
    #expect(Array(draws.prefix(8)) == stream.first8)
    #expect(draws[9_999] == stream.draw10000)
    #expect(draws.reduce(0, +) == stream.sumOf10000)
  }

  @Test("an empty seed is a stream like any other")
  func emptySeed() {
    var random = SeededRandom(seed: "")
    let u = random.uniform()
    #expect((0..<1).contains(u))
  }

  @Test("a range is scaled from one draw")
  func range() {
    var a = SeededRandom(seed: "0.5")
    var b = a
    #expect(a.uniform(-5, 5) == b.uniform() * 10 - 5)
  }

  @Test("normal numbers have the mean and the variance asked for")
  func normal() {
    var random = SeededRandom(seed: "normal")
    let count = 20_000
    let draws = (0..<count).map { _ in random.normal(mean: 3, variance: 4) }
    let mean = draws.reduce(0, +) / Double(count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    // Standard errors: √(4/20000) = 0.014 for the mean, 4·√(2/20000) = 0.04 for the variance; four of each allowed.
    #expect(abs(mean - 3) < 0.06)
    #expect(abs(variance - 4) < 0.16)
  }

  @Test("a shuffle takes one draw for each element and loses none", arguments: [0, 1, 2, 17])
  func shuffle(count: Int) {
    var random = SeededRandom(seed: "0.12345")
    var twin = random
    var elements = Array(0..<count)
    random.shuffle(&elements)
    for _ in 0..<count { _ = twin.uniform() }
    #expect(elements.sorted() == Array(0..<count))
    #expect(random.uniform() == twin.uniform())
  }

  @Test("whole numbers for other generators differ from draw to draw")
  func wholeNumbers() {
    var random = SeededRandom(seed: "0.12345")
    #expect(Set((0..<100).map { _ in random.nextUInt64() }).count == 100)
  }
}
