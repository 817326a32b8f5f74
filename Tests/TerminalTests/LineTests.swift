import Terminal
import Testing

/// How much is sent over lines of which more or less is known.
@Suite struct LineTests {
  @Test func nothingIsHeldBackWhileNothingIsKnown() {
    var line = Line()
    #expect(line.room(at: .zero) == .max)
    line.sent(1_000_000, asks: false, at: .zero)
    #expect(line.room(at: .zero) == .max)
  }

  @Test func whatTheSystemStillHoldsIsWaitedFor() {
    var line = Line()
    #expect(line.room(at: .zero, held: 3000) == 0)
    #expect(line.room(at: .zero, held: 0) == .max)
  }

  /// 10 kB a second take a kilobyte in a tenth of a second.
  @Test func answersTellTheSpeedAndWhatHasArrived() {
    var line = Line()
    line.sent(0, asks: true, at: .zero)
    line.answered(at: .milliseconds(1))
    // nothing long was answered yet: 50 kB a second, for a tenth and the latency
    #expect(line.room(at: .milliseconds(1)) == 5050)
    line.sent(5000, asks: true, at: .milliseconds(1))
    #expect(line.room(at: .milliseconds(1)) == 0)
    #expect(line.awaitsAnswer)
    line.answered(at: .milliseconds(502))
    #expect(!line.awaitsAnswer)
    #expect(line.speed == 10_000)
    #expect(line.room(at: .milliseconds(502)) == 1010)
    line.sent(1010, asks: true, at: .milliseconds(502))
    #expect(line.room(at: .milliseconds(550)) == 0)
  }

  @Test func aSingleAnswerThatComesLateOrTooSoonSaysLittle() {
    func speed(after trip: Duration) -> Double? {
      var line = Line()
      for (bytes, answered) in [(0, 0), (1000, 100)] {
        line.sent(bytes, asks: true, at: .zero)
        line.answered(at: .milliseconds(answered))
      }
      line.sent(1000, asks: true, at: .seconds(1))
      line.answered(at: .seconds(1) + trip)
      return line.speed
    }
    #expect(speed(after: .milliseconds(100)) == 10_000)
    #expect(speed(after: .seconds(3)) == 8_750)
    #expect(speed(after: .milliseconds(1)) == 17_500)
  }

  /// Answers that a busy machine gives some milliseconds late do not make a slow line of a fast one.
  @Test func shortDelaysAreNoSlowLine() throws {
    var line = Line()
    line.sent(0, asks: true, at: .zero)
    line.answered(at: .zero)
    for tenth in 1...20 {
      line.sent(500, asks: true, at: .milliseconds(100 * tenth))
      line.answered(at: .milliseconds(100 * tenth + 20))
    }
    #expect(try #require(line.speed) >= 50_000)
  }

  /// A second there and back is not slow: 10 kB follow each other by 10 ms.
  @Test func aLongWayIsNoSlowLine() throws {
    var line = Line()
    line.sent(0, asks: true, at: .zero)
    line.answered(at: .seconds(1))
    line.sent(10_000, asks: true, at: .seconds(1))
    line.sent(10_000, asks: true, at: .seconds(1))
    line.answered(at: .milliseconds(2010))
    line.answered(at: .milliseconds(2020))
    #expect(try #require(line.speed) == 1_000_000)
    #expect(line.room(at: .milliseconds(2020)) == 1_100_000)
  }

  @Test func anAnswerThatNeverComesIsGivenUp() {
    var line = Line()
    line.sent(0, asks: true, at: .zero)
    line.answered(at: .zero)
    line.sent(50_000, asks: true, at: .zero)
    #expect(line.room(at: .seconds(1)) == 0)
    #expect(line.room(at: .seconds(10)) > 0)
    line.sent(50_000, asks: true, at: .seconds(10))
    line.forget()
    #expect(line.room(at: .seconds(10)) > 0)
  }

  /// Where the terminal is silent: a write that has to wait goes on when the 20 kB that were held have gone.
  @Test func aWriteThatWaitedTellsTheSpeedOfASilentLine() throws {
    var line = Line()
    line.sent(30_000, asks: false, waited: 2000, for: .milliseconds(2200), at: .zero)
    #expect(line.speed == 10_000)
    #expect(line.room(at: .zero) == 0)
    #expect(line.room(at: .milliseconds(100)) == 0)
    #expect(line.room(at: .milliseconds(200)) == 1000)
    line.sent(1000, asks: false, at: .milliseconds(200))
    #expect(line.room(at: .milliseconds(200)) == 0)
    // it may have been a hiccup: 5 % a second
    #expect(try #require(line.speed) == 10_100)
  }
}
