import Course
import Playground
import Screen

/// The lecture room's screen: the step at the left, the experiment it sets at the right.
struct LectureScreen: Drawable {
  let shell: Shell
  let lecture: OpenLecture
  /// The room of the pictures, where the data are some.
  let digits: DigitsRoom?
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    if let enlarged = shell.enlarged {
      return ZoomScreen(shell: shell, explanation: explanation, enlarged: enlarged).draw(in: &scene)
    }
    let layout = shell.layout(lecture: true)
    TitleRow(title: shell.title, rect: layout.title).draw(in: &scene)
    if layout.window == .small { drawSmall(layout, &scene) } else { drawWide(layout, &scene) }
    if shell.showsImages {
      if let digits { LecturePictures(shell: shell, room: digits, layout: layout).draw(in: &scene) }
    } else if shell.shows(.output) {
      OutputPanel(
        picture: shell.outputPicture(), rect: layout.output, headings: layout.headings, axes: layout.outputAxes
      ).draw(in: &scene)
    }
    if shell.shows(.loss), !shell.showsImages { drawLoss(layout, &scene) }
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: layout.explain, rule: layout.rule).draw(
      in: &scene)
  }

  private func drawLoss(_ layout: PlaygroundLayout, _ scene: inout Scene) {
    shell.runPanel(
      heading: Rect(x: layout.loss.x, y: layout.lossHeading, width: layout.loss.width, height: 1), rect: layout.loss,
      showsAxis: layout.lossAxis != nil
    ).draw(in: &scene)
  }

  private func drawWide(_ layout: PlaygroundLayout, _ scene: inout Scene) {
    let columns = layout.lectureColumns
    scene.frame.put(
      scene.frame.shortened(lecture.lecture.title, to: columns.width), x: columns.left, y: 2, .strong, .bold)
    ControlsPanel(controls: shell.controls, layout: layout).draw(in: &scene)
    drawHeading(x: columns.left, y: layout.headings, width: columns.width, &scene)
    let text = Rect(
      x: columns.left, y: layout.headings + 3, width: columns.width,
      height: (layout.rule ?? shell.size.height) - 1 - layout.headings - 3)
    drawText(in: text, &scene)
    scene.frame.uprightRule(
      x: columns.right + 3, y: layout.headings, height: (layout.rule ?? shell.size.height) - layout.headings - 1)
    OutputUnitPanel(
      shell, x: layout.features.x, y: layout.lossHeading,
      width: layout.loss.x - PlaygroundLayout.axisColumns - layout.features.x - 2
    )?.draw(in: &scene)
    if !shell.showsImages, shell.shows(.network) || shell.divergence != nil {
      shell.networkSection(layout, onlyUsed: lecture.showsUsedFeaturesOnly).draw(in: &scene)
    }
  }

  private func drawSmall(_ layout: PlaygroundLayout, _ scene: inout Scene) {
    let width = layout.output.x - 3 - layout.features.x - (layout.window == .small ? 3 : 0)
    drawHeading(x: 1, y: 1, width: width, title: true, &scene)
    let isHigh = shell.size.height >= 22
    let showsUnits = isHigh && !shell.hidden.isEmpty && !shell.showsImages && shell.shows(.network)
    let unit = isHigh ? OutputUnitPanel(shell, x: 1, y: layout.lossHeading, width: width) : nil
    let showsStrip = isHigh && LecturePictures.showsStrip(shell)
    let bottom = showsUnits || unit != nil || showsStrip ? layout.lossHeading - 1 : layout.explain.y
    drawText(in: Rect(x: 1, y: 3, width: width, height: bottom - 3), &scene)
    if showsUnits { drawUnits(layout, width: width, &scene) }
    unit?.draw(in: &scene)
  }

  private func drawHeading(x: Int, y: Int, width: Int, title: Bool = false, _ scene: inout Scene) {
    let end = scene.frame.put("LECTURE", x: x, y: y, .accent, .bold)
    let place = "\(lecture.step + 1) of \(lecture.lecture.steps.count)"
    let start = scene.frame.put(title ? place : "step " + place, endingAt: x + width, y: y, .dim)
    if title {
      scene.frame.put(scene.frame.shortened(lecture.lecture.title, to: start - end - 4), x: end + 2, y: y, .dim)
    }
    scene.frame.progress(lecture.step + 1, of: lecture.lecture.steps.count, x: x, y: y + 1, width: width)
  }

  /// The step's text from where it is scrolled to; the last row says when there is more.
  private func drawText(in rect: Rect, _ scene: inout Scene) {
    let lines = LectureText(shell: shell, open: lecture, width: rect.width, glyphs: scene.frame.theme.glyphs).lines
    let first = max(0, min(lecture.scroll, lines.count - rect.height))
    scene.mark(rect, as: .lectureText)
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      scene.frame.clipped(to: rect) { $0.put(line.spans, x: rect.x, y: rect.y + row) }
      if let choice = line.choice {
        scene.mark(Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1), as: .choice(choice))
      }
    }
    if first + rect.height < lines.count {
      scene.frame.fill(Rect(x: rect.x, y: rect.maxY - 1, width: rect.width, height: 1))
      scene.frame.put("Down: \(lines.count - first - rect.height + 1) more lines", x: rect.x, y: rect.maxY - 1, .dim)
    }
  }

  /// In a small window the first layer stands in a row, with its weights into the output.
  private func drawUnits(_ layout: PlaygroundLayout, width: Int, _ scene: inout Scene) {
    guard let network = shell.network, let units = network.architecture.hidden.last,
      network.architecture.hidden == shell.hidden.compactMap(\.units)
    else { return }
    let layer = network.architecture.hidden.count - 1
    let y = layout.lossHeading
    let end = scene.frame.heading("LAYER \(layer + 1)", x: 1, y: y)
    if width > 36 { scene.frame.put("and its weights into the output", x: end + 2, y: y, .dim) }
    let pitch = max(8, min(11, width / max(1, units)))
    for unit in 0..<min(units, width / pitch) {
      let x = 1 + unit * pitch
      if let map = shell.snapshot?.maps?.hidden[safe: layer]?[safe: unit] {
        let picture = Picture(width: map.size.width, height: map.size.height, values: map.values).resampled(
          width: 6, height: 6)
        scene.frame.paint(picture, x: x, halfRow: (y + 1) * 2)
      }
      let target = Target.unit(layer: layer, unit: unit)
      scene.mark(Rect(x: x, y: y + 1, width: 6, height: 3), as: target)
      let weight = Double(network.weight(layer: layer + 1, unit: 0, source: unit))
      scene.frame.put([Span(Number.signed(weight), Number.role(weight), .bold)], x: x, y: y + 4)
      if shell.attention.current == target { scene.frame.frame(x: x, halfRow: (y + 1) * 2, width: 6, height: 6) }
    }
  }
}
