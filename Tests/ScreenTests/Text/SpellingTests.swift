import Screen
import Testing

@Suite("The spelling of text")
struct SpellingTests {
  @Test(
    "in ASCII keeps its meaning",
    arguments: [
      ("x₁² − 3·x₂", "x1^2 - 3*x2"), ("½ Σ (a − t)²", "1/2 sum  (a - t)^2"), ("20×20", "20x20"),
      ("α ≥ 0.1", "alpha >= 0.1"), ("plain", "plain"), ("▸ chosen", "> chosen"), ("漢字", "????"), ("日", "??"),
    ])
  func ascii(text: String, spelled: String) {
    #expect(GlyphSet.ascii.spelled(text) == spelled)
    #expect(GlyphSet.ascii.width(text) == spelled.count)
    #expect(GlyphSet.full.spelled(text) == text)
  }

  @Test(
    "on the Linux console keeps Latin letters and what its fonts have of mathematics",
    arguments: [
      ("x₁² − 3·x₂ ≥ ½", "x1² − 3·x2 ≥ ½"), ("20×20 → größer", "20×20 → größer"), ("η = 0.1", "eta = 0.1"),
      ("10⁻³", "10^-³"), ("● more…", "● more..."), ("▀█", "?█"), ("漢", "??"), ("\u{1B}[31m", "^[[31m"),
    ])
  func console(text: String, spelled: String) {
    #expect(GlyphSet.console.spelled(text) == spelled)
    #expect(GlyphSet.console.width(text) == spelled.count)
  }

  @Test(
    "makes control characters visible",
    arguments: [
      ("\u{1B}[31m", "␛[31m", "^[[31m"), ("a\tb", "a b", "a b"), ("a\nb", "a␊b", "a^Jb"), ("\u{7F}", "␡", "^?"),
      ("\u{9B}", "\u{FFFD}", "?"), ("\u{202E}abc", "\u{FFFD}abc", "?abc"),
      ("a\u{200B}b", "a\u{FFFD}b", "a?b"), ("\u{AD}", "\u{FFFD}", "?"),
    ])
  func controls(text: String, full: String, ascii: String) {
    #expect(GlyphSet.full.spelled(text) == full)
    #expect(GlyphSet.ascii.spelled(text) == ascii)
  }

  @Test("never lets a control character or, in ASCII, another character into a cell", arguments: GlyphSet.allCases)
  func safety(glyphs: GlyphSet) {
    var frame = Frame(Size(80, 3), theme: Theme(glyphs: glyphs))
    let controls = String(String.UnicodeScalarView((0...0x9F).compactMap { Unicode.Scalar($0) }))
    let text = controls + "\u{202E}\u{2066}\u{FEFF}é"
    frame.put(text, x: 0, y: 0)
    frame.put(String(text.unicodeScalars.dropFirst(70).map { Character($0) }), x: 0, y: 1)
    frame.write("●", x: 0, y: 2, Style(.terminal))
    frame.mark("▲", x: 1, y: 2, .positivePoint)
    for cell in frame.cells {
      #expect(cell.glyph.value >= 0x20 && !(0x7F..<0xA0).contains(cell.glyph.value))
      #expect(glyphs.contains(cell.glyph))
    }
  }

  @Test(
    "knows how many columns a character takes",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ア", 2), ("한", 2), ("😀", 2), ("▀", 1), ("⣿", 1), ("●", 1),
      ("−", 1),
      ("Ａ", 2), ("a\u{200D}", 1), ("₁", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(GlyphSet.full.width(text) == columns)
  }
}
