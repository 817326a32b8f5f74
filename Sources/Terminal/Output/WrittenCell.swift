import Screen

/// What is really written for a cell: the last gate before the terminal.
///
/// Text from outside must not move the cursor, and a glyph that takes other room than its cells would push the rest of
/// its row aside; such glyphs become `?`.
struct WrittenCell: Equatable {
  let glyph: Unicode.Scalar
  let accent: Unicode.Scalar?
  /// 2 if the glyph stands in the next cell too.
  let columns: Int

  /// `next` is the cell on the right, `nil` at the edge.
  init(_ cell: Cell, before next: Cell?) {
    let width = WrittenCell.width(cell.glyph)
    let hasRoom = next?.isCovered ?? false
    switch width {
    case 1:
      glyph = cell.glyph
      columns = 1
    case 2 where hasRoom:
      glyph = cell.glyph
      columns = 2
    default:
      glyph = cell.isCovered ? " " : "?"
      columns = 1
    }
    if let accent = cell.accent, glyph == cell.glyph, WrittenCell.width(accent) == 0 {
      self.accent = accent
    } else {
      self.accent = nil
    }
  }

  /// The columns a glyph takes; `nil` if it is none, but a command.
  private static func width(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20..<0x7f: 1
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029: nil
    default: scalar.columns
    }
  }
}

extension Frame {
  /// Calls `draw` for each cell, row by row, that differs from what stands there; for all of them without `old`.
  ///
  /// Cells covered by a wide glyph on their left are left out.
  func forEachChange(since old: Frame?, _ draw: (_ x: Int, _ y: Int, Cell, WrittenCell) -> Void) {
    let comparable = old?.size == size ? old : nil
    for y in 0..<size.height {
      let row = y * size.width..<(y + 1) * size.width
      if let comparable, comparable.cells[row] == cells[row] { continue }
      var isCovered = false
      for index in row {
        if isCovered {
          isCovered = false
          continue
        }
        let cell = cells[index]
        let next = index + 1 < row.upperBound ? cells[index + 1] : nil
        if let comparable, comparable.cells[index] == cell, !(next?.isCovered ?? false) { continue }
        let drawable = WrittenCell(cell, before: next)
        isCovered = drawable.columns == 2
        draw(index - row.lowerBound, y, cell, drawable)
      }
    }
  }
}
