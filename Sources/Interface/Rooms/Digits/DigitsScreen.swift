import Playground
import Screen

/// The digits room's screen: pad, what the network sees and says; below, test pictures, mistakes and curves.
struct DigitsScreen: Drawable {
  let shell: Shell
  let room: DigitsRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
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
      SeenPanel(shell: shell, room: room, rect: layout.seen, headings: layout.headings).draw(in: &scene)
      if let units = layout.units {
        LoudestUnits(shell: shell, room: room, units: units, answers: answersPanel(layout), headings: layout.headings)
          .draw(in: &scene)
      }
      answersPanel(layout).draw(in: &scene)
    }
    TestPictures(shell: shell, strip: layout.strip, slots: layout.slots, heading: layout.lowerHeadings).draw(in: &scene)
    if let confusion = layout.confusion {
      ConfusionPanel(shell: shell, rect: confusion, columns: layout.confusionColumns).draw(in: &scene)
    }
    drawCharts(layout, in: &scene)
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: layout.explain, rule: layout.rule).draw(
      in: &scene)
  }

  private func answersPanel(_ layout: DigitsLayout) -> AnswersPanel {
    AnswersPanel(
      shell: shell, room: room, rect: layout.answers, labelColumns: layout.answerLabels, headings: layout.headings)
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
      SeenPanel(shell: shell, room: room, rect: layout.seen, headings: layout.headings).draw(in: &scene)
    }
    let rect = Rect(columns: left..<layout.answers.maxX, rows: layout.pad.y..<layout.pad.maxY)
    DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
  }
}
