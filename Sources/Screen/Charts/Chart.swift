/// Values over time: the loss or the accuracy of a run.
public struct Chart: Sendable {
  /// A value at a time, usually an epoch.
  public struct Point: Hashable, Sendable {
    /// How far training had come, in the unit of the time axis: epochs.
    public var time: Double
    /// The quantity then, such as a loss or an accuracy; NaN or infinite where there is none.
    public var value: Double

    /// The value at a time.
    public init(_ time: Double, _ value: Double) {
      self.time = time
      self.value = value
    }
  }

  /// One line. Points follow each other in time; a value that is not a number leaves a gap.
  public struct Series: Hashable, Sendable {
    /// The values in the order of their times, at any distances.
    public var points: [Point]
    /// What the line stands for, and so its colour.
    public var role: Role

    /// A line through points that are sorted by time.
    public init(_ points: [Point], _ role: Role) {
      self.points = points
      self.role = role
    }

    /// The last value at or before a time; `nil` before the first. Found by bisection.
    public func value(at time: Double) -> Double? {
      var low = 0
      var high = points.count
      while low < high {
        let middle = (low + high) / 2
        if points[middle].time <= time { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? points[low - 1].value : nil
    }
  }

  /// How values become heights: what stands at the bottom and at the top of the plot.
  public var scale: ChartScale
  /// How times become columns: from 0 at the left to its end at the right.
  public var time: TimeAxis
  /// Drawn in this order: training first, validation if there is one, test last.
  public var series: [Series]
  /// The time that is pointed at; `nil` without one.
  public var cursor: Double?
  /// Where something is to happen.
  public var marks: [Mark] = []

  /// A chart of series on two axes that the caller chose; a cursor marks one time.
  public init(scale: ChartScale, time: TimeAxis, series: [Series], cursor: Double? = nil) {
    self.scale = scale
    self.time = time
    self.series = series
    self.cursor = cursor
  }

  /// The chart of a run's losses: training in the colour of text, validation in the accent's, test in the strongest, both
  /// axes grown to hold them.
  ///
  /// - Parameter rows: the rows of the plot it will be drawn in.
  public static func losses(
    train: [Point], validation: [Point] = [], test: [Point], rows: Int, cursor: Double? = nil
  ) -> Chart {
    let latest = max(train.last?.time ?? 0, test.last?.time ?? 0)
    let held = validation.isEmpty ? [] : [Series(validation, .accent)]
    return Chart(
      scale: .losses((train + validation + test).lazy.map(\.value), rows: rows), time: TimeAxis(covering: latest),
      series: [Series(train, .text)] + held + [Series(test, .strong)], cursor: cursor)
  }

  /// The time that column `x` of the screen stands for; `nil` beside the plot.
  public func time(atColumn x: Int, in plot: Rect) -> Double? {
    guard plot.columns.contains(x) else { return nil }
    return plot.width > 1 ? Double(x - plot.x) / Double(plot.width - 1) * time.end : 0
  }

  /// The column of the screen where a time stands; times beyond the axis stand at its ends.
  public func column(of moment: Double, in plot: Rect) -> Int {
    plot.x + Int((min(1, max(0, moment / time.end)) * Double(max(0, plot.width - 1))).rounded())
  }

  /// The row of the screen where a value stands; values beyond the scale stand at its ends.
  public func row(of value: Double, in plot: Rect) -> Int {
    let dot = (1 - scale.share(value)) * Double(max(0, plot.height * 4 - 1))
    // The dot that a line is drawn with, four to a row: a label stands beside its line.
    return plot.y + min(plot.height - 1, Int(dot.rounded()) / 4)
  }

  /// What each series says at a time, in their order; `nil` for one that begins later.
  public func reading(at moment: Double) -> [Double?] { series.map { $0.value(at: moment) } }
}
