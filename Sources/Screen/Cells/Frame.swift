/// A screen as a value: what is drawn, compared, tested and shown.
///
/// Drawing outside the frame, or outside `clip`, does nothing: no caller has to guard its arithmetic.
public struct Frame: Sendable {
  /// How many columns and rows the frame has; it never changes.
  public private(set) var size: Size
  /// What roles, ramps and glyphs look like when they are drawn into this frame; it never changes.
  public private(set) var theme: Theme
  /// All `size.width × size.height` cells, row after row from the upper left.
  public private(set) var cells: [Cell]
  /// The part that drawing may change, in cells of the frame: all of it, but for the time of `clipped(to:_:)`.
  public private(set) var clip: Rect

  /// An empty frame on the theme's ground.
  public init(_ size: Size, theme: Theme = Theme()) {
    self.size = size
    self.theme = theme
    self.clip = Rect(size)
    self.cells = Array(repeating: .blank(theme.ground), count: size.width * size.height)
  }

  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`. Outside the frame there is ground; what is written outside `clip` is dropped.
  public subscript(x: Int, y: Int) -> Cell {
    get {
      guard x >= 0, x < size.width, y >= 0, y < size.height else { return .blank(theme.ground) }
      return cells[y * size.width + x]
    }
    set { place(newValue, x: x, y: y) }
  }

  /// Puts a cell in its place; half a wide character that this would leave behind becomes ground.
  mutating func place(_ cell: Cell, x: Int, y: Int) {
    guard x >= clip.x, x < clip.maxX, y >= clip.y, y < clip.maxY else { return }
    let index = y * size.width + x
    if cells[index].isCovered, !cell.isCovered, x > 0 { cells[index - 1] = .blank(cells[index - 1].background) }
    if x + 1 < size.width, cells[index + 1].isCovered { cells[index + 1] = .blank(cells[index + 1].background) }
    cells[index] = cell
  }

  /// Draws with everything outside `rect` left as it is.
  public mutating func clipped(to rect: Rect, _ draw: (inout Frame) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    draw(&self)
    clip = outer
  }

  /// Changes every cell inside `rect` that the clip allows.
  mutating func changeCells(in rect: Rect, _ change: (inout Cell) -> Void) {
    let area = rect.intersection(clip)
    for y in area.rows {
      for index in y * size.width + area.x..<y * size.width + area.maxX { change(&cells[index]) }
    }
  }
}

extension Frame: Equatable {
  /// Two frames are equal if a terminal would show the same.
  public static func == (left: Frame, right: Frame) -> Bool { left.size == right.size && left.cells == right.cells }
}
