import Screen

/// Where each panel of the room inside a network stands, for a window of 60×18 cells and more.
///
/// From left to right as the data go: the picture, the maps of some layers, the answers. Below the picture one place.
struct InsideLayout: Equatable {
  let frame: RoomFrame
  /// The picture, twice as wide as high.
  let picture: Rect
  /// The room of the layers' maps.
  let maps: Rect
  /// What is said of one place, its heading in the row above.
  let place: Rect
  /// The answers: a list beside the maps, or one row in a small window.
  let answers: Rect
  /// The losses, with a heading in the row above.
  let chart: Rect

  /// Columns that a layer's maps take at least.
  private static let leastColumns = 22

  init(_ size: Size) {
    frame = RoomFrame(size)
    let (size, isRoomy, left, right) = (frame.size, frame.isRoomy, frame.columns.lowerBound, frame.columns.upperBound)
    let (top, end) = (frame.headings + (isRoomy ? 2 : 1), size.height - (isRoomy ? 6 : 3))
    let rows = frame.window == .large && end - top >= 46 ? 28 : min(14, end - top - 5)
    picture = Rect(x: left, y: top, width: 2 * rows, height: rows)
    let x = picture.maxX + 3
    if isRoomy {
      let columns = frame.window == .large ? 34 : 22
      answers = Rect(x: right - columns, y: top, width: columns, height: rows)
      maps = Rect(columns: x..<answers.x - 2, rows: top..<end)
      place = Rect(columns: picture.x..<picture.maxX + 1, rows: picture.maxY + 2..<end)
      chart = Rect(columns: answers.columns, rows: answers.maxY + 2..<min(end, answers.maxY + 16))
    } else {
      maps = Rect(columns: x..<right, rows: picture.rows)
      place = Rect(x: left, y: picture.maxY + 1, width: right - left, height: 1)
      answers = place.moved(0, 2)
      chart = place.moved(0, 3)
    }
  }

  /// The columns of the layers whose maps are shown: the current one, the one before it, and what has room beside them.
  func columns(of layers: Int, around current: Int) -> [(layer: Int, rect: Rect)] {
    let count = max(1, min(layers, (maps.width + 2) / (Self.leastColumns + 2)))
    let first = max(0, min(current - (count > 1 ? 1 : 0), layers - count))
    let width = (maps.width + 2) / count - 2
    return (0..<count).map {
      (first + $0, Rect(x: maps.x + $0 * (width + 2), y: maps.y, width: width, height: maps.height))
    }
  }
}
