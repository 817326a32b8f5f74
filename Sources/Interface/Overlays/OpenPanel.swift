import Screen

extension Scene {
  /// The most rows that a panel has room for inside its margins.
  var panelRows: Int { max(0, (besides?.height ?? frame.size.height - 2) - 4) }

  /// Opens a panel of a size and returns the room inside its margins: beside what stays to be seen where it fits there,
  /// else in the middle of the screen.
  mutating func openPanel(_ wanted: Size, title: String, note: String = "") -> Rect {
    let whole = Rect(x: 0, y: 1, width: frame.size.width, height: frame.size.height - 2)
    let size = Size(wanted.width + 6, wanted.height + 4)
    let panel = besides.flatMap { size.fits(in: $0) ? $0.leading(size) : nil } ?? whole.centered(size)
    frame.fill(panel, .surface)
    if !frame.theme.depth.hasRamps { frame.box(panel) }
    frame.put(title.uppercased(), x: panel.x + 3, y: panel.y + 1, .accent, .bold)
    if !note.isEmpty { frame.put(note, endingAt: panel.maxX - 3, y: panel.y + 1, .dim) }
    return Rect(x: panel.x + 3, y: panel.y + 3, width: panel.width - 6, height: panel.height - 4)
  }
}

extension Frame {
  /// Rules round a panel, where its ground alone would not tell it from what it lies on.
  fileprivate mutating func box(_ panel: Rect) {
    for y in [panel.y, panel.maxY - 1] { rule(x: panel.x, y: y, width: panel.width, .dim) }
    for x in [panel.x, panel.maxX - 1] { uprightRule(x: x, y: panel.y + 1, height: panel.height - 2, .dim) }
  }
}

extension Size {
  fileprivate func fits(in rect: Rect) -> Bool { width <= rect.width && height <= rect.height }
}

extension Rect {
  /// A rectangle of a size at the left edge, in the middle of the height.
  fileprivate func leading(_ size: Size) -> Rect {
    Rect(x: x, y: y + (height - size.height) / 2, width: size.width, height: size.height)
  }
}
