import Screen

/// Where each panel stands in a room around one large map, for a window of 60×18 cells and more.
struct MapRoomLayout: Equatable {
  let frame: RoomFrame
  /// The map, twice as wide as high.
  let map: Rect
  /// What is said beside it.
  let side: Rect
  /// The losses along the run, their heading in the row above; empty where there is no room.
  let chart: Rect

  /// Rows of the chart at least.
  private static let chartRows = 4

  init(_ size: Size) {
    frame = RoomFrame(size)
    let (size, isRoomy, left, right) = (frame.size, frame.isRoomy, frame.columns.lowerBound, frame.columns.upperBound)
    let top = frame.headings + (isRoomy ? 2 : 1)
    // Below the map its axis and the legend.
    let end = size.height - (isRoomy ? 6 : 3) - 1
    let rows = min(end - top, size.width * 55 / 100 / 2)
    map = Rect(x: left + PlaygroundLayout.axisColumns, y: top, width: 2 * rows, height: rows)
    side = Rect(columns: map.maxX + 3..<right, rows: top..<end + 1)
    let chartTop = side.y + (isRoomy ? 18 : 13)
    let plot = Rect(
      columns: side.x + PlaygroundLayout.axisColumns..<right,
      rows: min(chartTop, side.maxY)..<max(chartTop, side.maxY - 1))
    chart = plot.height >= Self.chartRows ? plot : .zero
  }
}
