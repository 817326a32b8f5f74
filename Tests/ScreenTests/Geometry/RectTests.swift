import Screen
import Testing

@Suite("Rectangles")
struct RectTests {
  let whole = Rect(x: 2, y: 3, width: 10, height: 6)

  @Test(
    "contain their own cells and no others",
    arguments: [
      (Point(2, 3), true), (Point(11, 8), true), (Point(12, 8), false), (Point(11, 9), false), (Point(1, 3), false),
    ])
  func containment(point: Point, isInside: Bool) {
    #expect(whole.contains(point) == isInside)
  }

  @Test(
    "meet in the cells that both have",
    arguments: [
      (Rect(x: 0, y: 0, width: 4, height: 4), Rect(x: 2, y: 3, width: 2, height: 1)),
      (Rect(x: 11, y: 8, width: 9, height: 9), Rect(x: 11, y: 8, width: 1, height: 1)),
      (Rect(x: 12, y: 3, width: 4, height: 4), Rect(x: 12, y: 3, width: 0, height: 4)),
    ])
  func intersection(other: Rect, common: Rect) {
    #expect(whole.intersection(other) == common)
    #expect(whole.intersects(other) == !common.isEmpty)
  }

  @Test("are never inside out")
  func negativeMeasures() {
    #expect(Rect(x: 1, y: 1, width: -3, height: 2).isEmpty)
    #expect(whole.inset(6, 0).width == 0)
  }

  @Test("split into parts that do not overlap and fill the whole", arguments: [0, 1, 4, 6, 40])
  func splits(count: Int) {
    let rows = whole.splitTop(count, gap: 1)
    #expect(rows.top.height == min(count, 6))
    #expect(rows.rest.y == min(9, 3 + count + 1))
    #expect(rows.rest.maxY == whole.maxY)
    #expect(!rows.top.intersects(rows.rest))

    let columns = whole.splitRight(count, gap: 2)
    #expect(columns.right.maxX == whole.maxX)
    #expect(columns.rest.width == max(0, 10 - min(count, 10) - 2))
    #expect(!columns.rest.intersects(columns.right))
    #expect(whole.contains(columns.rest) && whole.contains(columns.right))
  }

  @Test("share their width between columns, the first ones getting what is left over")
  func columns() {
    let widths = whole.columns(3, gap: 1).map(\.width)
    #expect(widths == [3, 3, 2])
    #expect(whole.columns(3, gap: 1).map(\.x) == [2, 6, 10])
    #expect(whole.columns(20, gap: 1).allSatisfy { whole.contains($0) })
  }

  @Test("name their rows from the top and from the bottom")
  func rows() {
    #expect(whole.row(0).y == 3)
    #expect(whole.row(-1).y == 8)
    #expect(whole.row(6).isEmpty)
  }
}
