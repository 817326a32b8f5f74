import Datasets
import Playground
import Screen

/// The room of the perceptron: the plane with the samples and the line at the left; at the right the sample that has its
/// turn, its sum, and the correction.
struct PerceptronScreen: Drawable {
  let shell: Shell
  let room: PerceptronRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    let layout = MapRoomLayout(shell.size)
    let points = room.points(shell)
    scene.frame.heading("PERCEPTRON", x: layout.map.x, y: layout.frame.headings, isCurrent: true)
    let right = room.training.now.rightCount(points)
    if !points.isEmpty {
      scene.frame.put(
        "right \(Number.count(right)) of \(Number.count(points.count))", endingAt: layout.map.maxX,
        y: layout.frame.headings,
        .dim)
    }
    drawMap(layout, in: &scene)
    if let point = room.current(shell) { drawSample(point, layout, in: &scene) }
    layout.frame.draw(shell, explanation, in: &scene)
  }

  // MARK: - The plane

  private func drawMap(_ layout: MapRoomLayout, in scene: inout Scene) {
    var picture = shell.outputPicture()
    (picture.answers, picture.probed, picture.cross) = (.none, nil, nil)
    (picture.isCurrent, picture.pointed, picture.staleEpoch) = (false, nil, nil)
    picture.showsTestSamples = false
    let (map, plane) = (layout.map, picture.plane(layout.map))
    scene.mark(map, as: .part(0))
    paintSides(map, plane, in: &scene)
    if let before = room.training.before { drawLine(before, map, plane, .dim, dash: 3, in: &scene) }
    drawLine(room.training.now, map, plane, .strong, dash: nil, in: &scene)
    scene.frame.samples(picture.marks, on: plane)
    if let point = room.current(shell), let cell = plane.cell(x1: point.x1, x2: point.x2) {
      let glyph = shell.classGlyph(point.label > 0 ? 1 : 0)
      scene.frame.cursor(glyph, x: cell.x, y: cell.y)
    }
    MapAxes(row: map.maxY).draw(picture, beside: map, in: &scene)
  }

  /// Where the answer is 1 the plane is of the one class's colour, where it is 0 of the other's, both pale.
  private func paintSides(_ map: Rect, _ plane: PlaneMap, in scene: inout Scene) {
    let perceptron = room.training.now
    let (width, height) = (map.width, map.height * 2)
    let (across, up) = (plane.x1.upperBound - plane.x1.lowerBound, plane.x2.upperBound - plane.x2.lowerBound)
    let sides = Picture(width: width, height: height) { x, y in
      let x1 = plane.x1.lowerBound + (Double(x) + 0.5) / Double(width) * across
      let x2 = plane.x2.upperBound - (Double(y) + 0.5) / Double(height) * up
      return perceptron.sum(LabelledPoint(x1: x1, x2: x2, label: 0)) >= 0 ? Self.paleness : -Self.paleness
    }
    scene.frame.paint(sides, x: map.x, halfRow: map.y * 2)
  }

  private static let paleness: Float = 0.6

  /// The line w·x + b = 0; where both weights are 0 there is none.
  private func drawLine(
    _ perceptron: HandPerceptron, _ map: Rect, _ plane: PlaneMap, _ role: Role, dash: Int?, in scene: inout Scene
  ) {
    let (w1, w2, b) = (perceptron.weights.x1, perceptron.weights.x2, perceptron.bias)
    guard w1 != 0 || w2 != 0 else { return }
    var canvas = DotCanvas(map.size)
    func dot(_ x1: Double, _ x2: Double) -> DotPoint {
      DotPoint(
        (x1 - plane.x1.lowerBound) / (plane.x1.upperBound - plane.x1.lowerBound) * Double(canvas.dotWidth) - 0.5,
        (plane.x2.upperBound - x2) / (plane.x2.upperBound - plane.x2.lowerBound) * Double(canvas.dotHeight) - 0.5)
    }
    // Steep lines are followed upwards, flat ones across.
    let ends: [DotPoint] =
      abs(w1) > abs(w2)
      ? [plane.x2.lowerBound, plane.x2.upperBound].map { dot(-(w2 * $0 + b) / w1, $0) }
      : [plane.x1.lowerBound, plane.x1.upperBound].map { dot($0, -(w1 * $0 + b) / w2) }
    canvas.stroke(ends, scene.frame.theme.style(role), pen: dash == nil ? .medium : .thin, dash: dash)
    scene.frame.draw(canvas, x: map.x, y: map.y, overMap: true)
  }

  // MARK: - The sample

  private func drawSample(_ point: LabelledPoint, _ layout: MapRoomLayout, in scene: inout Scene) {
    let training = room.training
    let asked = training.before ?? training.now
    let count = room.points(shell).count
    let (x, isRoomy) = (layout.side.x, layout.frame.isRoomy)
    scene.frame.heading(
      "SAMPLE \(Number.count(training.sample + 1)) OF \(Number.count(count))", x: x, y: layout.frame.headings)
    var y = layout.side.y
    func line(_ spans: [Span], blank: Bool = false) {
      guard y < layout.side.maxY else { return }
      scene.frame.put(scene.frame.shortenedAtWord(spans, to: layout.side.width), x: x, y: y)
      y += blank && isRoomy ? 2 : 1
    }
    let (target, error) = (HandPerceptron.target(point), asked.error(point))
    var spans: [Span] = [Span("x = (", .dim)]
    spans.number(point.x1)
    spans.dim(", ")
    spans.number(point.x2)
    spans.dim(")   it is ")
    spans.strong("\(shell.classSign(point.label > 0 ? 1 : 0))")
    line(spans)
    spans = [Span("t = \(Number.plain(target))", .strong)]
    line(spans, blank: true)
    line([Span("w·x + b", .strong)])
    spans = [Span("= ", .dim)]
    for (weight, value) in [(asked.weights.x1, point.x1), (asked.weights.x2, point.x2)] {
      spans.number(weight)
      spans.dim("·")
      spans.number(value)
      spans.dim(" ")
    }
    spans.number(asked.bias)
    line(spans)
    spans = [Span("= ", .dim)]
    spans.number(asked.sum(point))
    spans.dim(asked.sum(point) >= 0 ? " ≥ 0, so a = " : " < 0, so a = ")
    spans.strong(Number.plain(asked.answer(point)))
    line(spans, blank: true)
    if error == 0 {
      line([Span("Right: ", .strong, .bold), Span("nothing changes.", .text)], blank: true)
    } else {
      drawCorrection(asked, point, line)
    }
    spans = [
      Span("Pass \(Number.count(training.passes + 1)): ", .dim),
      Span("\(Number.count(training.mistakes)) mistake\(training.mistakes == 1 ? "" : "s")", .text),
    ]
    if let last = training.lastMistakes { spans.dim(", \(Number.count(last)) in the one before") }
    line(spans)
  }

  private func drawCorrection(_ asked: HandPerceptron, _ point: LabelledPoint, _ line: ([Span], Bool) -> Void) {
    let (rate, error) = (room.rate(shell), asked.error(point))
    let isDone = room.training.isCorrected
    line([Span("Wrong: ", .alarm, .bold), Span("w ← w + η (t − a) x", .strong)], false)
    let after = asked.corrected(by: point, rate: rate)
    let rows: [(String, Double, Double?, Double)] = [
      ("w₁", asked.weights.x1, point.x1, after.weights.x1), ("w₂", asked.weights.x2, point.x2, after.weights.x2),
      ("b ", asked.bias, nil, after.bias),
    ]
    for (name, before, factor, result) in rows {
      var spans: [Span] = [Span("\(name) = ", .dim)]
      spans.number(before)
      spans.dim(error > 0 ? " + \(Number.rate(rate))" : " − \(Number.rate(rate))")
      if let factor {
        spans.dim("·")
        spans.number(factor)
      }
      spans.dim(" = ")
      spans.append(Span(Number.signed(result), isDone ? .accent : .dim, isDone ? .bold : []))
      line(spans, name == "b ")
    }
  }
}
