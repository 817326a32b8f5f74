import Datasets
import Testing

/// Strokes as they are drawn, taken back and rubbed out; and the pad's own picture of them.
struct DrawingTests {
  private func point(_ x: Double, _ y: Double) -> PenPoint { PenPoint(x: x, y: y) }

  @Test("a pen that goes down, moves and lifts leaves strokes; the last can be taken back")
  func strokes() {
    var drawing = Drawing()
    drawing.continueStroke(to: point(1, 1))
    drawing.continueStroke(to: point(1, 1))
    drawing.continueStroke(to: point(2, 1))
    drawing.beginStroke(at: point(5, 5))
    #expect(drawing.strokes == [[point(1, 1), point(2, 1)], [point(5, 5)]])
    drawing.undoStroke()
    #expect(drawing.strokes == [[point(1, 1), point(2, 1)]])
    drawing.clear()
    drawing.undoStroke()
    #expect(drawing.isEmpty)
  }

  @Test(
    "rubbing out cuts strokes where the circle lies",
    arguments: [
      // Through the middle of a long line: two parts, ending on the circle.
      ([[0.0, 0, 10, 0]], [5.0, 0], 1.0, [[0, 0, 4, 0], [6, 0, 10, 0]]),
      // Over an end.
      ([[0, 0, 10, 0]], [0, 0], 2, [[2, 0, 10, 0]]),
      // Over everything.
      ([[0, 0, 1, 0], [0.5, 0.5]], [0.5, 0], 3, []),
      // Beside it.
      ([[0, 0, 10, 0]], [5, 3], 2, [[0, 0, 10, 0]]),
      // Over a corner.
      ([[0, 0, 4, 0, 4, 4]], [4, 0], 1, [[0, 0, 3, 0], [4, 1, 4, 4]]),
      // Over a point within a line of three.
      ([[0, 0, 5, 0, 10, 0]], [5, 0], 1, [[0, 0, 4, 0], [6, 0, 10, 0]]),
    ] as [([[Double]], [Double], Double, [[Double]])])
  func erase(strokes: [[Double]], centre: [Double], radius: Double, left: [[Double]]) {
    func drawn(_ strokes: [[Double]]) -> [[PenPoint]] {
      strokes.map { stroke in stride(from: 0, to: stroke.count, by: 2).map { point(stroke[$0], stroke[$0 + 1]) } }
    }
    var drawing = Drawing(strokes: drawn(strokes))
    drawing.erase(around: point(centre[0], centre[1]), radius: radius)
    #expect(drawing.strokes == drawn(left))
  }

  @Test("the pad shows strokes where they were drawn, at any size")
  func pad() {
    // A pen two pixels wide leaves full ink within half a pixel of its line and none beyond one and a half.
    let drawing = Drawing(strokes: [[point(1, 1), point(4, 1)], [point(2.5, 4)]])
    let picture = drawing.padImage(width: 10, height: 10, pad: (width: 5, height: 5), penWidth: 1)
    let rows = (0..<10).map { row in String((0..<10).map { picture[row * 10 + $0] >= 128 ? "#" : "." }) }
    #expect(
      rows == [
        "..........",
        ".########.",
        ".########.",
        "..........",
        "..........",
        "..........",
        "..........",
        "....##....",
        "....##....",
        "..........",
      ])
  }

  @Test(
    "a pad of any size and a drawing of anything give a picture, empty where the pad has no area",
    arguments: [
      (0, 5, 1.0, 1.0, 1.0, 0, 0), (5, 5, 0, 1, 1, 0, 0), (5, 5, .nan, 1, 1, 0, 0), (5, 5, 1, 1, .infinity, 25, 25),
      (5, 5, 1, 1, .nan, 25, 5), (5, 5, 1e-300, 1e-300, 1, 25, 22), (1, 1, 1e300, 1, -1, 1, 0),
      (300, 200, 10, 10, 0, 60_000, 0),
    ] as [(Int, Int, Double, Double, Double, Int, Int)])
  func anything(
    width: Int, height: Int, padWidth: Double, padHeight: Double, pen: Double, pixels: Int, inked: Int
  ) {
    let drawing = Drawing(strokes: [[point(1e9, -1e9), point(.nan, 0), point(3, 3)], [], [point(0, 0)]])
    let pad = (width: padWidth, height: padHeight)
    let picture = drawing.padImage(width: width, height: height, pad: pad, penWidth: pen)
    #expect(picture.count == pixels)
    #expect(picture.count { $0 > 0 } == inked)
  }
}
