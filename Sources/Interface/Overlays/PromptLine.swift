import Screen

/// One line to be typed, and what was wrong with the last try.
struct PromptLine: Drawable {
  let prompt: Prompt

  func draw(in scene: inout Scene) {
    let width = min(64, scene.frame.size.width - 8)
    let lines = prompt.complaint.map { Paragraph($0).lines(width: width, glyphs: scene.frame.theme.glyphs) } ?? []
    let rows = 3 + Prompt.keyboard.count
    let room = scene.openPanel(Size(width, rows + (lines.isEmpty ? 0 : lines.count + 1)), title: prompt.title)
    scene.frame.rule(x: room.x, y: room.y + 1, width: room.width)
    scene.frame.field(
      prompt.text, cursor: prompt.text.unicodeScalars.count, isSelected: prompt.isSelected, x: room.x, y: room.y,
      width: room.width)
    for (row, line) in lines.enumerated() {
      scene.frame.put(line.map { Span($0.text, .alarm, $0.attributes) }, x: room.x, y: room.y + rows + 1 + row)
    }
    drawKeyboard(in: room, &scene)
  }

  /// Characters to be clicked, each two columns wide; a row's index says which, the last one erases.
  private func drawKeyboard(in room: Rect, _ scene: inout Scene) {
    var index = 0
    for (row, characters) in Prompt.keyboard.enumerated() {
      let y = room.y + 3 + row
      for (column, character) in characters.enumerated() where y < room.maxY {
        let x = room.x + 2 * column
        if x < room.maxX {
          scene.frame.put(String(character), x: x, y: y, .dim)
          scene.mark(Rect(x: x, y: y, width: 2, height: 1), as: .row(index + column))
        }
      }
      index += characters.count
    }
    let y = room.y + 3
    let x = scene.frame.put("erase", endingAt: room.maxX, y: y, .dim)
    scene.mark(Rect(x: x, y: y, width: room.maxX - x, height: 1), as: .row(index))
  }
}
