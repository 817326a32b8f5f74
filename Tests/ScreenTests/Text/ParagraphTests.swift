import Screen
import Testing

@Suite("A paragraph")
struct ParagraphTests {
  func lines(_ text: String, width: Int, glyphs: GlyphSet = .full) -> [String] {
    Paragraph(text).lines(width: width, glyphs: glyphs).map { $0.map(\.text).joined() }
  }

  @Test(
    "breaks between words",
    arguments: [
      (20, ["Each unit draws only", "one line."]), (9, ["Each unit", "draws", "only one", "line."]),
      (4, ["Each", "unit", "draw", "s", "only", "one", "line", "."]), (0, []),
    ])
  func wrapping(width: Int, expected: [String]) {
    #expect(lines("Each unit  draws\nonly one line.", width: width) == expected)
  }

  @Test("shows what stands between asterisks bold, and between backquotes strong, over line breaks too")
  func emphasis() {
    let spans = Paragraph("the *four hidden* units, `r` again").lines(width: 10, glyphs: .full)
    #expect(spans[0] == [Span("the"), Span(" "), Span("four", .strong, .bold)])
    #expect(spans[1] == [Span("hidden", .strong, .bold)])
    #expect(spans[2] == [Span("units,"), Span(" "), Span("r", .strong)])
  }

  @Test(
    "leaves a mark without its twin, or before a space, as it stands",
    arguments: [
      "3 * 4 is 12", "a ` b", "2*3", "**",
    ])
  func loneMarks(text: String) {
    #expect(lines(text, width: 40) == [text])
  }

  @Test("measures wide characters by their columns")
  func wide() {
    #expect(lines("漢字 漢字", width: 5) == ["漢字", "漢字"])
  }

  @Test("stops at the bottom of its rectangle and says where it ended")
  func rectangle() {
    var frame = Frame(Size(10, 4))
    let end = frame.paragraph("one two three four", in: Rect(x: 1, y: 1, width: 6, height: 2))
    #expect(end == 3)
    #expect(frame.lines == ["", " one", " two", ""])
  }
}
