/// A canvas of dots, two by four to the cell, as braille has them.
///
/// A stroke takes the cells it enters: it clears what weaker strokes left there, so that crossings stay clean.
public struct DotCanvas: Sendable {
  /// The dots of one cell, and what the last stroke through it looked like.
  struct DotCell: Sendable {
    /// Bit `2·row + column` is the dot in that row (0–3) and column (0–1).
    var dots: UInt8 = 0
    var style = Style(.terminal)
    /// The stroke that cleared the cell last.
    var owner: Int32 = 0
  }

  /// The canvas in cells; each has two dots across and four down.
  public let size: Size
  private(set) var cells: [DotCell]
  private var stroke: Int32 = 0

  /// An empty canvas of `size` cells.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: DotCell(), count: size.width * size.height)
  }

  /// How many dots stand side by side.
  public var dotWidth: Int { size.width * 2 }
  /// How many dots stand one above the other.
  public var dotHeight: Int { size.height * 4 }

  /// Begins a stroke; with `knockingOut` it will clear the cells it enters.
  mutating func begin(knockingOut: Bool) {
    if knockingOut { stroke += 1 }
  }

  /// Sets a dot of the stroke begun last; beyond the edges it is lost.
  mutating func dot(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
    let place = (y >> 2) * size.width + (x >> 1)
    var cell = cells[place]
    if cell.owner != stroke {
      cell.owner = stroke
      cell.dots = 0
    }
    cell.style = style
    cell.dots |= 1 << UInt8(2 * (y & 3) + (x & 1))
    cells[place] = cell
  }

  /// Gives a cell inside the canvas its dots, as `DotCell` numbers them.
  mutating func set(_ dots: UInt8, x: Int, y: Int, _ style: Style) {
    cells[y * size.width + x].dots = dots
    cells[y * size.width + x].style = style
  }

  /// Sets a single dot without clearing anything.
  public mutating func dot(at point: Point, _ style: Style) {
    guard point.x >= 0, point.y >= 0, point.x < dotWidth, point.y < dotHeight else { return }
    let place = (point.y >> 2) * size.width + (point.x >> 1)
    cells[place].style = style
    cells[place].dots |= 1 << UInt8(2 * (point.y & 3) + (point.x & 1))
  }
}
