/// The square that one place of a map looks at, in rows and columns of what comes before; it may reach over the edge,
/// where zeros stand.
public struct Window: Hashable, Sendable {
  /// Its rows, counted from the first of the picture.
  public let rows: Range<Int>
  /// Its columns, counted from the first of the picture.
  public let columns: Range<Int>

  /// A window on these rows and columns.
  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

extension Architecture {
  /// Where a place of a layer looks; nil for a layer that has no windows.
  public func window(of layer: Int, row: Int, column: Int) -> Window? {
    let (top, left, size): (Int, Int, Int)
    switch layers[layer] {
    case .convolution(_, let side, let padding, _, _):
      let border = padding == .same ? side / 2 : 0
      (top, left, size) = (row - border, column - border, side)
    case .maximumPool(let side): (top, left, size) = (row * side, column * side, side)
    case .dense, .custom: return nil
    }
    return Window(rows: top..<top + size, columns: left..<left + size)
  }
}
