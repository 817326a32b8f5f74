import Screen

/// Writes changed cells past ncurses, with ANSI sequences, for terminals of 256 colours and more.
///
/// ncurses has 24-bit colours only under terminal descriptions that nobody has set (`xterm-direct`), and there only
/// 65,535 pairs; in 256 colours it says twice as much as is needed, and it cannot stop in the middle when a line is slow.
/// So it takes such a terminal and gives it back, but draws nothing: its picture of the screen stays blank.
package struct DirectPainter {
  /// How many colours the frame is made for.
  private var depth = ColorDepth.full
  /// What the terminal shows, as far as it was written.
  private var shown: Frame
  /// Whether cells were left as they are because nobody sees the difference.
  package private(set) var leftSlight = false
  /// Whether these are written too.
  private var isExact = true
  /// The row at which the next piece of the pictures begins, so that all come round.
  private var pictureRow = 0
  private var bytes: [UInt8] = []
  private var pen = Pen()
  private var cursor: Point?

  /// A painter for a cleared screen.
  package init(size: Size) { shown = Self.cleared(size) }

  /// The screen was cleared, and has this size now.
  package mutating func clear(_ size: Size) { shown = Self.cleared(size) }

  private static func cleared(_ size: Size) -> Frame {
    Frame(size, theme: Theme(.monochrome, paintsGround: false))
  }

  /// The bytes that bring the screen nearer to `frame`, whose part beyond the screen is cut; they begin and end with
  /// colours and styles at rest. None are left to write when it shows all of it.
  ///
  /// - Parameters:
  ///   - room: about how many bytes there may be. Where they do not suffice, letters and numbers go before pictures, and
  ///     the pictures follow row by row.
  ///   - exactly: `false` while pictures follow each other, of whose pixels a third change by less than is seen: these
  ///     are left for a calmer moment, and `leftSlight` tells that there are any.
  package mutating func paint(_ frame: Frame, room: Int = .max, exactly: Bool = true) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    depth = frame.theme.depth
    (pen, cursor, isExact, leftSlight) = (Pen(), nil, exactly, false)
    if room >= Self.wholeFrame {
      for y in 0..<shown.size.height { _ = paint(frame, row: y, room: room) { _, _ in true } }
    } else {
      paintPiece(frame, room: max(1, room))
    }
    pen.change(to: Pen(), depth: depth, in: &bytes)
    return bytes
  }

  /// More than a frame takes.
  private static let wholeFrame = 100_000

  private mutating func paintPiece(_ frame: Frame, room: Int) {
    for y in rowsByUrgency {
      guard paint(frame, row: y, room: room, { old, new in !Self.isPicture(old, new) }) else { return }
    }
    for _ in 0..<shown.size.height {
      guard paint(frame, row: pictureRow % shown.size.height, room: room, { _, _ in true }) else { return }
      pictureRow = (pictureRow + 1) % shown.size.height
    }
  }

  /// The title and the last rows first: there a key is answered.
  private var rowsByUrgency: [Int] {
    let rows = Array(0..<shown.size.height)
    let last = rows.suffix(Self.answeringRows)
    return Array(rows.prefix(1) + last.drop { $0 == 0 } + rows.dropLast(last.count).dropFirst())
  }

  /// The row of keys, and the rows that explain.
  private static let answeringRows = 4

  /// Whether a change is one of a picture: of pixels, dots and grounds, rather than of letters and their style.
  private static func isPicture(_ old: Cell, _ new: Cell) -> Bool {
    switch new.glyph.value {
    case 0x2580...0x259f, 0x2800...0x28ff: return true
    default: return old.glyph == new.glyph && old.foreground == new.foreground && old.attributes == new.attributes
    }
  }

  /// Writes what is meant of a row's changes; returns whether there was room for them.
  private mutating func paint(
    _ frame: Frame, row y: Int, room: Int, _ isMeant: (_ old: Cell, _ new: Cell) -> Bool
  ) -> Bool {
    if frame.size == shown.size {
      let row = y * shown.size.width..<(y + 1) * shown.size.width
      if frame.cells[row] == shown.cells[row] { return true }
    }
    var isCovered = false
    for x in 0..<shown.size.width {
      let (old, cell) = (shown[x, y], frame[x, y])
      let next = x + 1 < shown.size.width ? frame[x + 1, y] : nil
      defer { isCovered = WrittenCell(cell, before: next).columns == 2 }
      // What a wide glyph covers is written with it, and it is written again where it shall cover more or less.
      if isCovered && cell.isCovered
        || old == cell && next?.isCovered == (next == nil ? nil : shown[x + 1, y].isCovered)
      {
        continue
      }
      guard isMeant(old, cell) else { continue }
      if !isExact, old.differsSlightly(from: cell) {
        leftSlight = true
        continue
      }
      guard bytes.count < room else { return false }
      write(cell, before: next, at: Point(x, y))
    }
    return true
  }

  private mutating func write(_ cell: Cell, before next: Cell?, at place: Point) {
    let drawable = WrittenCell(cell, before: next)
    let halvesWideGlyph = drawable.columns == 1 && shown[place.x + 1, place.y].isCovered
    move(to: place)
    let (glyph, wanted) = look(of: cell, as: drawable)
    pen.change(to: wanted, depth: depth, in: &bytes)
    pen = wanted
    bytes.append(contentsOf: glyph.utf8)
    if let accent = drawable.accent { bytes.append(contentsOf: accent.utf8) }
    shown[place.x, place.y] = cell
    if drawable.columns == 2, let next { shown[place.x + 1, place.y] = next }
    // Terminals do different things to the other half: it is written in any case.
    if halvesWideGlyph { shown[place.x + 1, place.y] = Cell(Cell.covered) }
    // Terminals disagree about the width of what is not one plain glyph: the cursor is placed anew after it.
    cursor = drawable.columns == 1 && drawable.accent == nil ? Point(place.x + 1, place.y) : nil
  }

  /// How a cell is written with the fewest changes of the pen.
  private func look(of cell: Cell, as drawable: WrittenCell) -> (glyph: Unicode.Scalar, pen: Pen) {
    var wanted = Pen(foreground: cell.foreground, background: cell.background, attributes: cell.attributes)
    let shows: Attributes = [.underline, .reverse]
    if drawable.glyph == " ", drawable.accent == nil, cell.attributes.isDisjoint(with: shows) {
      // Of a blank nobody sees what it would be written with.
      wanted.foreground = pen.foreground
      wanted.attributes = pen.attributes.subtracting(shows)
      return (" ", wanted)
    }
    // A cell of two pixels can be written either way up; the terminal's own ground cannot stand in front.
    guard drawable.glyph == "▀" || drawable.glyph == "▄", cell.background != .terminal else {
      return (drawable.glyph, wanted)
    }
    let turned = Pen(foreground: cell.background, background: cell.foreground, attributes: cell.attributes)
    guard pen.colorChanges(to: turned) < pen.colorChanges(to: wanted) else { return (drawable.glyph, wanted) }
    return (drawable.glyph == "▀" ? "▄" : "▀", turned)
  }

  // MARK: The cursor

  private mutating func move(to place: Point) {
    defer { cursor = place }
    guard let cursor, cursor.y <= place.y else { return moveAnywhere(to: place) }
    if cursor == place { return }
    if cursor.y == place.y {
      if place.x < cursor.x || cursor.x >= shown.size.width { return moveAnywhere(to: place) }
      if !rewrite(cursor.x..<place.x, row: place.y) { moveRight(by: place.x - cursor.x) }
    } else if place.y - cursor.y <= (place.x == 0 ? 3 : 1) {
      bytes.append("\r")
      for _ in cursor.y..<place.y { bytes.append("\n") }
      moveRight(by: place.x)
    } else {
      moveAnywhere(to: place)
    }
  }

  private mutating func moveRight(by columns: Int) {
    if columns == 0 { return }
    bytes.append("\u{1b}[")
    if columns > 1 { bytes.append(columns) }
    bytes.append("C")
  }

  private mutating func moveAnywhere(to place: Point) {
    bytes.append("\u{1b}[")
    bytes.append(place.y + 1)
    if place.x > 0 {
      bytes.append(";")
      bytes.append(place.x + 1)
    }
    bytes.append("H")
  }

  /// Writes once more what stands between, where that is shorter than a move.
  private mutating func rewrite(_ columns: Range<Int>, row y: Int) -> Bool {
    guard columns.count <= 4 else { return false }
    var glyphs: [UInt8] = []
    for x in columns {
      let cell = shown[x, y]
      let drawable = WrittenCell(cell, before: nil)
      let (glyph, wanted) = look(of: cell, as: drawable)
      guard wanted == pen, drawable.accent == nil, !cell.isCovered, !shown[x + 1, y].isCovered else { return false }
      glyphs.append(contentsOf: glyph.utf8)
    }
    guard glyphs.count <= 4 else { return false }
    bytes += glyphs
    return true
  }
}
