import Screen

/// Where the matrices of a step stand, for a window of 60×18 cells and more: Wᵀ above Z and X left of it, so that the row
/// and the column of a product meet in its sum (Falk's scheme); A right of Z.
struct ForwardLayout: Equatable {
  let frame: RoomFrame
  /// The numbers of each matrix; names of rows stand left of it, names of columns in the row above.
  let x: Rect
  let weights: Rect
  let bias: Rect
  let z: Rect
  let a: Rect
  /// The sum, written out.
  let sum: Rect
  /// How many sources, units and rows are shown.
  let shown: (sources: Int, units: Int, rows: Int)

  /// Columns of a number with the blank before it, of the names left of X, and between two matrices.
  static let numberColumns = 6
  static let nameColumns = 7
  private static let gap = 3

  /// - Parameters:
  ///   - sources: of the layer.
  ///   - units: of the layer.
  ///   - rows: how many samples there are.
  init(_ size: Size, sources: Int, units: Int, rows: Int) {
    frame = RoomFrame(size)
    let (size, isRoomy, left, right) = (frame.size, frame.isRoomy, frame.columns.lowerBound, frame.columns.upperBound)
    let end = size.height - (isRoomy ? 6 : 2)
    let sumRows = isRoomy ? 5 : 3
    let lowest = end - sumRows
    // Across: X, Z and A side by side.
    let columns = (right - left - Self.nameColumns - 2 * Self.gap) / Self.numberColumns
    let across = min(sources, max(2, columns - 2 * min(units, columns / 4)))
    let each = max(1, min(units, (columns - across) / 2))
    // Down: Wᵀ, the bias, and the rows below, each under its names.
    let top = frame.headings + 2
    let room = lowest - 1 - top - 4
    let down = min(across, max(2, room / 2))
    let many = max(1, min(rows, room - down))
    shown = (down, each, many)
    let names = left + Self.nameColumns
    func matrix(_ x: Int, _ y: Int, _ columns: Int, _ rows: Int) -> Rect {
      Rect(x: x, y: y, width: columns * Self.numberColumns, height: rows)
    }
    let zx = names + down * Self.numberColumns + Self.gap
    weights = matrix(zx, top, each, down)
    bias = matrix(zx, top + down, each, 1)
    let rowsTop = top + down + 3
    x = matrix(names, rowsTop, down, many)
    z = matrix(zx, rowsTop, each, many)
    a = matrix(z.maxX + Self.gap, rowsTop, each, many)
    // Under the last row, with a row for its heading.
    sum = Rect(
      x: left, y: min(lowest, rowsTop + many + (isRoomy ? 3 : 2)), width: right - left,
      height: sumRows)
  }

  static func == (one: ForwardLayout, other: ForwardLayout) -> Bool {
    one.x == other.x && one.weights == other.weights && one.z == other.z && one.a == other.a && one.sum == other.sum
      && one.frame == other.frame && one.shown == other.shown
  }
}
