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
      (GlyphSet.full, "●×◆◇●×▲"), (.ascii, "ox0+ox^"),
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
    #expect(frame[0, 0] == Cell("●", foreground: .indexed(117), background: .indexed(25)))
    // Between 236 (step 12) and 239 (step 9) of the ramp stands step 10, 238.
    #expect(frame[1, 0] == Cell("×", foreground: .indexed(222), background: .indexed(238), attributes: .bold))
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

  /// Forty samples of +1 in the upper left dots of their cells, and more of −1 in the cell at (0, 0).
  private var many: [SampleMark] {
    let spread = (0..<40).map { SampleMark(x1: Double($0 % 10) - 4.9, x2: 3.9 - Double($0 / 10), .positive) }
    return spread + [-4.9, -4.4].map { SampleMark(x1: $0, x2: 3.1, .negative) }
  }

  @Test("that are many are dots, two by four to the cell, in the colour of the class that has most of a cell")
  func dots() {
    let plane = PlaneMap(Rect(x: 0, y: 0, width: 10, height: 8), x1: -5...5, x2: -4...4)
    var frame = Frame(Size(10, 8))
    frame.samples(many, on: plane)
    #expect(frame.lines.first == "⣀⠁⠁⠁⠁⠁⠁⠁⠁⠁")
    #expect(frame[0, 0].foreground == Theme().color(.negativePoint))
    #expect(frame[1, 0].foreground == Theme().color(.positivePoint))
  }

  @Test(
    "are glyphs where they are pointed at, few or asked for, and without colours or braille",
    arguments: [
      (Theme(), 43, true, "×●●"), (Theme(), 20, false, "●●●"), (Theme(.monochrome), 43, false, "●●●"),
      (Theme(glyphs: .blocks), 43, false, "●●●"), (Theme(glyphs: .ascii), 43, false, "ooo"),
      (Theme(depth: .sixteen), 43, false, "●●●"),
    ] as [(Theme, Int, Bool, String)])
  func glyphsWhereFew(theme: Theme, count: Int, asked: Bool, line: String) {
    let plane = PlaneMap(Rect(x: 0, y: 0, width: 10, height: 8), x1: -5...5, x2: -4...4)
    var frame = Frame(Size(10, 8), theme: theme)
    frame.samples(asked ? many.reversed() : Array(many.prefix(count)), on: plane, asGlyphs: asked)
    #expect(frame.lines.first?.hasPrefix(line) == true)
    var pointed = Frame(Size(10, 8))
    pointed.samples(many, on: plane, current: Point(1, 0))
    #expect(pointed.lines.first == "⣀●⠁⠁⠁⠁⠁⠁⠁⠁")
  }

  @Test("of the test set have a shape of their own in cells that no training sample has")
  func testShapes() {
    let plane = PlaneMap(Rect(x: 0, y: 0, width: 10, height: 8), x1: -5...5, x2: -4...4)
    let tests = [
      SampleMark(x1: 0.1, x2: 3.9, .negative, isTest: true), SampleMark(x1: 0.1, x2: -3.9, .negative, isTest: true),
    ]
    var frame = Frame(Size(10, 8))
    frame.samples(many + tests, on: plane)
    #expect(frame[5, 0].glyph == "⠁")
    #expect(frame[5, 7].glyph == "◇")
  }

  @Test(
    "to be predicted have the colour of their number",
    arguments: [(-1, 214), (0.02, 244), (0.3, 25), (1, 75)] as [(Float, UInt8)])
  func numbers(value: Float, entry: UInt8) {
    var frame = Frame(Size(1, 1))
    frame.sample(.value(value), x: 0, y: 0)
    #expect(frame[0, 0].foreground == .indexed(entry))
    #expect(frame[0, 0].glyph == "●")
  }

  @Test("on the border of two answers stand on the half in which they lie")
  func border() {
    var frame = Frame(Size(1, 1))
    frame.paint(Picture(width: 1, height: 2, values: [1, -1]), x: 0, halfRow: 0)
    let plane = PlaneMap(Rect(x: 0, y: 0, width: 1, height: 1))
    for (x2, entry) in [(3.0, UInt8(25)), (-3.0, 130)] {
      var marked = frame
      marked.samples([SampleMark(x1: 0, x2: x2, .positive)], on: plane)
      #expect(marked[0, 0].background == .indexed(entry))
    }
  }

  @Test("of three classes lie on the colour of the likeliest, paler where two are close")
  func classes() {
    var frame = Frame(Size(3, 1))
    let probabilities: [[Float]] = [[0.98, 0.01, 0.34], [0.01, 0.98, 0.33], [0.01, 0.01, 0.33]]
    let pictures = probabilities.map { row in Picture(width: 3, height: 2) { x, _ in row[x] } }
    frame.paintClasses(pictures, x: 0, halfRow: 0)
    #expect(frame.cells.map(\.background) == [.indexed(25), .indexed(130), .indexed(236)])
    // Discrete answers have one shade each, however sure.
    frame.paintClasses(pictures, x: 0, halfRow: 0, discrete: true)
    #expect(frame.cells.map(\.background) == [.indexed(25), .indexed(130), .indexed(25)])
  }
}
