import Screen
import Testing

@Suite("Numbers")
struct NumberTests {
  @Test(
    "with a sign take five columns",
    arguments: [
      (1.42, "+1.42"), (-1.42, "−1.42"), (0, "+0.00"), (9.994, "+9.99"), (9.996, "+10.0"), (12.34, "+12.3"),
      (-123.4, " −123"), (1234.0, "+1234"), (123456, " +1e5"), (.infinity, " +inf"), (-.infinity, " −inf"),
      (.nan, "  nan"),
    ])
  func signed(value: Double, text: String) {
    #expect(Number.signed(value) == text)
  }

  @Test(
    "that are losses take six columns",
    arguments: [
      (0.02331, "0.0233"), (1, "1.0000"), (9.99994, "9.9999"), (9.99996, "  10.0"), (12.34, "  12.3"),
      (123.4, "   123"),
      (0.001, "0.0010"), (0.00099, "9.9e−4"), (0.000999, "1.0e−3"), (3.14e-6, "3.1e−6"), (4e-12, " 4e−12"),
      (0, "     0"),
      (12345, " 12345"), (3.4e7, "   3e7"), (1e300, " 1e300"), (.infinity, "   inf"), (.nan, "   nan"),
    ])
  func losses(value: Double, text: String) {
    #expect(Number.loss(value) == text)
  }

  @Test(
    "that are shares take five columns and the unit",
    arguments: [
      (0.957, " 95.7 %"), (1, "100.0 %"), (0, "  0.0 %"), (.nan, "    – %"),
    ])
  func percents(share: Double, text: String) {
    #expect(Number.percent(share) == text)
  }

  @Test(
    "that are epochs take seven columns, with zeros that lead as dim as a rule",
    arguments: [
      (0, "000,00", "0"), (9, "000,00", "9"), (160, "000,", "160"), (1600, "00", "1,600"), (123_456, "", "123,456"),
      (1_234_567, "", "1,234,567"),
    ])
  func epochs(epoch: Int, leading: String, digits: String) {
    #expect(Number.epoch(epoch) == [Span(leading, .rule), Span(digits, .strong, .bold)])
  }

  @Test(
    "that are speeds have three digits and a unit",
    arguments: [
      (21_300_000, "21.3 M samples/s"), (187_000, " 187 k samples/s"), (2_410_000, "2.41 M samples/s"),
      (999.7, "1.00 k samples/s"), (12, "12.0   samples/s"), (9_999_000, "10.0 M samples/s"),
      (1.2e9, "1.20 G samples/s"),
    ])
  func speeds(value: Double, text: String) {
    #expect(Number.speed(value) == text)
  }

  @Test(
    "that were typed stay short",
    arguments: [
      (0.03, "0.03"), (10, "10"), (-0.5, "−0.5"), (0.00001, "0.00001"), (-0.00000001, "0"), (1e20, "1e20"),
    ])
  func plain(value: Double, text: String) {
    #expect(Number.plain(value) == text)
  }

  @Test(
    "at the end of an axis have three digits, and no zeros at the end",
    arguments: [(-6, "−6"), (0.25, "0.25"), (27.5, "27.5"), (0, "0"), (-0.001, "0"), (1234, "1234")])
  func short(value: Double, text: String) {
    #expect(Number.short(value) == text)
  }

  @Test(
    "that count have their thousands set apart",
    arguments: [
      (0, "0"), (999, "999"), (10000, "10,000"), (-1234, "−1,234"),
    ])
  func counts(value: Int, text: String) {
    #expect(Number.count(value) == text)
  }
}
