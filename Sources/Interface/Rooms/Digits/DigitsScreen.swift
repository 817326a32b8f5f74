import Playground
import Screen

/// The digits room's screen: pad, what the network sees and says; below, test pictures, mistakes and curves.
struct DigitsScreen: Drawable {
  let shell: Shell
  let room: DigitsRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    if room.showsWeights { return WeightSheet(shell: shell, explanation: explanation).draw(in: &scene) }
    if shell.isZoomed { return DigitsZoom(shell: shell, room: room, explanation: explanation).draw(in: &scene) }
    let layout = shell.digitsLayout
    TitleRow(title: shell.title, rect: layout.title).draw(in: &scene)
    if layout.window != .small {
      ControlsPanel(controls: shell.controls, layout: PlaygroundLayout(shell.size)).draw(in: &scene)
    }
    PadPanel(shell: shell, room: room, rect: layout.pad, headings: layout.headings).draw(in: &scene)
    if let divergence = shell.divergence {
      drawDivergence(divergence, layout, in: &scene)
    } else {
      SeenPanel(shell: shell, rect: layout.seen, headings: layout.headings).draw(in: &scene)
      if let units = layout.units {
        LoudestUnits(shell: shell, units: units, answers: answersPanel(layout), headings: layout.headings).draw(
          in: &scene)
      }
      answersPanel(layout).draw(in: &scene)
      if let reading = shell.reading {
        LayerStacks(shell: shell, reading: reading, slots: smallStacks(layout)).draw(in: &scene)
      }
    }
    TestPictures(
      shell: shell, gallery: room.gallery, strip: layout.strip, slots: layout.slots, heading: layout.lowerHeadings
    ).draw(in: &scene)
    if let confusion = layout.confusion {
      ConfusionPanel(shell: shell, rect: confusion, columns: layout.confusionColumns).draw(in: &scene)
    }
    drawCharts(layout, in: &scene)
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: layout.explain, rule: layout.rule).draw(
      in: &scene)
  }

  private func answersPanel(_ layout: DigitsLayout) -> AnswersPanel {
    let stacks = smallStacks(layout).isEmpty ? 0 : Self.stackRows
    let rect = Rect(columns: layout.answers.columns, rows: layout.answers.y + stacks..<layout.answers.maxY)
    return AnswersPanel(shell: shell, rect: rect, labelColumns: layout.answerLabels, headings: layout.headings)
  }

  /// Rows that stacks of maps take above the answers: pictures, shapes and a gap.
  private static let stackRows = 4

  /// Where the layers' stacks of maps stand if there are no columns for them: above the answers.
  private func smallStacks(_ layout: DigitsLayout) -> [Rect] {
    let layers = shell.reading?.mapLayers ?? 0
    let rect = layout.answers
    guard layers > 0, layout.units == nil, rect.height >= shell.pictureClassNames.count + Self.stackRows else {
      return []
    }
    let pitch = max(4, rect.width / min(4, layers))
    return (0..<min(4, layers)).map { Rect(x: rect.x + $0 * pitch, y: rect.y, width: min(6, pitch - 1), height: 2) }
  }

  /// The loss comes first: its cells are the ones in which a moment is looked up.
  private func drawCharts(_ layout: DigitsLayout, in scene: inout Scene) {
    func heading(above chart: Rect) -> Rect {
      Rect(columns: layout.chartColumns, rows: chart.y - 1..<chart.y)
    }
    shell.runPanel(
      heading: heading(above: layout.loss), rect: layout.loss, showsAxis: layout.showsTime,
      showsLabels: layout.showsTime
    ).draw(in: &scene)
    AccuracyPanel(
      curves: shell.curves, heading: heading(above: layout.accuracy), rect: layout.accuracy,
      showsLabels: layout.showsTime
    ).draw(in: &scene)
  }

  /// What happened, in the place of what the network would say.
  private func drawDivergence(_ divergence: Divergence, _ layout: DigitsLayout, in scene: inout Scene) {
    let left = layout.window == .small ? layout.seen.x : layout.seen.maxX + 2
    if layout.window != .small {
      SeenPanel(shell: shell, rect: layout.seen, headings: layout.headings).draw(in: &scene)
    }
    let rect = Rect(columns: left..<layout.answers.maxX, rows: layout.pad.y..<layout.pad.maxY)
    DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
  }
}
