import Screen

/// What stands round the body of a room, in a window of 60×18 cells and more: the title above it, and below it what explains.
struct RoomFrame: Equatable {
  /// The window, taken for at least 60×18.
  let size: Size
  let window: WindowClass
  let title: Rect
  /// The first row under the title that is written on.
  let headings: Int
  let explain: Rect
  /// The row of the rule above what explains; nil in a small window.
  let rule: Int?

  init(_ size: Size) {
    self.size = Size(max(60, size.width), max(18, size.height))
    window = WindowClass(self.size)
    let isRoomy = window != .small
    title = Rect(x: 0, y: 0, width: self.size.width, height: 1)
    headings = isRoomy ? 2 : 1
    let rows = isRoomy ? 2 : 1
    explain = Rect(
      x: window.margin, y: self.size.height - (isRoomy ? 4 : 2), width: self.size.width - 2 * window.margin,
      height: rows)
    rule = isRoomy ? explain.y - 1 : nil
  }

  var isRoomy: Bool { window != .small }
  /// The columns of the body.
  var columns: Range<Int> { explain.columns }
}

extension RoomFrame {
  /// The title row and what explains.
  func draw(_ shell: Shell, _ explanation: Explanation, in scene: inout Scene) {
    TitleRow(title: shell.title, rect: title).draw(in: &scene)
    drawExplanation(shell, explanation, in: &scene)
  }

  /// What explains alone, for a room with a title of its own.
  func drawExplanation(_ shell: Shell, _ explanation: Explanation, in scene: inout Scene) {
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: explain, rule: rule).draw(in: &scene)
  }
}
