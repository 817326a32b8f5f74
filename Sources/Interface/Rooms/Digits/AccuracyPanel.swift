import Playground
import Screen

/// The share of right answers along the run.
struct AccuracyPanel: Drawable {
  let shell: Shell
  let heading: Rect
  let rect: Rect
  let showsLabels: Bool

  func draw(in scene: inout Scene) {
    scene.frame.heading(
      heading.width < 16 ? "ACC" : "ACCURACY", x: heading.x, y: heading.y, isCurrent: shell.attention.current == .loss)
    if let accuracy = shownAccuracy {
      let number = Span(Number.percent(accuracy, decimals: 2).trimmedLeft, .strong, .bold)
      let spans = heading.width >= 24 ? [Span("test ", .dim), number] : [number]
      scene.frame.put(spans, endingAt: heading.maxX, y: heading.y)
    }
    scene.frame.chart(shell.accuracyChart(in: rect), in: rect, unit: nil, showsLabels: showsLabels)
    scene.mark(rect, as: .loss)
  }

  /// The accuracy on the test, at the moment that is pointed at or now.
  private var shownAccuracy: Double? {
    if let moment = shell.lossMoment(in: rect) { return shell.accuracyChart(in: rect).series.last?.value(at: moment) }
    return shell.snapshot?.test?.accuracy
  }
}

extension Shell {
  /// The chart of the accuracies so far.
  func accuracyChart(in rect: Rect) -> Chart {
    let history = snapshot?.history ?? []
    let train = history.compactMap { point in point.trainAccuracy.map { Chart.Point(point.position, $0) } }
    let test = history.compactMap { point in point.testAccuracy.map { Chart.Point(point.position, $0) } }
    let best = test.map(\.value).max() ?? train.map(\.value).max() ?? 0
    return Chart(
      scale: .accuracies(best: best), time: TimeAxis(covering: history.last?.position ?? 0),
      series: [Chart.Series(train, .dim), Chart.Series(test, .strong)], cursor: lossMoment(in: rect))
  }
}

extension String {
  /// The text without the spaces that a fixed width puts before it.
  fileprivate var trimmedLeft: String { String(drop { $0 == " " }) }
}
