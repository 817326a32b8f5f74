import Playground
import Screen

/// The losses along the run; under the pointer or the focus the chart reads out one moment.
struct LossPanel: Drawable {
  let curves: RunCurves
  let heading: Rect
  let rect: Rect
  let showsAxis: Bool
  /// Whether the decades are named in the columns left of the chart.
  var showsLabels = true

  func draw(in scene: inout Scene) {
    scene.frame.heading("LOSS", x: heading.x, y: heading.y, isCurrent: curves.isCurrent)
    drawNumbers(in: &scene)
    scene.frame.chart(
      curves.lossesOverFormer(in: rect), in: rect, unit: showsAxis ? "epoch" : nil, showsLabels: showsLabels)
    drawDivergence(in: &scene)
    scene.mark(rect, as: .loss)
  }

  private func drawNumbers(in scene: inout Scene) {
    if curves.divergence != nil {
      scene.frame.put("no number", endingAt: heading.maxX, y: heading.y, .alarm, .bold)
      return
    }
    let point = curves.moment(in: rect).flatMap(curves.point)
    let train = point.map(\.train) ?? curves.train
    let validation = point.map(\.validation) ?? curves.validation
    let test = point.map(\.test) ?? curves.test
    var spans: [Span] = []
    if let train, heading.width >= (validation == nil ? 36 : 56) || test == nil {
      spans += [Span("train ", .dim), Span(Number.loss(train), .text)]
    }
    if let validation, heading.width >= 36 || test == nil {
      spans += [Span(spans.isEmpty ? "valid. " : "   valid. ", .dim), Span(Number.loss(validation), .accent)]
    }
    if let test {
      let word = heading.width < 16 ? "" : "test "
      spans += [Span(spans.isEmpty ? word : "   test ", .dim), Span(Number.loss(test), .strong, .bold)]
    }
    scene.frame.put(spans, endingAt: heading.maxX, y: heading.y)
  }

  /// The place where the run left the chart.
  private func drawDivergence(in scene: inout Scene) {
    guard let divergence = curves.divergence else { return }
    let x = min(curves.losses(in: rect).column(of: Double(divergence.epoch), in: rect), rect.maxX - 7)
    scene.frame.put("\(scene.frame.theme.glyphs.table.diverged) \(divergence.epoch)", x: x, y: rect.y, .alarm, .bold)
  }
}
