import Screen

/// A list of values, the chosen one marked, each with a sentence.
struct PickerList: Drawable {
  let picker: Picker
  /// The row under the pointer.
  let lit: Int?

  func draw(in scene: inout Scene) {
    let labels = picker.items.map(\.label.count).max() ?? 0
    let sentences = picker.items.map(\.sentence.count).max() ?? 0
    let most = (scene.besides?.width ?? scene.frame.size.width - 2) - 6
    let width = max(30, labels + 4, min(most, labels + 4 + sentences))
    let height = min(picker.items.count, scene.panelRows)
    let room = scene.openPanel(
      Size(width, height), title: picker.title, note: picker.takesTyping ? "or type a number" : "")
    // A list longer than its room scrolls so that the chosen line stays inside.
    let first = max(0, min(picker.selected - height / 2, picker.items.count - height))
    for (row, index) in (first..<min(picker.items.count, first + height)).enumerated() {
      let item = picker.items[index]
      let y = room.y + row
      if index == lit { scene.frame.fill(Rect(x: room.x - 1, y: y, width: room.width + 2, height: 1), .lift) }
      scene.frame.choice(item.label, isChosen: index == picker.selected, x: room.x, y: y)
      let x = room.x + labels + 4
      scene.frame.put(scene.frame.shortened(item.sentence, to: room.maxX - x), x: x, y: y, .dim)
      scene.mark(Rect(x: room.x, y: y, width: room.width, height: 1), as: .row(index))
    }
  }
}
