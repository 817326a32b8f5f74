import Screen
import Testing

@Suite("Samples on a map")
struct SampleTests {
  let map = PlaneMap(Rect(x: 2, y: 1, width: 12, height: 6))

  @Test(
    "fall into the cell that holds them",
    arguments: [
      (-6, 6, Point(2, 1)), (0, 0, Point(8, 4)), (5.99, -5.99, Point(13, 6)), (-5.5, 3.9, Point(2, 2)),
    ] as [(Double, Double, Point)])
  func cells(x1: Double, x2: Double, cell: Point) {
    #expect(map.cell(x1: x1, x2: x2) == cell)
  }

  @Test(
    "beyond the edges, or not numbers, fall nowhere",
    arguments: [
      (6, 0), (0, -6), (-6.1, 0), (.nan, 0), (.infinity, 0),
    ] as [(Double, Double)])
  func outside(x1: Double, x2: Double) {
    #expect(map.cell(x1: x1, x2: x2) == nil)
  }

  @Test("stand in the middle of the cell they are placed in")
  func middles() {
    for y in map.area.rows {
      for x in map.area.columns {
        let point = map.point(at: Point(x, y))
        #expect(map.cell(x1: point.x1, x2: point.x2) == Point(x, y))
      }
    }
    #expect(map.point(at: Point(2, 1)) == (-5.5, 5))
  }

  @Test(
    "show their class by a glyph, one sample a cell",
    arguments: [
      (GlyphSet.full, "●×○×●×▲"), (.ascii, "ox0+ox^"),
    ])
  func glyphs(set: GlyphSet, line: String) {
    var frame = Frame(Size(7, 1), theme: Theme(glyphs: set))
    let row = PlaneMap(Rect(x: 0, y: 0, width: 7, height: 1), limit: 3.5)
    let kinds: [(SampleMark.Kind, Bool)] = [
      (.positive, false), (.negative, false), (.positive, true), (.negative, true), (.member(0), false),
      (.member(1), false), (.member(2), false),
    ]
    let samples = kinds.enumerated().map { SampleMark(x1: Double($0) - 3, x2: 0, $1.0, isTest: $1.1) }
    frame.samples(samples + samples.map { SampleMark(x1: $0.x1, x2: 0, .member(3)) }, on: row)
    #expect(frame.lines == [line])
  }

  @Test("stand on the shade between the pixels they cover")
  func ground() {
    var frame = Frame(Size(2, 1))
    frame.paint(Picture(width: 2, height: 2, values: [1, 0, 1, -0.25]), x: 0, halfRow: 0)
    frame.sample(.positive, x: 0, y: 0)
    frame.sample(.negative, x: 1, y: 0)
    #expect(frame[0, 0] == Cell("●", foreground: .indexed(153), background: .indexed(25)))
    // Between 236 (step 12) and 239 (step 9) of the ramp stands step 10, 238.
    #expect(frame[1, 0] == Cell("×", foreground: .indexed(223), background: .indexed(238), attributes: .bold))
  }

  @Test("are black on brown and white on blue in sixteen colours, reversed on dense cells without any")
  func plain() {
    var sixteen = Frame(Size(2, 1), theme: Theme(.dark, depth: .sixteen))
    var mono = Frame(Size(2, 1), theme: Theme(.monochrome))
    let picture = Picture(width: 2, height: 2, values: [-1, 1, -1, 1])
    sixteen.paint(picture, x: 0, halfRow: 0)
    mono.paint(picture, x: 0, halfRow: 0)
    for x in 0..<2 {
      sixteen.sample(.negative, x: x, y: 0)
      mono.sample(.positive, x: x, y: 0)
    }
    #expect(sixteen[0, 0] == Cell("×", foreground: .indexed(0), background: .indexed(3)))
    #expect(sixteen[1, 0] == Cell("×", foreground: .indexed(15), background: .indexed(4), attributes: .bold))
    #expect(mono[0, 0] == Cell("●", attributes: .bold))
    #expect(mono[1, 0] == Cell("●", attributes: [.bold, .reverse]))
  }

  @Test("of three classes lie on the colour of the likeliest, paler where two are close")
  func classes() {
    var frame = Frame(Size(3, 1))
    let probabilities: [[Float]] = [[0.98, 0.01, 0.34], [0.01, 0.98, 0.33], [0.01, 0.01, 0.33]]
    let pictures = probabilities.map { row in Picture(width: 3, height: 2) { x, _ in row[x] } }
    frame.paintClasses(pictures, x: 0, halfRow: 0)
    #expect(frame.cells.map(\.background) == [.indexed(25), .indexed(130), .indexed(236)])
  }
}
