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
    LectureColumn(shell, lecture).draw(in: &scene)
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

  /// In a small window what is under the text stands below it.
  private func drawSmall(_ layout: PlaygroundLayout, _ scene: inout Scene) {
    guard shell.size.height >= 22 else { return }
    LectureUnits(shell, layout)?.draw(in: &scene)
    OutputUnitPanel(shell, x: 1, y: layout.lossHeading, width: layout.output.x - 6 - layout.features.x)?.draw(
      in: &scene)
  }
}
