import Screen
import Testing

@Suite("The axes of a chart")
struct ScaleTests {
  @Test(
    "of losses are whole decades that hold all of them, at least 0.01 … 1",
    arguments: [
      ([], -2, 0), ([0.5, 0.02], -2, 0), ([0.01, 1], -2, 0), ([0.009], -3, 0), ([1.2, 0.3], -2, 1), ([1000], -2, 3),
      ([.nan, .infinity, 0], -2, 0), ([1e-30], -8, 0), ([1e40], 4, 12),
    ] as [([Double], Int, Int)])
  func losses(values: [Double], lowest: Int, highest: Int) {
    #expect(ChartScale.losses(values) == .decades(lowest: lowest, highest: highest))
  }

  @Test(
    "place a value by its logarithm, and keep what is beyond at the ends",
    arguments: [
      (1, 1), (0.1, 0.5), (0.01, 0), (0.001, 0), (5, 1), (0, 0), (0.0316227766, 0.25),
    ] as [(Double, Double)])
  func shares(value: Double, share: Double) {
    #expect(abs(ChartScale.decades(lowest: -2, highest: 0).share(value) - share) < 1e-6)
  }

  @Test("are labelled from the top down")
  func labels() {
    #expect(
      ChartScale.decades(lowest: -4, highest: 4).ticks.map(\.label)
        == ["1e4", "1000", "100", "10", "1", "0.1", "0.01", "0.001", "1e−4"])
    #expect(ChartScale.accuracies(best: 0.9).ticks.map(\.label) == ["100 %", "90 %", "80 %"])
  }

  @Test(
    "of accuracies close in on what has been reached",
    arguments: [
      (0.1, 0), (0.79, 0), (0.8, 0.8), (0.97, 0.8), (0.98, 0.9), (1, 0.9),
    ] as [(Double, Double)])
  func accuracies(best: Double, bottom: Double) {
    #expect(ChartScale.accuracies(best: best).share(bottom) == 0)
    #expect(ChartScale.accuracies(best: best).share(bottom + 0.01) > 0)
  }

  @Test(
    "of time grow in steps of 1, 2, 5",
    arguments: [
      (0, 10, "10"), (10, 10, "10"), (11, 20, "20"), (21, 50, "50"), (160, 200, "200"), (200.5, 500, "500"),
      (501, 1000, "1,000"), (.infinity, 10, "10"),
    ] as [(Double, Double, String)])
  func time(latest: Double, end: Double, label: String) {
    let axis = TimeAxis(covering: latest)
    #expect(axis.end == end)
    #expect(axis.label == label)
  }
}
