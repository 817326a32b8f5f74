import Screen

/// The map and the numbers as large as the window: for the last row of a class.
struct ZoomScreen: Drawable {
  let shell: Shell
  let explanation: Explanation
  var editor: PointEditor?

  /// The map: as large as the rows allow and at most 60 % of the columns.
  static func map(_ size: Size) -> Rect {
    let rows = max(4, min(size.height - 6, size.width * 60 / 100 / 2))
    return Rect(x: 2 + PlaygroundLayout.axisColumns, y: 2, width: rows * 2, height: rows)
  }

  func draw(in scene: inout Scene) {
    let size = shell.size
    TitleRow(title: shell.title, rect: Rect(x: 0, y: 0, width: size.width, height: 1)).draw(in: &scene)
    let map = Self.map(size)
    OutputPanel(picture: shell.outputPicture(editor), rect: map, headings: 1, axes: MapAxes(row: map.maxY)).draw(
      in: &scene)
    let x = map.maxX + 5
    let width = size.width - x - 2
    let test = shell.snapshot?.test?.loss ?? shell.snapshot?.train?.loss ?? 0
    let loss = Number.loss(test).replacing(" ", with: "")
    let scale = Frame.bigWidth(loss, scale: 2) <= width ? 2 : 1
    let bigRows = scale == 2 ? 5 : 3
    var y = 2
    scene.frame.heading(shell.snapshot?.test == nil ? "TRAIN LOSS" : "TEST LOSS", x: x, y: y)
    scene.frame.big(loss, x: x, y: y + 2, .strong, scale: scale)
    y += bigRows + 4
    if y + bigRows + 4 < size.height - 8 {
      scene.frame.heading("EPOCH", x: x, y: y)
      let epoch = "\(shell.snapshot?.epoch ?? 0)"
      let epochScale = Frame.bigWidth(epoch, scale: 2) <= width ? 2 : 1
      scene.frame.big(epoch, x: x, y: y + 2, .accent, scale: epochScale)
      y += bigRows + 4
    }
    let chart = Rect(x: x, y: y + 2, width: width, height: max(2, size.height - 5 - y - 2))
    LossPanel(
      curves: shell.curves, heading: Rect(x: x, y: y, width: width, height: 1),
      rect: Rect(x: chart.x + 5, y: chart.y, width: chart.width - 5, height: chart.height), showsAxis: true
    ).draw(in: &scene)
    ExplainPanel(
      explanation: explanation, notice: shell.notice,
      rect: Rect(x: 2, y: size.height - 2, width: size.width - 4, height: 1), rule: nil
    ).draw(
      in: &scene)
  }
}
