import Screen

extension Scene {
  /// A number on the last row of a picture, in as many digits as that has room for.
  mutating func answer(_ value: Double, in box: Rect) {
    guard box.width >= 4 else { return }
    let text = Number.signed(value, decimals: box.width == 4 ? 1 : 2, width: min(5, box.width))
    let x = box.x + (box.width - text.count) / 2
    frame.put([Span(text, Number.role(value), .bold)], x: x, y: box.maxY - 1, on: .ground)
  }
}
