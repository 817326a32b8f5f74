import Screen

/// The pad and the answer as large as the window: for the last row of a class.
struct DigitsZoom: Drawable {
  let shell: Shell
  let room: DigitsRoom
  let explanation: Explanation

  /// The pad: as large as the rows allow and at most 60 % of the columns.
  static func pad(_ size: Size) -> Rect {
    let rows = max(4, min(size.height - 5, size.width * 60 / 100 / 2))
    return Rect(x: 2, y: 2, width: rows * 2, height: rows)
  }

  func draw(in scene: inout Scene) {
    let size = shell.size
    TitleRow(title: shell.title, rect: Rect(x: 0, y: 0, width: size.width, height: 1)).draw(in: &scene)
    let pad = Self.pad(size)
    PadPanel(shell: shell, room: room, rect: pad, headings: 1).draw(in: &scene)
    let x = pad.maxX + 4
    let width = size.width - x - 2
    let names = shell.pictureClassNames
    let answersHeight = min(pad.height, names.count * 2 + 1)
    // What is left above the bars is for the answer in large figures, the higher the better.
    let above = pad.maxY - answersHeight - pad.y - 1
    let scale = (1...4).last { (5 * $0 + 1) / 2 <= above }
    if let scale { drawAnswer(x: x, y: pad.y, scale: scale, in: &scene) }
    let answers = Rect(
      x: x, y: pad.maxY - answersHeight, width: min(width, 60), height: answersHeight)
    AnswersPanel(
      shell: shell, rect: answers, labelColumns: min(10, names.map(\.count).max() ?? 1),
      headings: scale == nil ? 1 : answers.y - 1
    ).draw(in: &scene)
    let explain = Rect(x: 2, y: size.height - 2, width: size.width - 4, height: 1)
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: explain, rule: nil).draw(in: &scene)
  }

  private func drawAnswer(x: Int, y: Int, scale: Int, in scene: inout Scene) {
    let isDrawn = !room.pad.drawing.isEmpty
    scene.frame.heading(isDrawn ? "IT IS" : "TEST \(shell.pictureWord.uppercased())", x: x, y: 1)
    guard let reading = shell.reading, let name = shell.pictureClassNames[safe: reading.best] else { return }
    let role: Role = reading.isRight == false ? .alarm : .accent
    if name.allSatisfy(\.isNumber) {
      let end = scene.frame.big(name, x: x, y: y, role, scale: scale)
      if reading.isShare, let share = reading.answers[safe: reading.best] {
        scene.frame.put(Number.percent(share, decimals: 0), x: end, y: y + (5 * scale + 1) / 2 - 1, .strong, .bold)
      }
    } else {
      scene.frame.put(name, x: x, y: y, role, .bold)
    }
  }
}
