import Playground
import Screen

/// The share of right answers along the run.
struct AccuracyPanel: Drawable {
  let curves: RunCurves
  let heading: Rect
  let rect: Rect
  let showsLabels: Bool

  func draw(in scene: inout Scene) {
    scene.frame.heading(
      heading.width < 16 ? "ACC" : "ACCURACY", x: heading.x, y: heading.y, isCurrent: curves.isCurrent)
    if let accuracy = shownAccuracy {
      let number = Span(Number.percent(accuracy, decimals: 2).trimmedLeft, .strong, .bold)
      let spans = heading.width >= 24 ? [Span("test ", .dim), number] : [number]
      scene.frame.put(spans, endingAt: heading.maxX, y: heading.y)
    }
    scene.frame.chart(curves.accuracies(in: rect), in: rect, unit: nil, showsLabels: showsLabels)
    scene.mark(rect, as: .loss)
  }

  /// The accuracy on the test, at the moment that is pointed at or now.
  private var shownAccuracy: Double? {
    if let moment = curves.moment(in: rect) { return curves.accuracies(in: rect).series.last?.value(at: moment) }
    return curves.testAccuracy
  }
}

extension String {
  /// The text without the spaces that a fixed width puts before it.
  fileprivate var trimmedLeft: String { String(drop { $0 == " " }) }
}
