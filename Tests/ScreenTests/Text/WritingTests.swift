import Screen
import Testing

@Suite("Text on a frame")
struct WritingTests {
  @Test("starts where it is told and says where it ended")
  func start() {
    var frame = Frame(Size(12, 1))
    let end = frame.put("loss", x: 2, y: 0, .dim)
    #expect(end == 6)
    frame.put("0.02", x: end + 1, y: 0, .strong, .bold)
    #expect(frame.lines == ["  loss 0.02"])
    #expect(frame[2, 0].foreground == .indexed(244))
    #expect(frame[7, 0] == Cell("0", foreground: .indexed(255), background: .indexed(233), attributes: .bold))
  }

  @Test("ends before a column, or stands in the middle of some")
  func alignment() {
    var frame = Frame(Size(9, 3))
    #expect(frame.put("abc", endingAt: 9, y: 0) == 6)
    #expect(frame.put("abc", centeredIn: 0..<9, y: 1) == 3)
    #expect(frame.put([Span("a"), Span("bcd", .strong)], endingAt: 4, y: 2) == 0)
    #expect(frame.lines == ["      abc", "   abc", "abcd"])
  }

  @Test("is clipped at every edge", arguments: [(-2, "llo"), (4, "    he"), (6, ""), (-9, "")])
  func clipping(x: Int, line: String) {
    var frame = Frame(Size(6, 1))
    frame.put("hello", x: x, y: 0)
    #expect(frame.lines == [line])
  }

  @Test("keeps the ground it is written on, unless told another")
  func ground() {
    var frame = Frame(Size(4, 1))
    frame.fill(Rect(x: 0, y: 0, width: 4, height: 1), .band)
    frame.put("ab", x: 0, y: 0)
    frame.put("cd", x: 2, y: 0, on: .ground)
    #expect(frame[0, 0].background == .indexed(235))
    #expect(frame[2, 0].background == .indexed(233))
  }

  @Test("gives wide characters two cells, and cuts none in half")
  func wide() {
    var frame = Frame(Size(7, 2))
    #expect(frame.put("漢字|", x: 0, y: 0) == 5)
    #expect(frame[1, 0].isCovered && frame[3, 0].isCovered)
    frame.put("ab漢字", x: 2, y: 1)
    #expect(frame.lines == ["漢字|", "  ab漢"])
  }

  @Test(
    "leaves no half of a wide character that it overwrites",
    arguments: [
      (0, "x 字"), (1, " x字"), (2, "漢x"), (3, "漢 x"),
    ])
  func overwritten(x: Int, line: String) {
    var frame = Frame(Size(5, 1))
    frame.put("漢字", x: 0, y: 0)
    frame.put("x", x: x, y: 0)
    #expect(frame.lines == [line])
    #expect(frame.cells.filter(\.isCovered).count == 1)
  }

  @Test("sets accents on the letter before, and drops joiners")
  func accents() {
    var frame = Frame(Size(6, 1))
    #expect(frame.put("e\u{301}a\u{200D}b", x: 0, y: 0) == 3)
    #expect(frame.lines == ["e\u{301}ab"])
  }

  @Test("keeps the keys underlined in the names they belong to")
  func keyed() {
    var frame = Frame(Size(12, 2))
    #expect(frame.keyed("optimiser", key: "o", x: 0, y: 0) == 9)
    frame.keyed("rate", key: "e", x: 0, y: 1, .accent)
    #expect(frame.lines == ["optimiser", "rate"])
    #expect(frame[0, 0].attributes == .underline)
    #expect(frame[0, 0].foreground == .indexed(250))
    #expect(frame[1, 0].foreground == .indexed(244))
    #expect(frame[3, 1] == Cell("e", foreground: .indexed(115), background: .indexed(233), attributes: .underline))
  }

  @Test(
    "is shortened with an ellipsis",
    arguments: [
      (9, "a weight"), (8, "a weight"), (7, "a weig…"), (1, "…"), (0, ""),
    ])
  func shortened(width: Int, text: String) {
    #expect(Frame(Size(1, 1)).shortened("a weight", to: width) == text)
  }

  @Test("stays readable in a reversed title: nothing dim, nothing unreversed")
  func reversedTitle() {
    var frame = Frame(Size(6, 1), theme: Theme(.monochrome))
    frame.band(y: 0)
    frame.put("ab", x: 0, y: 0, .dim)
    frame.put("c", x: 3, y: 0, .accent)
    #expect(frame[0, 0].attributes == .reverse)
    #expect(frame[2, 0].attributes == .reverse)
    #expect(frame[3, 0].attributes == [.bold, .reverse])
  }
}
