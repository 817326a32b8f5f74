import Screen
import Terminal
import Testing

/// The bytes written past ncurses for 256 colours and more.
@Suite struct PaintingTests {
  private let size = Size(6, 2)

  private func frame(
    _ cells: [(x: Int, y: Int, cell: Cell)], size: Size? = nil, depth: ColorDepth = .full
  ) -> Frame {
    var frame = Frame(size ?? self.size, theme: Theme(depth: depth, paintsGround: false))
    for (x, y, cell) in cells { frame[x, y] = cell }
    return frame
  }

  private func row(_ cells: [Cell], depth: ColorDepth = .full) -> Frame {
    frame(cells.enumerated().map { ($0, 0, $1) }, depth: depth)
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1b}", with: "^").replacing("\r\n", with: "⏎")
  }

  /// What is written for a frame on a cleared screen, or after another frame.
  private func bytes(_ new: Frame, since old: Frame? = nil, size: Size? = nil) -> String {
    var painter = DirectPainter(size: size ?? self.size)
    if let old { _ = painter.paint(old) }
    return text(painter.paint(new))
  }

  @Test func aClearedScreenNeedsNoBlanks() {
    #expect(bytes(frame([])) == "")
    #expect(bytes(frame([]), since: row([Cell("x")])) == "^[1H ")
  }

  @Test func anUnchangedFrameCostsNothing() {
    #expect(bytes(row([Cell("x")]), since: row([Cell("x")])) == "")
  }

  @Test func onlyChangedCellsAreWritten() {
    let pixel = Cell("▀", foreground: .rgb(196, 112, 28), background: .rgb(30, 112, 190))
    #expect(
      bytes(frame([(1, 0, pixel), (2, 0, pixel), (5, 0, pixel), (0, 1, pixel)]))
        == "^[1;2H^[38;2;196;112;28;48;2;30;112;190m▀▀^[2C▀⏎▀^[m")
  }

  @Test func aSecondColourIsNamedAlone() {
    let first = Cell("▀", foreground: .rgb(1, 2, 3), background: .rgb(4, 5, 6))
    var second = first
    second.background = .rgb(7, 8, 9)
    #expect(bytes(row([first, second])) == "^[1H^[38;2;1;2;3;48;2;4;5;6m▀^[48;2;7;8;9m▀^[m")
  }

  @Test func twoPixelsAreTurnedOverWhereThatIsShorter() {
    let (one, two): (Color, Color) = (.rgb(1, 2, 3), .rgb(4, 5, 6))
    let cells = [Cell("▀", foreground: one, background: two), Cell("▀", foreground: two, background: one)]
    #expect(bytes(row(cells)) == "^[1H^[38;2;1;2;3;48;2;4;5;6m▀▄^[m")
    // the terminal's own ground cannot stand in front
    let open = [Cell("▄", foreground: one), Cell("▀", foreground: one)]
    #expect(bytes(row(open)) == "^[1H^[38;2;1;2;3m▄▀^[m")
  }

  @Test func aBlankKeepsWhatNobodySees() {
    let cells = [
      Cell("a", foreground: .indexed(1), attributes: .bold), Cell(" "),
      Cell("b", foreground: .indexed(1), attributes: .bold),
    ]
    #expect(bytes(row(cells + [Cell(" ", background: .indexed(4))])) == "^[1H^[1;31ma b^[44m ^[m")
    #expect(
      bytes(row([Cell("a", attributes: .underline), Cell(" ", background: .indexed(4))])) == "^[1H^[4ma^[24;44m ^[m")
  }

  @Test func aShortGapIsWrittenOnceMore() {
    let old = row([Cell("1"), Cell("2"), Cell("3")])
    #expect(bytes(row([Cell("4"), Cell("2"), Cell("5")]), since: old) == "^[1H425")
    let coloured = row([Cell("1"), Cell("2", foreground: .indexed(1)), Cell("3")])
    #expect(bytes(row([Cell("4"), Cell("2", foreground: .indexed(1)), Cell("5")]), since: coloured) == "^[1H4^[C5")
  }

  @Test func placesAreReachedTheShortestWay() {
    let tall = Size(20, 12)
    let places: [(Int, Int)] = [(3, 0), (9, 0), (0, 1), (4, 2), (0, 5), (7, 11)]
    #expect(
      bytes(frame(places.map { ($0.0, $0.1, Cell("x")) }, size: tall), size: tall)
        == "^[1;4Hx^[5Cx⏎x⏎^[4Cx⏎\n\nx^[12;8Hx")
  }

  @Test(arguments: [
    (Color.indexed(1), ColorDepth.full, "31"), (.indexed(9), .full, "91"), (.indexed(208), .full, "38;5;208"),
    (.rgb(0, 10, 200), .full, "38;2;0;10;200"),
    // exactly an entry of xterm's palette: shorter
    (.rgb(0, 95, 255), .full, "38;5;27"), (.rgb(18, 18, 18), .full, "38;5;233"),
    (.rgb(19, 19, 19), .full, "38;2;19;19;19"),
    // a frame made for another depth: the nearest there is
    (.rgb(255, 135, 0), .palette, "38;5;208"), (.rgb(18, 18, 18), .palette, "38;5;233"),
    (.rgb(250, 5, 5), .sixteen, "91"), (.indexed(9), .eight, "31"),
  ])
  func aColourIsSaidAsTheDepthAllows(color: Color, depth: ColorDepth, words: String) {
    #expect(bytes(row([Cell("x", foreground: color)], depth: depth)) == "^[1H^[\(words)mx^[m")
  }

  @Test func attributesAreTakenOffOneByOne() {
    let cells = [
      Cell("a", attributes: [.bold, .underline]), Cell("b", attributes: [.bold, .reverse]), Cell("c", attributes: .dim),
      Cell("d"),
    ]
    #expect(bytes(row(cells)) == "^[1H^[1;4ma^[24;7mb^[22;27;2mc^[md")
  }

  @Test func textFromOutsideCannotMoveTheCursor() {
    let cells = ["\u{1b}", "\n", "\u{7f}", "\u{9b}", "\u{200b}", "日"].map { Cell($0) }
    // the wide 日 has no second cell to stand in
    #expect(bytes(row(cells)) == "^[1H??????")
  }

  @Test func aWideGlyphTakesTheCellItCovers() {
    let wide = row([Cell("日"), Cell(Cell.covered), Cell("x")])
    #expect(bytes(wide) == "^[1H日^[1;3Hx")
    #expect(bytes(wide, since: wide) == "")
    // both halves are written when it goes, whatever terminals do to the one that is left
    #expect(bytes(frame([]), since: row([Cell("日"), Cell(Cell.covered)])) == "^[1H  ")
  }

  @Test func anAccentIsWrittenOverItsGlyph() {
    var cell = Cell("e")
    cell.accent = "\u{301}"
    #expect(bytes(row([cell, Cell("x")])) == "^[1He\u{301}^[1;2Hx")
  }

  @Test func aFrameLargerThanTheWindowIsCut() {
    let full = frame((0..<6).flatMap { x in (0..<2).map { (x, $0, Cell("x")) } })
    #expect(bytes(full, size: Size(2, 1)) == "^[1Hxx")
  }

  // MARK: Where there is little room

  private let tall = Size(4, 4)

  /// Three rows of pixels over a number.
  private func picture(_ shade: UInt8, number: Unicode.Scalar) -> Frame {
    let pixel = Cell("▀", foreground: .rgb(shade, 0, 0), background: .rgb(0, shade, 0))
    let cells = (0..<3).flatMap { y in (0..<4).map { (x: $0, y: y, cell: pixel) } }
    return frame(cells + [(x: 0, y: 3, cell: Cell(number))], size: tall)
  }

  @Test func numbersGoBeforePicturesAndThePictureFollowsRowByRow() {
    var painter = DirectPainter(size: tall)
    _ = painter.paint(picture(100, number: "1"))
    let pen = "^[38;2;200;0;0;48;2;0;200;0m"
    #expect(text(painter.paint(picture(200, number: "2"), room: 5)) == "^[4H2")
    #expect(text(painter.paint(picture(200, number: "2"), room: 5)) == "^[1H\(pen)▀^[m")
    // the same row goes on, the next begins; a number comes between
    #expect(text(painter.paint(picture(200, number: "3"), room: 45)) == "^[4H3^[1;2H\(pen)▀▀^[m")
    var pieces = 0
    while !painter.paint(picture(200, number: "3"), room: 40).isEmpty { pieces += 1 }
    #expect((2...10).contains(pieces))
  }

  @Test func allPiecesTogetherAreTheFrame() {
    let (old, new) = (picture(100, number: "1"), picture(200, number: "2"))
    for room in 1..<200 {
      var painter = DirectPainter(size: tall)
      _ = painter.paint(old)
      while !painter.paint(new, room: room).isEmpty {}
      #expect(painter.paint(new).isEmpty)
      #expect(text(painter.paint(old)) == bytes(old, since: new, size: tall))
    }
  }

  @Test func aShadeThatNobodySeesMoveWaitsForACalmMoment() {
    var painter = DirectPainter(size: tall)
    _ = painter.paint(picture(100, number: "1"))
    #expect(text(painter.paint(picture(108, number: "2"), exactly: false)) == "^[4H2")
    #expect(painter.leftSlight)
    // What is compared is what the terminal shows: small changes add up until they are written.
    #expect(!painter.paint(picture(109, number: "2"), exactly: false).isEmpty)
    #expect(!painter.leftSlight)
    #expect(painter.paint(picture(110, number: "2"), exactly: false).isEmpty)
    #expect(!painter.paint(picture(110, number: "2")).isEmpty)
  }
}
