import Screen

/// The map, the network or the losses as large as the window: for the last row of a class.
struct ZoomScreen: Drawable {
  let shell: Shell
  let explanation: Explanation
  let enlarged: Enlarged
  var editor: PointEditor?

  /// The map: as large as the rows allow and at most 60 % of the columns.
  static func map(_ size: Size) -> Rect {
    let rows = max(4, min(size.height - 6, size.width * 60 / 100 / 2))
    return Rect(x: 2 + PlaygroundLayout.axisColumns, y: 2, width: rows * 2, height: rows)
  }

  func draw(in scene: inout Scene) {
    let size = shell.size
    TitleRow(title: shell.title, rect: Rect(x: 0, y: 0, width: size.width, height: 1)).draw(in: &scene)
    var explain = Rect(x: 2, y: size.height - 2, width: size.width - 4, height: 1)
    switch enlarged {
    case .map: drawMap(in: &scene)
    case .network:
      drawNetwork(in: &scene)
      explain = shell.layout().explain
    case .loss: drawLoss(in: &scene)
    }
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: explain, rule: nil).draw(in: &scene)
  }

  private func drawMap(in scene: inout Scene) {
    let size = shell.size
    let map = Self.map(size)
    OutputPanel(picture: shell.outputPicture(editor), rect: map, headings: 1, axes: MapAxes(row: map.maxY)).draw(
      in: &scene)
    let x = map.maxX + 5
    let width = size.width - x - 2
    var y = drawNumber(testLoss.title, testLoss.text, .strong, x: x, y: 2, width: width, in: &scene)
    let rows = y - 2
    if y + rows < size.height - 8 {
      y = drawNumber("EPOCH", "\(shell.snapshot?.epoch ?? 0)", .accent, x: x, y: y, width: width, in: &scene)
    }
    let axis = PlaygroundLayout.axisColumns
    shell.runPanel(
      heading: Rect(x: x, y: y, width: width, height: 1),
      rect: Rect(x: x + axis, y: y + 2, width: width - axis, height: max(2, size.height - 7 - y)), showsAxis: true
    ).draw(in: &scene)
  }

  private func drawNetwork(in scene: inout Scene) {
    let layout = shell.layout()
    shell.networkSection(layout).draw(in: &scene)
    OutputPanel(
      picture: shell.outputPicture(editor), rect: layout.output, headings: 1, axes: MapAxes(row: layout.outputAxis)
    )
    .draw(in: &scene)
    guard layout.loss.height >= 2 else { return }
    shell.runPanel(
      heading: Rect(x: layout.loss.x, y: layout.lossHeading, width: layout.loss.width, height: 1), rect: layout.loss,
      showsAxis: false
    ).draw(in: &scene)
  }

  private func drawLoss(in scene: inout Scene) {
    let size = shell.size
    let width = size.width - 4
    let left = drawNumber(testLoss.title, testLoss.text, .strong, x: 2, y: 2, width: width / 2, in: &scene)
    _ = drawNumber(
      "EPOCH", "\(shell.snapshot?.epoch ?? 0)", .accent, x: 2 + width / 2, y: 2, width: width / 2, in: &scene)
    let axis = PlaygroundLayout.axisColumns
    shell.runPanel(
      heading: Rect(x: 2, y: left, width: width, height: 1),
      rect: Rect(x: 2 + axis, y: left + 2, width: width - axis, height: max(2, size.height - 6 - left)), showsAxis: true
    ).draw(in: &scene)
  }

  private var testLoss: (title: String, text: String) {
    let loss = shell.snapshot?.test?.loss ?? shell.snapshot?.train?.loss ?? 0
    return (
      shell.snapshot?.test == nil ? "TRAIN LOSS" : "TEST LOSS", Number.loss(loss).replacing(" ", with: "")
    )
  }

  /// A number in large figures under its heading; returns the row below them.
  private func drawNumber(
    _ title: String, _ text: String, _ role: Role, x: Int, y: Int, width: Int, in scene: inout Scene
  ) -> Int {
    let scale = Frame.bigWidth(text, scale: 2) <= width ? 2 : 1
    scene.frame.heading(title, x: x, y: y)
    scene.frame.big(text, x: x, y: y + 2, role, scale: scale)
    return y + (scale == 2 ? 9 : 7)
  }
}
