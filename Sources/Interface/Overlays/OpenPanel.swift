import Screen

extension Scene {
  /// Opens a panel of a size in the middle of the screen and returns the room inside its margins.
  mutating func openPanel(_ wanted: Size, title: String, note: String = "") -> Rect {
    let whole = Rect(x: 0, y: 1, width: frame.size.width, height: frame.size.height - 2)
    let panel = whole.centered(Size(wanted.width + 6, wanted.height + 4))
    frame.fill(panel, .surface)
    frame.put(title.uppercased(), x: panel.x + 3, y: panel.y + 1, .accent, .bold)
    if !note.isEmpty { frame.put(note, endingAt: panel.maxX - 3, y: panel.y + 1, .dim) }
    return Rect(x: panel.x + 3, y: panel.y + 3, width: panel.width - 6, height: panel.height - 4)
  }
}
