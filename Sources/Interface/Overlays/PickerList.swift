import Screen

/// A list of values, the chosen one marked, each with a sentence.
struct PickerList: Drawable {
  let shell: Shell
  let picker: Picker

  func draw(in scene: inout Scene) {
    let labels = picker.items.map(\.label.count).max() ?? 0
    let sentences = picker.items.map(\.sentence.count).max() ?? 0
    let width = max(30, min(scene.frame.size.width - 8, labels + 4 + sentences))
    let height = min(picker.items.count, max(0, scene.frame.size.height - 6))
    let room = scene.openPanel(
      Size(width, height), title: picker.title, note: picker.takesTyping ? "or type a number" : "")
    // A list longer than its room scrolls so that the chosen line stays inside.
    let first = max(0, min(picker.selected - height / 2, picker.items.count - height))
    for (row, index) in (first..<min(picker.items.count, first + height)).enumerated() {
      let item = picker.items[index]
      let y = room.y + row
      scene.frame.choice(item.label, isChosen: index == picker.selected, x: room.x, y: y)
      let x = room.x + labels + 4
      scene.frame.put(scene.frame.shortened(item.sentence, to: room.maxX - x), x: x, y: y, .dim)
      scene.mark(Rect(x: room.x, y: y, width: room.width, height: 1), as: .row(index))
    }
  }
}

/// One line to be typed, and what was wrong with the last try.
struct PromptLine: Drawable {
  let prompt: Prompt

  func draw(in scene: inout Scene) {
    let width = min(64, scene.frame.size.width - 8)
    let lines = prompt.complaint.map { Paragraph($0).lines(width: width, glyphs: scene.frame.theme.glyphs) } ?? []
    let rows = 3 + Prompt.keyboard.count
    let room = scene.openPanel(Size(width, rows + (lines.isEmpty ? 0 : lines.count + 1)), title: prompt.title)
    scene.frame.rule(x: room.x, y: room.y + 1, width: room.width)
    scene.frame.field(prompt.text, cursor: prompt.text.unicodeScalars.count, x: room.x, y: room.y, width: room.width)
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

/// Something to be read.
struct MessageBox: Drawable {
  let message: Message

  func draw(in scene: inout Scene) {
    let width = min(72, scene.frame.size.width - 8)
    let lines = message.lines.flatMap {
      $0.isEmpty ? [[]] : Paragraph($0).lines(width: width, glyphs: scene.frame.theme.glyphs)
    }
    let room = scene.openPanel(Size(width, min(lines.count, max(0, scene.frame.size.height - 6))), title: message.title)
    for (row, line) in lines.prefix(room.height).enumerated() { scene.frame.put(line, x: room.x, y: room.y + row) }
  }
}
