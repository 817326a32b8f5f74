import Screen
import Testing

@Suite("A map on the screen")
struct PaintingTests {
  let dark = Theme(.dark)

  @Test("shows two pixels in a cell")
  func halfBlocks() {
    var frame = Frame(Size(3, 1), theme: dark)
    frame.paint(Picture(width: 3, height: 2, values: [-1, 0, 1, 1, 0, -1]), x: 0, halfRow: 0)
    #expect(frame[0, 0] == Cell("▀", foreground: .indexed(130), background: .indexed(25)))
    #expect(frame[1, 0] == Cell(" ", background: .indexed(236)))
    #expect(frame[2, 0] == Cell("▀", foreground: .indexed(25), background: .indexed(130)))
  }

  @Test("stands at half rows beside another picture, and on the terminal's ground")
  func halfRows() {
    let one = Picture(width: 1, height: 1, values: [1])
    var frame = Frame(Size(2, 2), theme: dark)
    frame.paint(one, x: 0, halfRow: 1)
    #expect(frame[0, 0] == Cell("▀", foreground: .indexed(233), background: .indexed(25)))
    frame.paint(Picture(width: 1, height: 1, values: [-1]), x: 0, halfRow: 0)
    #expect(frame[0, 0] == Cell("▀", foreground: .indexed(130), background: .indexed(25)))

    var bare = Frame(Size(1, 1), theme: Theme(.dark, paintsGround: false))
    bare.paint(one, x: 0, halfRow: 1)
    #expect(bare[0, 0] == Cell("▄", foreground: .indexed(25), background: .terminal))
  }

  @Test("is clipped to the frame, and leaves out what is not a number")
  func clipping() {
    var frame = Frame(Size(2, 1), theme: dark)
    frame.paint(Picture(width: 4, height: 6) { _, _ in 1 }, x: -1, halfRow: -2)
    #expect(frame.cells == Array(repeating: .blank(.indexed(25)), count: 2))
    frame.paint(Picture(width: 2, height: 2, values: [.nan, -1, .nan, -1]), x: 0, halfRow: 0)
    #expect(frame.cells == [.blank(.indexed(25)), .blank(.indexed(130))])
  }

  @Test("is a coloured space a cell in ASCII")
  func ascii() {
    var frame = Frame(Size(2, 1), theme: Theme(.dark, glyphs: .ascii))
    frame.paint(Picture(width: 2, height: 2, values: [-1, 1, 1, 1]), x: 0, halfRow: 0)
    #expect(frame.cells == [.blank(.indexed(236)), .blank(.indexed(25))])
  }

  @Test(
    "in sixteen colours is cut at ±0.2 and ±0.6",
    arguments: [
      (-1, Cell(" ", background: .indexed(3))), (-0.61, Cell(" ", background: .indexed(3))),
      (-0.59, Cell(":", foreground: .indexed(11))), (-0.21, Cell(":", foreground: .indexed(11))), (-0.19, Cell(" ")),
      (0.19, Cell(" ")), (0.21, Cell(":", foreground: .indexed(12))), (0.61, Cell(" ", background: .indexed(4))),
    ] as [(Float, Cell)])
  func sixteen(value: Float, cell: Cell) {
    var frame = Frame(Size(1, 1), theme: Theme(.dark, depth: .sixteen, glyphs: .ascii))
    frame.paint(Picture(width: 1, height: 2, values: [value, value]), x: 0, halfRow: 0)
    #expect(frame[0, 0] == cell)
  }

  @Test(
    "without colours grows denser in equal fifths",
    arguments: [
      (GlyphSet.full, " ░▒▓█"), (.blocks, " ░▒▓█"), (.ascii, " .:+#"),
    ])
  func monochrome(glyphs: GlyphSet, shades: String) {
    var frame = Frame(Size(10, 1), theme: Theme(.monochrome, glyphs: glyphs))
    // The middles of ten tenths of −1 … +1: two for every fifth.
    frame.paint(Picture(width: 10, height: 2) { x, _ in (Float(x) + 0.5) / 5 - 1 }, x: 0, halfRow: 0)
    #expect(frame.lines == [shades.map { "\($0)\($0)" }.joined()])
  }

  @Test("of an unused feature is in the darkest greys")
  func unused() {
    var frame = Frame(Size(5, 1), theme: dark)
    frame.paint(Picture(width: 5, height: 2) { x, _ in (Float(x) + 0.5) * 0.4 - 1 }, x: 0, halfRow: 0, .unused)
    #expect(frame.cells.map(\.background) == [234, 235, 236, 237, 238].map { .indexed($0) })
  }

  @Test(
    "of a digit goes from paper to ink, in the alarm's hue if it was read wrongly",
    arguments: [
      (Tone.ink, 0, 234), (.ink, 0.5, 243), (.ink, 1, 255), (.wrongInk, 1, 218), (.pen, 0, 235), (.ink, 7, 255),
    ] as [(Tone, Float, UInt8)])
  func ink(tone: Tone, value: Float, entry: UInt8) {
    var frame = Frame(Size(1, 1), theme: dark)
    frame.paint(Picture(width: 1, height: 2, values: [value, value]), x: 0, halfRow: 0, tone)
    #expect(frame[0, 0].background == .indexed(entry))
  }

  @Test(
    "paints values beyond all numbers as the ends of the ramp, and leaves out what is no number",
    arguments: ColorDepth.allCases, Tone.allCases)
  func extremes(depth: ColorDepth, tone: Tone) {
    func painted(_ values: [Float]) -> Frame {
      var frame = Frame(Size(4, 1), theme: Theme(.dark, depth: depth))
      frame.paint(Picture(width: 4, height: 2, values: values), x: 0, halfRow: 0, tone)
      return frame
    }
    let beyond = painted([.nan, .infinity, -.infinity, 3e38, .nan, .infinity, -.infinity, 3e38])
    #expect(beyond == painted([.nan, 1, -1, 1, .nan, 1, -1, 1]))
    #expect(beyond[0, 0] == .blank(beyond.theme.ground))
  }

  @Test("wears a frame one pixel thick, at half rows too")
  func pictureFrame() {
    var frame = Frame(Size(4, 3), theme: dark)
    frame.frame(x: 1, halfRow: 1, width: 2, height: 3)
    let accent = Color.indexed(115)
    #expect(frame[0, 0] == .blank(accent))
    #expect(frame[1, 0] == Cell("▀", foreground: accent, background: .indexed(233)))
    #expect(frame[1, 1] == .blank(.indexed(233)))
    #expect(frame[0, 1] == .blank(accent))
    #expect(frame[1, 2] == Cell("▀", foreground: accent, background: .indexed(233)))
  }

  @Test(
    "wears brackets where no frame can be drawn",
    arguments: [
      Theme(.monochrome), Theme(.dark, depth: .sixteen), Theme(.dark, glyphs: .ascii),
    ])
  func brackets(theme: Theme) {
    var frame = Frame(Size(4, 2), theme: theme)
    frame.frame(x: 1, halfRow: 0, width: 2, height: 4)
    #expect(frame.lines == ["[  ]", "[  ]"])
  }
}
