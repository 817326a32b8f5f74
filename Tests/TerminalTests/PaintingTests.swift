import Screen
import Terminal
import Testing

/// The bytes written past ncurses for 24-bit colours.
@Suite struct PaintingTests {
  private let size = Size(6, 2)
  private let blank = Cell(" ")

  private func frame(_ cells: [(x: Int, y: Int, cell: Cell)]) -> Frame {
    var frame = Frame(size, theme: Theme(depth: .full, paintsGround: false))
    for (x, y, cell) in cells { frame[x, y] = cell }
    return frame
  }

  private func bytes(_ new: Frame, since old: Frame?, depth: ColorDepth = .full, limit: Size? = nil) -> String {
    var painter = DirectPainter(depth: depth)
    return String(decoding: painter.paint(new, since: old, limit: limit ?? size), as: UTF8.self)
      .replacing("\u{1b}", with: "^")
  }

  @Test func theFirstFrameIsWrittenWhole() {
    #expect(bytes(frame([]), since: nil) == "^[1;1H^[0m      ^[2;1H      ^[m")
  }

  @Test func anUnchangedFrameCostsNothing() {
    #expect(bytes(frame([]), since: frame([])) == "")
  }

  @Test func onlyChangedCellsAreWritten() {
    let pixel = Cell("▀", foreground: .rgb(196, 112, 28), background: .rgb(30, 112, 190))
    #expect(
      bytes(frame([(1, 0, pixel), (2, 0, pixel), (5, 0, pixel), (0, 1, pixel)]), since: frame([]))
        == "^[1;2H^[0;38;2;196;112;28;48;2;30;112;190m▀▀^[2C▀^[2;1H▀^[m")
  }

  @Test func aSecondColourIsNamedAlone() {
    let first = Cell("▀", foreground: .rgb(1, 2, 3), background: .rgb(4, 5, 6))
    var second = first
    second.background = .rgb(7, 8, 9)
    #expect(
      bytes(frame([(0, 0, first), (1, 0, second)]), since: frame([]))
        == "^[1;1H^[0;38;2;1;2;3;48;2;4;5;6m▀^[48;2;7;8;9m▀^[m")
  }

  @Test(arguments: [
    (Color.terminal, ColorDepth.full, ""), (.indexed(1), .full, ";31"), (.indexed(9), .full, ";91"),
    (.indexed(208), .full, ";38;5;208"), (.rgb(0, 10, 200), .full, ";38;2;0;10;200"),
    // a frame made for another depth: the nearest there is
    (.rgb(255, 135, 0), .palette, ";38;5;208"), (.rgb(18, 18, 18), .palette, ";38;5;233"),
    (.rgb(250, 5, 5), .sixteen, ";91"), (.indexed(9), .eight, ";31"), (.indexed(196), .none, ";39"),
  ])
  func aColourIsSaidAsTheDepthAllows(color: Color, depth: ColorDepth, words: String) {
    let cell = Cell("x", foreground: color)
    #expect(bytes(frame([(0, 0, cell)]), since: frame([]), depth: depth) == "^[1;1H^[0\(words)mx^[m")
  }

  @Test func attributesBeginAnew() {
    let cells = [Cell("a", attributes: [.bold, .underline]), Cell("b", attributes: [.dim, .reverse]), Cell("c")]
    #expect(
      bytes(frame(cells.enumerated().map { ($0, 0, $1) }), since: frame([]))
        == "^[1;1H^[0;1;4ma^[0;2;7mb^[0mc^[m")
  }

  @Test func textFromOutsideCannotMoveTheCursor() {
    let cells = ["\u{1b}", "\n", "\u{7f}", "\u{9b}", "\u{200b}", "日"].map { Cell($0) }
    // the wide 日 has no second cell to stand in
    #expect(bytes(frame(cells.enumerated().map { ($0, 0, $1) }), since: frame([])) == "^[1;1H^[0m??????^[m")
  }

  @Test func aWideGlyphTakesTheCellItCovers() {
    #expect(
      bytes(frame([(0, 0, Cell("日")), (1, 0, Cell(Cell.covered)), (2, 0, Cell("x"))]), since: frame([]))
        == "^[1;1H^[0m日^[1;3Hx^[m")
    // what it covered is blank again when it goes
    #expect(
      bytes(frame([]), since: frame([(0, 0, Cell("日")), (1, 0, Cell(Cell.covered))]))
        == "^[1;1H^[0m  ^[m")
  }

  @Test func anAccentIsWrittenOverItsGlyph() {
    var cell = Cell("e")
    cell.accent = "\u{301}"
    #expect(bytes(frame([(0, 0, cell), (1, 0, Cell("x"))]), since: frame([])) == "^[1;1H^[0me\u{301}^[1;2Hx^[m")
  }

  @Test func aFrameLargerThanTheWindowIsCut() {
    let cell = Cell("x")
    let full = frame((0..<6).flatMap { x in (0..<2).map { (x, $0, cell) } })
    #expect(bytes(full, since: nil, limit: Size(2, 1)) == "^[1;1H^[0mxx^[m")
  }
}
