import Playground
import Screen

/// Where each part of the map of trainings stands, for a window of 60×18 cells and more.
struct AtlasLayout: Equatable {
  let frame: RoomFrame
  /// The row of the map's heading; what stands on the axes and when a training counts is in the first row.
  let heading: Int
  /// The map itself; the numbers of its rows stand to the left, those of its columns in the row below.
  let map: Rect
  /// What is known of one place, beside the map.
  let here: Rect

  /// Columns of a row's number, with the blank behind it.
  static let labelColumns = 6

  init(_ size: Size) {
    frame = RoomFrame(size)
    let (isRoomy, left, right) = (frame.isRoomy, frame.columns.lowerBound, frame.columns.upperBound)
    heading = isRoomy ? 4 : 2
    let (top, end) = (heading + (isRoomy ? 2 : 1), frame.explain.y - (isRoomy ? 4 : 3))
    let beside = isRoomy ? 36 : 25
    map = Rect(columns: left + Self.labelColumns..<right - beside - 2, rows: top..<end)
    here = Rect(columns: right - beside..<right, rows: heading..<frame.explain.y - 1)
  }
}

/// The cells of a map, each as many columns and rows of the screen as all have room for.
struct AtlasGrid: Equatable {
  /// The rectangle that the cells fill.
  let rect: Rect
  /// Columns and half rows of the screen that a cell takes.
  let width: Int
  let halfRows: Int
  private let columns: Int
  private let rows: Int

  init(_ atlas: Atlas, in room: Rect) {
    (columns, rows) = (atlas.columns.count, atlas.rows.count)
    width = max(1, min(6, room.width / columns))
    // Whole rows where there is room for them: terminals without half blocks show them too.
    halfRows = rows <= room.height ? 2 * min(4, room.height / rows) : 1
    let height = (rows * halfRows + 1) / 2
    rect = Rect(x: room.x, y: room.y, width: columns * width, height: min(height, room.height))
  }

  /// The cells of the screen that show a place.
  func rect(of cell: Atlas.Cell) -> Rect {
    let top = (rows - 1 - cell.row) * halfRows
    return Rect(
      x: rect.x + cell.column * width, y: rect.y + top / 2, width: width, height: max(1, halfRows / 2))
  }

  /// The place that a cell of the screen shows; nil beside the map.
  func cell(at point: Point) -> Atlas.Cell? {
    guard rect.contains(point) else { return nil }
    let row = rows - 1 - (point.y - rect.y) * 2 / halfRows
    return Atlas.Cell(column: min(columns - 1, (point.x - rect.x) / width), row: max(0, row))
  }
}
