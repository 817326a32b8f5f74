import Screen
import Testing

@Suite("The axes of a chart")
struct ScaleTests {
  @Test(
    "of losses have a line at the top of every so many rows, each as many times less than the one above",
    arguments: [
      ([], 5, ["1", "", "0.1", "", "0.01"]), ([0.5, 0.02], 5, ["1", "", "0.1", "", "0.01"]),
      ([0.01, 1], 4, ["1", "0.1", "0.01", "1e−3"]), ([0.009], 5, ["1", "", "0.1", "", "0.01"]),
      ([0.004], 5, ["1", "0.1", "0.01", "1e−3", "1e−4"]),
      ([1.2, 0.3], 5, ["10", "1", "0.1", "0.01", "1e−3"]), ([1e-6], 5, ["1", "0.01", "1e−4", "1e−6", "1e−8"]),
      ([1e-6], 4, ["1", "0.01", "1e−4", "1e−6"]), ([1e-30], 4, ["1", "1e−3", "1e−6", "1e−9"]),
      ([1e40], 5, ["1e12", "1e10", "1e8", "1e6", "1e4"]), ([.nan, .infinity, 0], 1, ["1"]),
      ([], 10, ["1", "", "", "", "0.1", "", "", "", "0.01", ""]),
    ] as [([Double], Int, [String])])
  func losses(values: [Double], rows: Int, labels: [String]) {
    let plot = Rect(x: 6, y: 0, width: 4, height: rows)
    let chart = Chart(scale: .losses(values, rows: rows), time: TimeAxis(end: 10), series: [])
    var shown = Array(repeating: "", count: rows)
    for (value, label) in chart.scale.ticks { shown[chart.row(of: value, in: plot)] = label }
    #expect(shown == labels)
  }

  @Test("of losses show every value down to eight decades below the highest", arguments: 1...12, [0.5, 3e-3, 2e-7, 40])
  func reach(rows: Int, value: Double) {
    let scale = ChartScale.losses([value, 1], rows: rows)
    #expect(scale.share(value) > 0)
  }

  @Test(
    "of numbers to be predicted hold all of them",
    arguments: [
      ([], -1.5...1.5), ([-1, 1], -1.5...1.5), ([-1.8, 0.9], -1.8...1.5), ([0, 25], -2.5...27.5),
    ] as [([Double], ClosedRange<Double>)])
  func heights(values: [Double], range: ClosedRange<Double>) {
    #expect(ChartScale.heights(values) == range)
  }

  @Test(
    "place a value by its logarithm, and keep what is beyond at the ends",
    arguments: [
      (1, 1), (0.1, 0.5), (0.01, 0), (0.001, 0), (5, 1), (0, 0), (0.0316227766, 0.25),
    ] as [(Double, Double)])
  func shares(value: Double, share: Double) {
    #expect(abs(ChartScale.decades(highest: 0, shown: 2, step: 1).share(value) - share) < 1e-6)
  }

  @Test("are labelled from the top down")
  func labels() {
    #expect(
      ChartScale.decades(highest: 4, shown: 8, step: 1).ticks.map(\.label)
        == ["1e4", "1000", "100", "10", "1", "0.1", "0.01", "1e−3", "1e−4"])
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
