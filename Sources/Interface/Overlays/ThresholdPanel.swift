import NeuralEngine
import Playground
import Screen

/// One class against the others: the ROC curve, a threshold that can be moved along it, and what comes of it.
struct ThresholdPanel: Drawable {
  let reading: ThresholdReading
  let rect: Rect
  /// Whether there are several classes to choose from.
  let canChoose: Bool

  static let size = Size(34, 18)
  private static let plotRows = 9
  private static let plotColumns = 28

  /// The cells of the curve in a panel.
  private var plot: Rect { Rect(x: rect.x + 5, y: rect.y + 1, width: Self.plotColumns, height: Self.plotRows) }

  func draw(in scene: inout Scene) {
    let end = scene.frame.heading("ROC", x: rect.x, y: rect.y)
    let word = canChoose ? "\(reading.name) against rest" : reading.name
    scene.frame.put(scene.frame.shortened(word, to: 17), x: end + 2, y: rect.y, .dim)
    let area = [Span("area ", .dim), Span(Number.fixed(reading.roc.area, decimals: 4), .strong, .bold)]
    scene.frame.put(area, endingAt: rect.maxX, y: rect.y)
    drawCurve(in: &scene)
    drawThreshold(in: &scene)
    drawCounts(in: &scene)
  }

  private func drawCurve(in scene: inout Scene) {
    let theme = scene.frame.theme
    var canvas = DotCanvas(plot.size)
    func place(_ point: ROC.Point) -> DotPoint {
      DotPoint(
        point.falsePositiveRate * Double(canvas.dotWidth - 1),
        (1 - point.truePositiveRate) * Double(canvas.dotHeight - 1))
    }
    let corners = [DotPoint(0, Double(canvas.dotHeight - 1)), DotPoint(Double(canvas.dotWidth - 1), 0)]
    canvas.stroke(corners, theme.style(.rule), knockingOut: false)
    canvas.stroke(reading.roc.points.map(place), theme.style(.accent))
    scene.frame.draw(canvas, x: plot.x, y: plot.y)
    let at = place(reading.point)
    let knob = Point(plot.x + Int(at.x / 2), plot.y + Int(at.y / 4))
    scene.frame.write(theme.glyphs.table.knob, x: knob.x, y: knob.y, theme.style(.strong).adding(.bold))
    for (row, label) in [(0, "1"), (Self.plotRows - 1, "0")] {
      scene.frame.put(label, endingAt: plot.x - 1, y: plot.y + row, .dim)
    }
    scene.frame.put("found", x: rect.x, y: plot.y + Self.plotRows / 2, .dim)
    scene.frame.put("0", x: plot.x, y: plot.maxY, .dim)
    scene.frame.put("false alarms", centeredIn: plot.columns, y: plot.maxY, .dim)
    scene.frame.put("1", endingAt: plot.maxX, y: plot.maxY, .dim)
    scene.mark(plot, as: .row(FiguresSheet.Row.curve.index))
  }

  private func drawThreshold(in scene: inout Scene) {
    let y = plot.maxY + 1
    scene.frame.slider(
      "threshold", value: Number.signed(Double(reading.threshold)), share: reading.share, x: rect.x, y: y,
      width: rect.width, .current)
    scene.mark(Rect(x: rect.x, y: y + 1, width: rect.width, height: 1), as: .row(FiguresSheet.Row.track.index))
  }

  /// What the threshold makes of the samples: four counts, and the shares that follow from them.
  private func drawCounts(in scene: inout Scene) {
    let figures = reading.point.figures
    let (first, second) = (rect.x + 21, rect.maxX)
    var y = plot.maxY + 3
    scene.frame.put("taken for it", endingAt: first, y: y, .dim)
    scene.frame.put("not", endingAt: second, y: y, .dim)
    let rows = [
      ("is it", figures.truePositives, figures.falseNegatives),
      ("is not", figures.falsePositives, figures.trueNegatives),
    ]
    for (name, taken, not) in rows {
      y += 1
      scene.frame.put(name, x: rect.x, y: y, .dim)
      scene.frame.put(Number.count(taken), endingAt: first, y: y, .strong)
      scene.frame.put(Number.count(not), endingAt: second, y: y, .strong)
    }
    let shares = [
      [("precision", figures.precision), ("recall", figures.recall)],
      [("F1", figures.f1), ("accuracy", figures.accuracy)],
    ]
    for pair in shares {
      y += 1
      for ((name, share), x) in zip(pair, [rect.x, rect.x + 19]) {
        let end = scene.frame.put(name, x: x, y: y, .dim)
        scene.frame.put(FiguresPage.share(share), x: end + 1, y: y, .strong)
      }
    }
  }
}

/// One class of the samples that are judged, told from the others at a threshold.
struct ThresholdReading {
  /// What the class is called.
  let name: String
  let roc: ROC
  /// From which output on a sample is taken for the class.
  let threshold: Float

  /// What the threshold leads to.
  var point: ROC.Point { roc.point(at: threshold) }
  /// Where it lies between the lowest and the highest output.
  var share: Double {
    let (low, high) = (Double(roc.range.lowerBound), Double(roc.range.upperBound))
    return high > low ? min(1, max(0, (Double(threshold) - low) / (high - low))) : 0
  }
}

extension Shell {
  /// A class told from the others at a threshold, nil being the one that the network's own answers have; nil where there
  /// are no classes, or samples of one class alone.
  func thresholdReading(of index: Int, at threshold: Float?) -> ThresholdReading? {
    guard let snapshot, let evaluation = snapshot.test ?? snapshot.train, let outputs = evaluation.outputs,
      snapshot.material.resolved.problem.classCount != nil
    else { return nil }
    let samples = snapshot.material.test ?? snapshot.material.train
    let width = samples.outputCount
    guard outputs.count == samples.count * width else { return nil }
    // One output tells the second class from the first.
    let (column, own) = width == 1 ? (0, 1) : (index, index)
    guard column < width else { return nil }
    let scores = (0..<samples.count).map { outputs[$0 * width + column] }
    guard let roc = ROC(scores: scores, isPositive: (0..<samples.count).map { samples.label($0) == own }) else {
      return nil
    }
    return ThresholdReading(name: className(own), roc: roc, threshold: threshold ?? samples.middle)
  }
}
