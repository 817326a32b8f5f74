import Datasets
import Testing

/// Digits that the program writes.
@Suite struct HandwritingTests {
  @Test func aHandWritesTheSameDigitsAgainAndNeverOneTwice() {
    let digits = Handwriting.digits(count: 40)
    #expect(digits == Handwriting.digits(count: 40))
    #expect(digits.labels == (0..<40).map { UInt8($0 % 10) })
    #expect(Set((0..<40).map { Array(digits.picture($0)) }).count == 40)
    #expect(digits != Handwriting.digits(count: 40, seed: "another hand"))
  }

  /// Each lies as the pad lays what is drawn on it: within MNIST's frame, with about as much ink.
  @Test func itsDigitsLieAsThePadLaysThem() {
    let digits = Handwriting.digits(count: 60)
    for digit in 0..<60 {
      let ink = digits.picture(digit).reduce(0) { $0 + Int($1) }
      #expect((15 * 255...300 * 255).contains(ink), "\(digit)")
    }
  }
}
