import Testing
import Words

@Suite("Numbers as they are written")
struct NumberTests {
  @Test(
    "whole ones have commas between their thousands",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (-1234, "-1,234"), (1_234_567, "1,234,567"),
      (.min, "-9,223,372,036,854,775,808"),
    ])
  func thousands(number: Int, text: String) {
    #expect(grouped(number) == text)
  }

  @Test("figures keep the zeros before them", arguments: [("000160", "000,160"), ("", ""), ("12", "12")])
  func figures(digits: String, text: String) {
    #expect(grouped(digits: digits) == text)
  }

  @Test(
    "in base 16 they have their zeros too",
    arguments: [(0, 2, "00"), (10, 2, "0a"), (0x1B, 4, "001b"), (256, 2, "100")])
  func hexadecimals(number: Int, digits: Int, text: String) {
    #expect(hexadecimal(number, digits: digits) == text)
  }

  @Test(
    "the shortest form names them to the bit",
    arguments: [
      (10, "10"), (0.03, "0.03"), (1e-7, "1e-07"), (-2, "-2"), (1e20, "1e+20"), (.infinity, "inf"), (.nan, "nan"),
    ])
  func short(value: Double, text: String) {
    #expect(shortest(value) == text)
    #expect(shortest(Float(0.1)) == "0.1")
  }

  @Test(
    "a fixed number of decimals is rounded half away from zero",
    arguments: [
      (1.42, 2, "1.42"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (-0.001, 2, "0.00"), (0.0233, 4, "0.0233"),
      (1e15, 0, "1000000000000000"), (1e16, 0, nil), (.infinity, 2, nil), (.nan, 2, nil),
    ] as [(Double, Int, String?)])
  func decimalPlaces(value: Double, decimals: Int, text: String?) {
    #expect(fixed(value, decimals: decimals) == text)
  }

  @Test(
    "so many figures leave so many decimals",
    arguments: [(2.413, 3, 2), (9.994, 3, 2), (9.996, 3, 1), (99.96, 3, 0), (1234, 3, 0), (-24.1, 3, 1), (0, 1, 0)])
  func places(value: Double, digits: Int, places: Int) {
    #expect(decimals(of: value, inDigits: digits) == places)
  }

  @Test(
    "significant digits are so many, however large the number",
    arguments: [
      (0.012_345, 3, 0.0123), (123_456, 3, 123_000), (-9.996, 3, -10), (0, 3, 0),
      (.leastNonzeroMagnitude, 3, .leastNonzeroMagnitude), (2.5e15, 1, 3e15),
      (.infinity, 3, .infinity),
    ])
  func significant(value: Double, digits: Int, nearest: Double) {
    #expect(rounded(value, toDigits: digits) == nearest)
  }

  @Test(
    "a thousand and a million are letters",
    arguments: [(12, 12, ""), (999.7, 0.9997, "k"), (187_000, 187, "k"), (21_300_000, 21.3, "M"), (1.2e9, 1.2, "G")])
  func letters(value: Double, part: Double, letter: String) {
    let written = metric(value)
    #expect(written.letter == letter)
    #expect(abs(written.value - part) < 1e-9)
  }
}
