import Screen
import Testing

@Suite("Bars, matrices and large digits")
struct FigureTests {
  @Test(
    "a bar fills eighths of a cell",
    arguments: [
      (0, GlyphSet.full, ""), (0.5, .full, "██"), (1, .full, "████"), (0.55, .full, "██▎"), (0.28, .full, "█▏"),
      (9, .full, "████"), (-1, .full, ""), (.nan, .full, ""), (0.5, .ascii, "##.."), (0.4, .ascii, "##.."),
      (0, .ascii, "...."), (0.55, .console, "██··"),
    ] as [(Double, GlyphSet, String)])
  func bars(share: Double, glyphs: GlyphSet, line: String) {
    var frame = Frame(Size(6, 1), theme: Theme(glyphs: glyphs))
    frame.bar(share, x: 0, y: 0, width: 4)
    #expect(frame.lines == [line])
  }

  @Test(
    "progress has a dash for each step, with gaps between",
    arguments: [
      (0, "━━ ━━ ━━"), (1, "━━ ━━ ━━"), (3, "━━ ━━ ━━"),
    ])
  func progress(done: Int, line: String) {
    var frame = Frame(Size(8, 1))
    frame.progress(done, of: 3, x: 0, y: 0, width: 8)
    #expect(frame.lines == [line])
    #expect([0, 3, 6].filter { frame[$0, 0].foreground == .indexed(115) }.count == done)
  }

  @Test("a confusion matrix has its truths in rows, right answers in blue, frequent errors in orange")
  func confusion() {
    let matrix = ConfusionMatrix([[98, 2, 0], [4, 96, 0], [0, 0, 0]])
    var frame = Frame(matrix.size())
    frame.confusion(matrix, x: 0, y: 0)
    #expect(frame.lines == ["    0  1  2", "0  98  2", "1   4 96", "2         0"])
    #expect(frame[3, 1].background == .indexed(25))
    // Four of a hundred is the full orange; two errors are too few to be shown.
    #expect(frame[3, 2].background == .indexed(130))
    #expect(frame[6, 1].background == .indexed(235))
  }

  @Test("a confusion matrix shares its per cents out over a row")
  func shares() {
    let matrix = ConfusionMatrix([[3, 1], [0, 0]], names: ["cat", "dog"])
    #expect(matrix.share(truth: 0, answer: 1) == 0.25)
    #expect(matrix.share(truth: 1, answer: 1) == 0)
    #expect(matrix.size(columns: 4) == Size(12, 3))
  }

  @Test("a confusion matrix calls rows and columns by the same names")
  func names() {
    let matrix = ConfusionMatrix([[9, 1], [2, 8]], names: ["−1", "+1"])
    var frame = Frame(matrix.size(columns: 4))
    frame.confusion(matrix, x: 0, y: 0, columns: 4)
    #expect(frame.lines == ["     −1  +1", "−1   90  10", "+1   20  80"])
  }

  @Test("large digits are six columns wide and five rows high")
  func large() {
    var frame = Frame(Size(18, 5))
    let end = frame.big("1.2", x: 0, y: 0)
    #expect(
      frame.lines == [
        "  ██        ██████", "████            ██", "  ██        ██████", "  ██        ██", "██████ ██   ██████",
      ])
    #expect(Frame.bigWidth("1.2") == 18)
    #expect(end == 19)
  }

  @Test(
    "digits of single pixels share cells, in ASCII dots and quotes stand for the halves",
    arguments: [
      (GlyphSet.full, ["▄█", " █", "▀▀▀"]), (.ascii, [".#", " #", "\"\"\""]),
      (.console, [".█", " █", "\"\"\""]),
    ])
  func small(glyphs: GlyphSet, lines: [String]) {
    var frame = Frame(Size(4, 3), theme: Theme(glyphs: glyphs))
    frame.big("1", x: 0, y: 0, scale: 1)
    #expect(frame.lines == lines)
  }

  @Test("a plot draws curves over its axes and marks over the curves")
  func curves() {
    let plot = Rect(x: 0, y: 0, width: 9, height: 3)
    let identity = CurvePlot(
      x: -1...1, y: -1...1, lines: [CurvePlot.Line(-1...1, .accent) { $0 }],
      marks: [.init(CurvePlot.Point(1, 1), "●", .strong), .init(CurvePlot.Point(2, 0), "●", .strong)])
    var frame = Frame(Size(9, 3))
    frame.plot(identity, in: plot)
    #expect(frame[8, 0].glyph == "●")
    #expect(frame[0, 2].foreground == .indexed(115))
    #expect(frame[4, 0].foreground == .indexed(236))
    #expect(frame.lines.joined().filter { $0 == "●" }.count == 1)
    #expect(identity.x(atColumn: 4, in: plot) == 0)
    #expect(identity.x(atColumn: 9, in: plot) == nil)
  }

  @Test("a plot leaves out what is no number or outside")
  func gaps() {
    let line = CurvePlot.Line([.init(-1, .nan), .init(0, 5), .init(0.5, -.infinity), .init(1, -7)], .accent)
    var frame = Frame(Size(5, 2), theme: Theme(.monochrome))
    frame.plot(CurvePlot(x: -1...1, y: -1...1, lines: [line]), in: Rect(x: 0, y: 0, width: 5, height: 2))
    #expect(frame.lines == ["", ""])
  }
}
