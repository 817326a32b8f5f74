import Playground
import Screen

/// The losses and accuracies of a run along its epochs, and what is read of them.
struct RunCurves {
  /// The losses kept, oldest first.
  var history: [LossPoint] = []
  /// Those of the run before, on the same data; empty where there was none.
  var former: [LossPoint] = []
  /// The losses of now; nil where there are none.
  var train: Double?
  var validation: Double?
  var test: Double?
  /// The share of right answers in the test now; nil for regression.
  var testAccuracy: Double?
  /// Where the run is to stop: an epoch, a loss; and where its validation loss was lowest.
  var stops: [Chart.Mark] = []
  /// Where the run broke down, if it did.
  var divergence: Divergence?
  /// Which column of a chart is read; nil while none is.
  var readColumn: ReadColumn?
  /// Whether the charts' headings wear the accent.
  var isCurrent = false

  /// A column that is read.
  enum ReadColumn {
    /// The pointer's, counted from the window's left edge.
    case pointed(Int)
    /// The keyboard's, counted from the chart's left edge.
    case focused(Int)
  }

  /// The epoch that is read in a chart at `rect`; nil while none is.
  func moment(in rect: Rect) -> Double? {
    let column: Int
    switch readColumn {
    case .pointed(let place)?: column = place
    case .focused(let place)?: column = rect.x + min(place, rect.width - 1)
    case nil: return nil
    }
    let end = history.last?.position ?? 0
    let chart = Chart(scale: .losses([], rows: 1), time: TimeAxis(covering: end), series: [])
    return chart.time(atColumn: column, in: rect).map { min($0, end) }
  }

  /// The kept losses at or before a moment.
  func point(at moment: Double) -> LossPoint? {
    history.last { $0.position <= moment + 1e-9 } ?? history.first
  }

  /// Where the cursor stands: at the losses that are read, so that the line marks what the text says.
  private func cursor(in rect: Rect) -> Double? { moment(in: rect).map { point(at: $0)?.position ?? $0 } }

  /// The chart of the losses.
  func losses(in rect: Rect) -> Chart {
    let train = history.map { Chart.Point($0.position, $0.train) }
    let test = history.compactMap { point in point.test.map { Chart.Point(point.position, $0) } }
    let validation = history.compactMap { point in point.validation.map { Chart.Point(point.position, $0) } }
    var chart = Chart.losses(
      train: train, validation: validation, test: test, rows: rect.height, cursor: cursor(in: rect))
    chart.marks = stops
    return chart
  }

  /// The chart of the shares of right answers.
  func accuracies(in rect: Rect) -> Chart {
    let train = history.compactMap { point in point.trainAccuracy.map { Chart.Point(point.position, $0) } }
    let test = history.compactMap { point in point.testAccuracy.map { Chart.Point(point.position, $0) } }
    let validation = history.compactMap { point in point.validationAccuracy.map { Chart.Point(point.position, $0) } }
    let best = test.map(\.value).max() ?? train.map(\.value).max() ?? 0
    return Chart(
      scale: .accuracies(best: best), time: TimeAxis(covering: history.last?.position ?? 0),
      series: [Chart.Series(train, .dim)] + (validation.isEmpty ? [] : [Chart.Series(validation, .accent)]) + [
        Chart.Series(test, .strong)
      ], cursor: cursor(in: rect))
  }
}

extension Shell {
  /// The curves of the run in play; the pointer or the keyboard reads them.
  var curves: RunCurves {
    var curves = RunCurves()
    curves.history = snapshot?.history ?? []
    curves.former = snapshot?.formerHistory ?? []
    curves.train = snapshot?.train?.loss
    curves.validation = snapshot?.validation?.loss
    curves.test = snapshot?.test?.loss
    curves.testAccuracy = snapshot?.test?.accuracy
    curves.stops = stopMarks + (snapshot?.best.map { [.time(Double($0.epoch))] } ?? [])
    curves.divergence = divergence
    curves.isCurrent = isMarked(.loss)
    if attention.pointerMovedLast, attention.pointed == .loss {
      curves.readColumn = pointer.map { .pointed($0.x) }
    } else if !attention.pointerMovedLast, attention.focus == .loss {
      curves.readColumn = readColumn.map { .focused($0) }
    }
    return curves
  }
}
