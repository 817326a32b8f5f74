import Screen
import Testing

@Suite("A chart")
struct ChartTests {
  /// Falls from 1 to 0.01 over ten epochs, evenly by its logarithm; the test loss stays half a decade above.
  let train = [1, 0.63, 0.4, 0.25, 0.16, 0.1, 0.063, 0.04, 0.025, 0.016, 0.01].enumerated()
    .map { Chart.Point(Double($0), $1) }
  let test = (0...10).map { Chart.Point(Double($0), $0 == 0 ? 1 : 0.316) }

  func drawn(_ chart: Chart, _ theme: Theme = Theme()) -> Frame {
    var frame = Frame(Size(26, 4), theme: theme)
    frame.chart(chart, in: Rect(x: 6, y: 0, width: 20, height: 3))
    return frame
  }

  @Test("has its decades on the left, time below, and lines over a dotted grid")
  func dots() {
    let line = Chart(
      scale: .decades(highest: 0, shown: 2, step: 1), time: TimeAxis(end: 10), series: [Chart.Series(train, .strong)])
    #expect(
      drawn(line).lines == [
        "    1 ⠉⠒⠲⠤⢤⣀⡀⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁",
        "  0.1 ⠄⠄⠄⠄⠄⠄⠈⠉⠓⠒⠤⢤⣀⡀⠄⠄⠄⠄⠄⠄",
        " 0.01 ⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⠈⠉⠓⠒⠦⠤⣀",
        "      0                 10",
      ])
    #expect(drawn(line)[25, 0].foreground == .indexed(236))
    #expect(drawn(line)[6, 0].foreground == .indexed(255))
  }

  @Test("keeps the dots of both lines where they share a cell, in the colour of the later")
  func shared() {
    let flat = [Chart.Point(0, 1), Chart.Point(10, 1)]
    let below = flat.map { Chart.Point($0.time, 0.65) }
    let chart = Chart(
      scale: .decades(highest: 0, shown: 2, step: 1), time: TimeAxis(end: 10),
      series: [Chart.Series(flat, .text), Chart.Series(below, .strong)])
    let frame = drawn(chart)
    #expect(frame[10, 0].glyph == "⠛")
    #expect(frame[10, 0].foreground == .indexed(255))
  }

  @Test("leaves a gap where a loss is no number")
  func gaps() {
    let points = [Chart.Point(0, 1), Chart.Point(4, 1), Chart.Point(5, .nan), Chart.Point(6, 1), Chart.Point(10, 1)]
    var frame = Frame(Size(22, 1), theme: Theme(.monochrome))
    let chart = Chart(
      scale: .decades(highest: 0, shown: 2, step: 1), time: TimeAxis(end: 10), series: [Chart.Series(points, .strong)])
    frame.chart(chart, in: Rect(x: 0, y: 0, width: 22, height: 1), unit: nil, showsLabels: false)
    #expect(frame.lines == ["⠉⠉⠉⠉⠉⠉⠉⠉⠉    ⠉⠉⠉⠉⠉⠉⠉⠉⠉"])
  }

  @Test("is columns in eighths without braille, points in ASCII")
  func otherGlyphs() {
    let chart = Chart(
      scale: .even(lowest: 0, highest: 1, ticks: [0, 1], percent: true), time: TimeAxis(end: 10),
      series: [Chart.Series((0...10).map { Chart.Point(Double($0), Double($0) / 10) }, .strong)])
    func lines(_ glyphs: GlyphSet) -> [String] {
      var frame = Frame(Size(17, 3), theme: Theme(glyphs: glyphs))
      frame.chart(chart, in: Rect(x: 6, y: 0, width: 11, height: 2), unit: "epoch")
      return frame.lines
    }
    #expect(lines(.blocks) == ["100 %       ▂▃▅▆█", "  0 % ▁▂▃▅▆██████", "      0        10"])
    #expect(lines(.ascii) == ["100 %       *****", "  0 % ******", "      0        10"])
  }

  @Test("reads the time and the values under a column")
  func reading() {
    let plot = Rect(x: 6, y: 0, width: 21, height: 3)
    let chart = Chart.losses(train: train, test: test, rows: 3)
    #expect(chart.time(atColumn: 6, in: plot) == 0)
    #expect(chart.time(atColumn: 16, in: plot) == 5)
    #expect(chart.time(atColumn: 26, in: plot) == 10)
    #expect(chart.time(atColumn: 5, in: plot) == nil)
    #expect(chart.column(of: 5, in: plot) == 16)
    #expect(chart.reading(at: 5.4) == [0.1, 0.316])
    #expect(chart.reading(at: -1) == [nil, nil])
  }

  @Test("marks the time that is pointed at in the accent")
  func cursor() {
    let chart = Chart.losses(train: train, test: test, rows: 3, cursor: 5)
    let frame = drawn(chart)
    let column = chart.column(of: 5, in: Rect(x: 6, y: 0, width: 20, height: 3))
    #expect((0..<3).contains { frame[column, $0] == Cell("│", foreground: .indexed(115), background: .indexed(233)) })
    #expect(frame.lines[3].contains("5"))
    #expect(!frame.lines[3].contains("epoch"))
  }
}
