import Playground
import Screen

extension RunCurves {
  /// The chart of the losses, with those of the run before in grey beneath them: did the change help?
  ///
  /// Where the run before went beyond the axes of this one, its line is left out.
  func lossesOverFormer(in rect: Rect) -> Chart {
    var chart = losses(in: rect)
    let points = former.prefix { $0.position <= chart.time.end }.map { point in
      let loss = point.test ?? point.train
      return Chart.Point(point.position, (0.001..<0.999).contains(chart.scale.share(loss)) ? loss : .nan)
    }
    if points.count > 1 { chart.series.insert(Chart.Series(points, .rule), at: 0) }
    return chart
  }
}
