/// A frame as areas and lines of colour: what its pictures are drawn from.
struct FrameShapes {
  /// A colour, 0…255.
  typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)

  let frame: Frame
  /// What the terminal's own text and ground are, where a theme leaves them.
  private let text: RGB
  private let ground: RGB

  init(_ frame: Frame) {
    self.frame = frame
    let isLight = frame.theme.name == .light
    text = isLight ? (0, 0, 0) : (229, 229, 229)
    ground = isLight ? (255, 255, 255) : (0, 0, 0)
  }

  /// The colours of a cell: what it is written in and what lies behind.
  func colors(of cell: Cell) -> (glyph: RGB, ground: RGB) {
    var (front, back) = (cell.foreground.components ?? text, cell.background.components ?? ground)
    if cell.attributes.contains(.reverse) { (front, back) = (back, front) }
    if cell.attributes.contains(.dim) { front = Self.mixed(front, back) }
    return (front, back)
  }

  private static func mixed(_ a: RGB, _ b: RGB) -> RGB {
    func mean(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Int(a) + Int(b)) / 2) }
    return (mean(a.red, b.red), mean(a.green, b.green), mean(a.blue, b.blue))
  }

  /// What a cell's character looks like, heavier if it is bold, underlined if it is that.
  func shape(of cell: Cell) -> GlyphShape {
    var shape = GlyphShape(cell.glyph)
    if cell.attributes.contains(.bold) { for index in shape.lines.indices { shape.lines[index].width *= 1.3 } }
    if cell.attributes.contains(.underline) { shape.lines.append(.init(points: [(0, 17.5), (10, 17.5)], width: 1)) }
    return shape
  }
}
