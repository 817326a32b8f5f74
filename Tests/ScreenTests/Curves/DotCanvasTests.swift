import Screen
import Testing

@Suite("A canvas of dots")
struct DotCanvasTests {
  /// What a canvas shows on an empty frame.
  func shown(_ canvas: DotCanvas, _ theme: Theme = Theme()) -> [String] {
    var frame = Frame(canvas.size, theme: theme)
    frame.draw(canvas, x: 0, y: 0)
    return frame.lines
  }

  let ink = Style(.indexed(75))

  @Test(
    "shows each dot where Unicode has it in braille",
    arguments: [
      (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (0, 3, "⡀"), (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"), (1, 3, "⢀"),
    ])
  func dots(x: Int, y: Int, glyph: String) {
    var canvas = DotCanvas(Size(1, 1))
    canvas.dot(at: Point(x, y), ink)
    #expect(shown(canvas) == [glyph])
  }

  @Test("loses what lies beyond its edges")
  func edges() {
    var canvas = DotCanvas(Size(2, 1))
    canvas.dot(at: Point(4, 0), ink)
    canvas.dot(at: Point(0, -1), ink)
    canvas.stroke([DotPoint(-1, -9), DotPoint(-1, 30)], ink, pen: .thick)
    #expect(shown(canvas) == ["⡇"])
    #expect(shown(DotCanvas(Size(0, 0))) == [])
  }

  @Test(
    "draws pens of one, two and three dots",
    arguments: [
      (LineLook.Pen.thin, "⠒⠒⠒"), (.medium, "⠶⠶⠶"), (.thick, "⠿⠿⠿"), (.none, ""),
    ])
  func pens(pen: LineLook.Pen, line: String) {
    var canvas = DotCanvas(Size(3, 1))
    canvas.stroke([DotPoint(0, 1), DotPoint(5, 1)], ink, pen: pen)
    #expect(shown(canvas) == [line])
  }

  @Test("lets a stroke clear the cells it enters, and no others")
  func knockOut() {
    var canvas = DotCanvas(Size(3, 2))
    canvas.stroke([DotPoint(0, 0), DotPoint(5, 0)], Style(.indexed(94)))
    canvas.stroke([DotPoint(2, 0), DotPoint(2, 7)], ink)
    var frame = Frame(Size(3, 2))
    frame.draw(canvas, x: 0, y: 0)
    #expect(frame.lines == ["⠉⡇⠉", " ⡇"])
    #expect(frame[0, 0].foreground == .indexed(94))
    #expect(frame[1, 0].foreground == .indexed(75))
  }

  @Test("keeps the dots below a stroke that does not knock out")
  func layers() {
    var canvas = DotCanvas(Size(2, 1))
    canvas.stroke([DotPoint(0, 0), DotPoint(3, 0)], Style(.indexed(94)))
    canvas.stroke([DotPoint(0, 3), DotPoint(3, 3)], ink, knockingOut: false)
    #expect(shown(canvas) == ["⣉⣉"])
  }

  @Test("bends a curve between level ends")
  func curve() {
    var canvas = DotCanvas(Size(8, 3))
    canvas.curve(from: DotPoint(0, 0), to: DotPoint(15, 11), ink)
    #expect(shown(canvas) == ["⠉⠑⢦⡀", "   ⠑⢄", "    ⠈⠳⢄⣀"])
  }

  /// The rows of the dots in a column of dots, read off the braille characters.
  func rows(_ canvas: DotCanvas, column: Int) -> [Int] {
    var frame = Frame(canvas.size)
    frame.draw(canvas, x: 0, y: 0)
    let bits: [UInt32] = column % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
    return (0..<canvas.dotHeight).filter { row in
      let glyph = frame[column / 2, row / 4].glyph.value
      return glyph >= 0x2800 && glyph & bits[row % 4] != 0
    }
  }

  @Test("leaves no gap in a curve, however steep", arguments: [(4, 2), (10, 3), (6, 30), (20, 1), (3, 40)])
  func unbroken(width: Int, height: Int) throws {
    var canvas = DotCanvas(Size(width, height))
    let last = DotPoint(Double(canvas.dotWidth - 1), Double(canvas.dotHeight - 1))
    canvas.curve(from: DotPoint(0, 0), to: last, ink)
    var reached = 0
    for column in 0..<canvas.dotWidth {
      let rows = rows(canvas, column: column)
      let (top, bottom) = (try #require(rows.first), try #require(rows.last))
      #expect(top <= reached + 1)
      #expect(rows.count == bottom - top + 1)
      reached = bottom
    }
    #expect(reached == canvas.dotHeight - 1)
  }

  @Test("survives places that are no numbers or beyond every canvas", arguments: [Double.nan, .infinity, -1e300])
  func nowhere(place: Double) {
    var canvas = DotCanvas(Size(2, 1))
    canvas.curve(from: DotPoint(0, place), to: DotPoint(3, 0), ink)
    canvas.stroke([DotPoint(place, 0), DotPoint(3, place), DotPoint(place, place)], ink, pen: .thick)
    #expect(shown(canvas) == [""])
  }

  @Test(
    "becomes quarters of a cell without braille, and marks in ASCII",
    arguments: [
      (GlyphSet.full, "⠉⠒⠤⣀"), (.blocks, "▀▀▄▄"), (.console, "'--_"), (.ascii, "'--_"),
    ])
  func glyphSets(set: GlyphSet, line: String) {
    var canvas = DotCanvas(Size(4, 1))
    for x in 0..<8 { canvas.dot(at: Point(x, x / 2), ink) }
    #expect(shown(canvas, Theme(glyphs: set)) == [line])
  }

  @Test("leaves the ground and the text around its dots")
  func ground() {
    var canvas = DotCanvas(Size(2, 1))
    canvas.dot(at: Point(0, 0), ink)
    var frame = Frame(Size(2, 1))
    frame.fill(Rect(x: 0, y: 0, width: 2, height: 1), .band)
    frame.put("xy", x: 0, y: 0)
    frame.draw(canvas, x: 0, y: 0)
    #expect(frame.lines == ["⠁y"])
    #expect(frame[0, 0].background == .indexed(235))
  }
}
