import Playground
import Screen

/// The losses along the run; under the pointer or the focus the chart reads out one moment.
struct LossPanel: Drawable {
  let shell: Shell
  let heading: Rect
  let rect: Rect
  let showsAxis: Bool
  /// Whether the decades are named in the columns left of the chart.
  var showsLabels = true

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current == .loss
    scene.frame.heading("LOSS", x: heading.x, y: heading.y, isCurrent: isCurrent)
    drawNumbers(in: &scene)
    scene.frame.chart(shell.lossChart(in: rect), in: rect, unit: showsAxis ? "epoch" : nil, showsLabels: showsLabels)
    drawDivergence(in: &scene)
    scene.mark(rect, as: .loss)
  }

  private func drawNumbers(in scene: inout Scene) {
    if shell.divergence != nil {
      scene.frame.put("no number", endingAt: heading.maxX, y: heading.y, .alarm, .bold)
      return
    }
    guard let snapshot = shell.snapshot else { return }
    let moment = shell.lossMoment(in: rect)
    let point = moment.flatMap { shell.lossPoint(at: $0) }
    let train = point.map(\.train) ?? snapshot.train?.loss
    let test = point.map(\.test) ?? snapshot.test?.loss
    var spans: [Span] = []
    if let train, heading.width >= 36 || test == nil {
      spans += [Span("train ", .dim), Span(Number.loss(train), .text)]
    }
    if let test {
      let word = heading.width < 16 ? "" : "test "
      spans += [Span(spans.isEmpty ? word : "   test ", .dim), Span(Number.loss(test), .strong, .bold)]
    }
    scene.frame.put(spans, endingAt: heading.maxX, y: heading.y)
  }

  /// The place where the run left the chart.
  private func drawDivergence(in scene: inout Scene) {
    guard let divergence = shell.divergence else { return }
    let chart = shell.lossChart(in: rect)
    let x = min(chart.column(of: Double(divergence.epoch), in: rect), rect.maxX - 7)
    scene.frame.put("\(scene.frame.theme.glyphs.table.diverged) \(divergence.epoch)", x: x, y: rect.y, .alarm, .bold)
  }
}

extension Shell {
  /// The chart of the run so far.
  func lossChart(in rect: Rect) -> Chart {
    let history = snapshot?.history ?? []
    let train = history.map { Chart.Point($0.position, $0.train) }
    let test = history.compactMap { point in point.test.map { Chart.Point(point.position, $0) } }
    return Chart.losses(train: train, test: test, cursor: lossMoment(in: rect))
  }

  /// The epoch that the pointer, or the keyboard, reads in the chart; nil while neither does.
  func lossMoment(in rect: Rect) -> Double? {
    let column: Int
    if attention.pointerMovedLast, attention.pointed == .loss, let pointer {
      column = pointer.x
    } else if !attention.pointerMovedLast, attention.focus == .loss, let readColumn {
      column = rect.x + min(readColumn, rect.width - 1)
    } else {
      return nil
    }
    let history = snapshot?.history ?? []
    let axis = TimeAxis(covering: history.last?.position ?? 0)
    let time = Chart(scale: .losses([]), time: axis, series: []).time(atColumn: column, in: rect)
    return time.map { min($0, history.last?.position ?? 0) }
  }

  /// The kept losses at or before a moment.
  func lossPoint(at moment: Double) -> LossPoint? {
    snapshot?.history.last { $0.position <= moment + 1e-9 } ?? snapshot?.history.first
  }
}
