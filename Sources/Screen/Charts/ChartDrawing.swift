extension Frame {
  /// Draws a chart into `plot`; labels go into the five columns left of it, the time axis into the row below.
  ///
  /// - Parameter unit: the word in the middle of the time axis; `nil` leaves the axis out.
  public mutating func chart(_ chart: Chart, in plot: Rect, unit: String? = "epoch", showsLabels: Bool = true) {
    guard !plot.isEmpty else { return }
    if showsLabels { chartLabels(chart, in: plot) }
    switch theme.glyphs {
    case .full: dotChart(chart, in: plot)
    case .blocks: columnChart(chart, in: plot)
    case .console, .ascii: pointChart(chart, in: plot)
    }
    chartMarks(chart, in: plot)
    if let unit { timeAxis(chart, in: plot, unit: chart.cursor == nil ? unit : "") }
    if let cursor = chart.cursor { chartCursor(chart, at: cursor, in: plot, showsTime: unit != nil) }
  }

  /// Labels at the heights they stand for; where two fall into one row, the upper one stays.
  private mutating func chartLabels(_ chart: Chart, in plot: Rect) {
    var lastRow = -1
    for (value, label) in chart.scale.ticks {
      let row = chart.row(of: value, in: plot)
      if row != lastRow { put(" " + label + " ", endingAt: plot.x, y: row, .dim, on: .ground) }
      lastRow = row
    }
  }

  private mutating func timeAxis(_ chart: Chart, in plot: Rect, unit: String) {
    put("0", x: plot.x, y: plot.maxY, .dim)
    if plot.width >= 24 { put(unit, centeredIn: plot.columns, y: plot.maxY, .dim) }
    put(chart.time.label, endingAt: plot.maxX, y: plot.maxY, .dim)
  }

  /// Lines of dots over a dotted grid. Where two lines share a cell both keep their dots, since the gap between them is
  /// what is looked for.
  private mutating func dotChart(_ chart: Chart, in plot: Rect) {
    var canvas = DotCanvas(plot.size)
    func height(_ value: Double) -> Double { (1 - chart.scale.share(value)) * Double(canvas.dotHeight - 1) }
    if theme.depth.hasRamps {
      let style = theme.style(.faint)
      for tick in chart.scale.ticks {
        let y = Int(height(tick.value).rounded())
        for x in stride(from: 0, to: canvas.dotWidth, by: 2) { canvas.dot(at: Point(x, y), style) }
      }
    }
    canvas.begin(knockingOut: true)
    for (number, series) in chart.series.enumerated() {
      let isDashed = theme.depth == .none && number + 1 < chart.series.count
      for line in series.lines() {
        let points = line.map { point in
          DotPoint(point.time / chart.time.end * Double(canvas.dotWidth - 1), height(point.value))
        }
        canvas.stroke(Chart.thinned(points), theme.style(series.role), knockingOut: false, dash: isDashed ? 2 : nil)
      }
    }
    draw(canvas, x: plot.x, y: plot.y)
  }

  /// Without braille: the last series as columns in eighths of a cell, the ones before it as the points above them.
  private mutating func columnChart(_ chart: Chart, in plot: Rect) {
    let table = theme.glyphs.table
    guard let last = chart.series.last else { return }
    for x in plot.columns {
      guard let time = chart.time(atColumn: x, in: plot) else { continue }
      if let value = last.shown(at: time) {
        let eighths = max(1, Int((chart.scale.share(value) * Double(plot.height * 8)).rounded()))
        for row in 0..<(eighths + 7) / 8 {
          let level = table.levels[min(8, eighths - row * 8) - 1]
          let isTop = (row + 1) * 8 >= eighths
          write(level, x: x, y: plot.maxY - 1 - row, theme.style(isTop ? last.role : .rule))
        }
      }
      for series in chart.series.dropLast() {
        guard let value = series.shown(at: time) else { continue }
        let row = chart.row(of: value, in: plot)
        if self[x, row].glyph == " " { write(table.trainPoint, x: x, y: row, theme.style(series.role)) }
      }
    }
  }

  /// Where there are no dots and no eighths: a point a column.
  private mutating func pointChart(_ chart: Chart, in plot: Rect) {
    let table = theme.glyphs.table
    for (number, series) in chart.series.enumerated() {
      let glyph = number + 1 == chart.series.count ? table.testPoint : table.trainPoint
      for x in plot.columns {
        guard let time = chart.time(atColumn: x, in: plot), let value = series.shown(at: time) else { continue }
        write(glyph, x: x, y: chart.row(of: value, in: plot), theme.style(series.role))
      }
    }
  }

  /// An upright line through the time that is pointed at, and the time below it.
  private mutating func chartCursor(_ chart: Chart, at moment: Double, in plot: Rect, showsTime: Bool) {
    guard moment.isFinite else { return }
    let column = chart.column(of: moment, in: plot)
    let style = theme.style(.accent)
    let values = chart.series.compactMap { $0.value(at: moment) }.filter(\.isFinite)
    let rows = Set(values.map { chart.row(of: $0, in: plot) })
    for y in plot.rows where !rows.contains(y) { write(theme.glyphs.table.verticalRule, x: column, y: y, style) }
    guard showsTime else { return }
    let label = Number.count(Int(moment))
    let start = min(plot.maxX - label.count, max(plot.x, column - label.count / 2))
    fill(Rect(x: start - 1, y: plot.maxY, width: label.count + 2, height: 1))
    put(label, x: start, y: plot.maxY, .accent, .bold)
  }
}

extension Chart.Series {
  /// The stretches of the series between values that are not numbers.
  fileprivate func lines() -> [ArraySlice<Chart.Point>] {
    points.split { !$0.value.isFinite }
  }

  /// The value at a time, unless the series has ended before it or the value is no number.
  fileprivate func shown(at time: Double) -> Double? {
    guard let last = points.last, time <= last.time, let value = value(at: time), value.isFinite else { return nil }
    return value
  }
}

extension Chart {
  /// Points that would fall onto the dot of their predecessor are left out: a long run has thousands of them.
  fileprivate static func thinned(_ points: [DotPoint]) -> [DotPoint] {
    var kept: [DotPoint] = []
    for point in points {
      if let last = kept.last, abs(point.x - last.x) < 0.5, abs(point.y - last.y) < 0.5 { continue }
      kept.append(point)
    }
    if let last = points.last, kept.last != last { kept.append(last) }
    return kept
  }
}
