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
  }

  @Test("are never inside out")
  func negativeMeasures() {
    #expect(Rect(x: 1, y: 1, width: -3, height: 2).isEmpty)
    #expect(whole.inset(6, 0).width == 0)
  }
}
