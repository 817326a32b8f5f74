import Playground
import Screen

/// Where a lecture plays with pictures: the parts of the digits room that the step asks for, beside its text.
///
/// Above, a picture and what the network says of it: the pad where the step asks for it, and what the network sees; or what
/// each output looks for. Below, pictures of the test and how the losses went.
struct LecturePictures: Drawable {
  let shell: Shell
  let room: DigitsRoom
  let layout: PlaygroundLayout

  /// Rows below the pictures: a gap, a heading, and what stands under it.
  private static let rowsBelow = 11
  private static let leastAnswers = 14
  /// Columns of the losses, their labels left of them.
  private static let charts = 34

  /// Whether a small window gives some rows to pictures of the test.
  static func showsStrip(_ shell: Shell) -> Bool { shell.showsImages && shell.shows(.digits) }

  private var showsTemplates: Bool { shell.stepAsks(for: .templates) && TemplatesPanel.fits(shell) }
  private var showsPad: Bool { shell.shows(.pad) && (!showsTemplates || shell.stepAsks(for: .pad)) }

  func draw(in scene: inout Scene) {
    if layout.window == .small { drawSmall(in: &scene) } else { drawWide(in: &scene) }
  }

  // MARK: - Wide windows

  private func drawWide(in scene: inout Scene) {
    let left = layout.features.x
    let right = layout.output.maxX
    let top = layout.headings + 2
    let end = (layout.rule ?? shell.size.height) - 1
    let most = min(end - top - Self.rowsBelow, (right - left - 4 - Self.leastAnswers) / 4)
    let height = most >= 28 ? 28 : most >= 14 ? 14 : max(4, most)
    let first = Rect(x: left, y: top, width: 2 * height, height: height)
    let second = first.moved(first.width + 2, 0)
    if showsPad { pad(first).draw(in: &scene) } else { seen(first).draw(in: &scene) }
    if let divergence = shell.divergence {
      let rect = Rect(columns: second.x..<right, rows: first.rows)
      DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
    } else {
      if showsTemplates {
        TemplatesPanel(shell: shell, rect: second, heading: layout.headings).draw(in: &scene)
      } else if showsPad {
        seen(second).draw(in: &scene)
      }
      let x = showsTemplates || showsPad ? second.maxX + 2 : second.x
      if shell.shows(.output) { answers(Rect(columns: x..<min(right, x + 60), rows: first.rows)).draw(in: &scene) }
    }
    drawBelow(Rect(columns: left..<right, rows: first.maxY + 1..<end), in: &scene)
  }

  /// Pictures of the test, or what is taken for what; and the losses.
  private func drawBelow(_ rect: Rect, in scene: inout Scene) {
    let plot = Rect(
      columns: rect.maxX - Self.charts + PlaygroundLayout.axisColumns..<rect.maxX, rows: rect.y + 1..<rect.maxY - 1)
    if shell.shows(.loss), plot.height >= 3 {
      shell.runPanel(
        heading: Rect(columns: plot.columns, rows: rect.y..<rect.y + 1), rect: plot, showsAxis: true
      ).draw(in: &scene)
    }
    let strip = Rect(columns: rect.x..<rect.maxX - Self.charts - 2, rows: rect.y + 1..<rect.maxY)
    let classes = shell.snapshot?.test?.confusion?.count ?? 0
    if shell.stepAsks(for: .confusion), strip.height > classes, strip.width >= 2 + 3 * classes {
      ConfusionPanel(
        shell: shell, rect: Rect(x: strip.x, y: strip.y, width: 2 + 3 * classes, height: classes + 1), columns: 3
      ).draw(in: &scene)
    } else if shell.shows(.digits) {
      TestPictures(
        shell: shell, gallery: room.gallery, strip: strip, slots: DigitsLayout.slots(in: strip, isRoomy: true),
        heading: rect.y
      ).draw(in: &scene)
    }
  }

  // MARK: - Small windows

  private func drawSmall(in scene: inout Scene) {
    let rect = layout.output
    if let divergence = shell.divergence {
      DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
    } else if showsTemplates {
      TemplatesPanel(shell: shell, rect: rect, heading: layout.headings).draw(in: &scene)
    } else if showsPad {
      pad(rect).draw(in: &scene)
    } else {
      seen(rect).draw(in: &scene)
    }
    let below = Rect(columns: rect.x..<rect.maxX, rows: layout.lossHeading..<layout.explain.y)
    if shell.shows(.output) { drawAnswers(in: below, &scene) }
    guard Self.showsStrip(shell), shell.size.height >= 22 else { return }
    let strip = Rect(columns: 1..<rect.x - 3, rows: layout.lossHeading + 1..<layout.explain.y)
    TestPictures(
      shell: shell, gallery: room.gallery, strip: strip, slots: DigitsLayout.slots(in: strip, isRoomy: false),
      heading: layout.lossHeading
    ).draw(in: &scene)
  }

  /// The answers in as many columns as they need.
  private func drawAnswers(in rect: Rect, _ scene: inout Scene) {
    let count = shell.pictureClassNames.count
    let columns = max(1, (count + rect.height - 1) / max(1, rect.height))
    let width = (rect.width + 2) / columns
    for column in 0..<columns {
      var panel = answers(Rect(x: rect.x + column * width, y: rect.y, width: width - 2, height: rect.height))
      panel.part = min(count, column * rect.height)..<min(count, (column + 1) * rect.height)
      panel.draw(in: &scene)
    }
  }

  // MARK: - Panels

  private func pad(_ rect: Rect) -> PadPanel {
    PadPanel(shell: shell, room: room, rect: rect, headings: layout.headings)
  }

  private func seen(_ rect: Rect) -> SeenPanel {
    SeenPanel(shell: shell, rect: rect, headings: layout.headings)
  }

  private func answers(_ rect: Rect) -> AnswersPanel {
    let longest = shell.pictureClassNames.map(\.count).max() ?? 1
    return AnswersPanel(
      shell: shell, rect: rect, labelColumns: min(longest, max(1, rect.width / 3), 10),
      headings: layout.headings)
  }
}
