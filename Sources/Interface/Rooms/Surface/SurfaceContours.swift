import Glibc
import Playground
import Screen

/// Lines of equal loss over the cells of a map, and where their numbers stand.
struct SurfaceContours {
  let dots: DotCanvas
  /// A number for each line that has room for one.
  let labels: [(place: Point, text: String)]

  /// Cells between two numbers, columns counted half, and how near the edges they may stand.
  private static let distance = 5
  private static let margin = 1
  /// Where nothing is measured yet.
  private static let unknown = -1

  /// The contours of a surface in a rectangle of cells.
  ///
  /// Method: between the pixels the height is interpolated along both axes; a dot lies on a line where its neighbour to
  /// the right or below is on the line's other side.
  init(_ surface: LossSurface, _ scale: SurfaceScale, size: Size, style: Style) {
    var canvas = DotCanvas(size)
    let (width, height) = (canvas.dotWidth, canvas.dotHeight)
    let heights = surface.losses.map(scale.height)
    let levels = scale.levels.map(scale.height)
    let side = surface.side
    func axis(_ count: Int) -> [(low: Int, high: Int, share: Double)] {
      (0..<count).map { dot in
        let place = min(Double(side - 1), max(0, (Double(dot) + 0.5) / Double(count) * Double(side) - 0.5))
        return (Int(place), min(side - 1, Int(place) + 1), place - place.rounded(.down))
      }
    }
    let (columns, rows) = (axis(width), axis(height))
    var above = [Int](repeating: 0, count: width * height)
    for (y, row) in rows.enumerated() {
      for (x, column) in columns.enumerated() {
        func level(_ row: Int) -> Double {
          let (left, right) = (heights[row * side + column.low], heights[row * side + column.high])
          return left + (right - left) * column.share
        }
        let (upper, lower) = (level(row.low), level(row.high))
        let value = upper + (lower - upper) * row.share
        above[y * width + x] = value.isNaN ? Self.unknown : levels.count { $0 <= value }
      }
    }
    var cells: [Int: [Point]] = [:]
    for y in 0..<height {
      for x in 0..<width {
        let here = above[y * width + x]
        let right = x + 1 < width ? above[y * width + x + 1] : here
        let below = y + 1 < height ? above[(y + 1) * width + x] : here
        let least = min(here, right, below)
        guard least != Self.unknown, here != right || here != below else { continue }
        canvas.dot(at: Point(x, y), style)
        cells[least, default: []].append(Point(x >> 1, y >> 2))
      }
    }
    dots = canvas
    labels = Self.labels(scale.levels.enumerated().map { ($1, cells[$0] ?? []) }, size)
  }

  /// For each line the cell that is farthest from the numbers of the others.
  private static func labels(_ lines: [(loss: Double, cells: [Point])], _ size: Size) -> [(place: Point, text: String)]
  {
    var placed: [(place: Point, text: String)] = []
    for (loss, cells) in lines {
      let text = Number.short(loss)
      let room = cells.filter { cell in
        cell.x >= margin && cell.y >= margin && cell.x + text.count + margin <= size.width
          && cell.y + margin < size.height
      }
      func distance(_ cell: Point) -> Int {
        placed.map { max(abs($0.place.x - cell.x) / 2, abs($0.place.y - cell.y)) }.min()
          ?? Self.distance + min(cell.x, size.width - cell.x)
      }
      if let best = room.max(by: { distance($0) < distance($1) }), distance(best) >= Self.distance {
        placed.append((best, text))
      }
    }
    return placed
  }
}
