import Screen
import Testing

@Suite("A frame as text")
struct ExportTests {
  @Test("has a line a row without spaces at the end")
  func text() {
    var frame = Frame(Size(6, 3))
    frame.put("one", x: 0, y: 0)
    frame.put("two", x: 2, y: 2)
    #expect(frame.lines == ["one", "", "  two"])
    #expect(frame.text == "one\n\n  two\n")
  }

  @Test("writes a colour once for a run of cells that share it")
  func ansi() {
    var frame = Frame(Size(4, 1), theme: Theme(.dark))
    frame.put("ab", x: 0, y: 0, .accent, .bold)
    #expect(frame.ansi == "\u{1B}[0;1;38;5;115;48;5;233mab\u{1B}[0;48;5;233m  \u{1B}[0m\n")
  }

  @Test(
    "writes colours as the terminal's depth has them",
    arguments: [
      (ColorDepth.none, "\u{1B}[0;1mx"),
      (.eight, "\u{1B}[0;1;32mx"),
      (.sixteen, "\u{1B}[0;92mx"),
      (.palette, "\u{1B}[0;38;5;115;48;5;233mx"),
      (.full, "\u{1B}[0;38;2;135;215;175;48;2;18;18;18mx"),
    ])
  func depths(depth: ColorDepth, start: String) {
    var frame = Frame(Size(1, 1), theme: Theme(.dark, depth: depth))
    frame.put("x", x: 0, y: 0, .accent)
    #expect(frame.ansi == start + "\u{1B}[0m\n")
  }
}
