/// A canvas of dots, two by four to the cell, as braille has them.
///
/// A stroke takes the cells it enters: it clears what weaker strokes left there, so that crossings stay clean.
public struct DotCanvas: Sendable {
  public let size: Size
  /// Bit `2·row + column` of a cell is the dot in that row (0–3) and column (0–1).
  private(set) var dots: [UInt8]
  private(set) var styles: [Style]
  /// The last stroke that entered a cell.
  private var owners: [Int32]
  private var stroke: Int32 = 0

  /// An empty canvas of `size` cells.
  public init(_ size: Size) {
    self.size = size
    dots = Array(repeating: 0, count: size.width * size.height)
    styles = Array(repeating: Style(.terminal), count: dots.count)
    owners = Array(repeating: 0, count: dots.count)
  }

  /// How many dots stand side by side, and how many one above the other.
  public var dotWidth: Int { size.width * 2 }
  public var dotHeight: Int { size.height * 4 }

  /// Begins a stroke; with `knockingOut` it will clear the cells it enters.
  mutating func begin(knockingOut: Bool) {
    if knockingOut { stroke += 1 }
  }

  /// Sets a dot of the stroke begun last; beyond the edges it is lost.
  mutating func dot(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
    let cell = (y >> 2) * size.width + x >> 1
    if owners[cell] != stroke {
      owners[cell] = stroke
      dots[cell] = 0
    }
    styles[cell] = style
    dots[cell] |= 1 << UInt8(2 * (y & 3) + x & 1)
  }

  /// Sets single dots without clearing anything.
  public mutating func dot(at point: Point, _ style: Style) {
    guard point.x >= 0, point.y >= 0, point.x < dotWidth, point.y < dotHeight else { return }
    let cell = (point.y >> 2) * size.width + point.x >> 1
    styles[cell] = style
    dots[cell] |= 1 << UInt8(2 * (point.y & 3) + point.x & 1)
  }
}
