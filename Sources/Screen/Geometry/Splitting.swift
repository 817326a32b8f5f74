/// Cutting a rectangle into the parts of a layout. What a part asks for beyond the rectangle it does not get: the
/// parts of a split never overlap and never leave the whole.
extension Rect {
  /// The first `count` rows, and the rest below `gap` empty ones.
  public func splitTop(_ count: Int, gap: Int = 0) -> (top: Rect, rest: Rect) {
    let head = min(max(0, count), height)
    let start = min(height, head + gap)
    return (
      Rect(x: x, y: y, width: width, height: head),
      Rect(x: x, y: y + start, width: width, height: height - start)
    )
  }

  /// The last `count` rows, and the rest above `gap` empty ones.
  public func splitBottom(_ count: Int, gap: Int = 0) -> (rest: Rect, bottom: Rect) {
    let tail = min(max(0, count), height)
    return (
      Rect(x: x, y: y, width: width, height: height - tail - gap),
      Rect(x: x, y: maxY - tail, width: width, height: tail)
    )
  }

  /// The first `count` columns, and the rest to the right of `gap` empty ones.
  public func splitLeft(_ count: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let head = min(max(0, count), width)
    let start = min(width, head + gap)
    return (
      Rect(x: x, y: y, width: head, height: height),
      Rect(x: x + start, y: y, width: width - start, height: height)
    )
  }

  /// The last `count` columns, and the rest to the left of `gap` empty ones.
  public func splitRight(_ count: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
    let tail = min(max(0, count), width)
    return (
      Rect(x: x, y: y, width: width - tail - gap, height: height),
      Rect(x: maxX - tail, y: y, width: tail, height: height)
    )
  }

  /// The one row `index` rows below the top (negative: counted from the bottom); empty where there is no such row.
  public func row(_ index: Int) -> Rect {
    Rect(x: x, y: index < 0 ? maxY + index : y + index, width: width, height: 1).intersection(self)
  }

  /// `count` columns of equal width with `gap` columns between them; what does not divide goes to the first ones.
  public func columns(_ count: Int, gap: Int = 0) -> [Rect] {
    guard count > 0 else { return [] }
    let room = max(0, width - gap * (count - 1))
    var left = x
    return (0..<count).map { index in
      let share = room / count + (index < room % count ? 1 : 0)
      defer { left += share + gap }
      return Rect(x: left, y: y, width: share, height: height).intersection(self)
    }
  }
}
