import Screen
import Testing

@Suite("Icons")
struct IconTests {
  /// A disc in a square: + within, − around.
  private let disc = Icon(isLine: false) { u, v in u * u + v * v < 0.3 ? .positive : .negative }
  private let diagonal = Icon(isLine: true) { u, v in abs(u - v) < 0.2 ? .third : nil }

  private func drawn(_ icon: Icon, _ theme: Theme = Theme(), isChosen: Bool = true) -> Frame {
    var frame = Frame(Size(8, 4), theme: theme)
    frame.icon(icon, in: Rect(Size(8, 4)), isChosen: isChosen)
    return frame
  }

  @Test("draw areas in every second dot, a colour a cell, bright if chosen")
  func areas() {
    let frame = drawn(disc)
    #expect(frame.lines[0] == "⢕⢕⢕⢕⢕⢕⢕⢕")
    #expect(frame[3, 1].foreground == .indexed(75))
    #expect(frame[0, 0].foreground == .indexed(214))
    #expect(drawn(disc, isChosen: false)[3, 1].foreground == .indexed(24))
  }

  @Test("draw lines dot by dot")
  func lines() {
    #expect(drawn(diagonal).lines == ["     ⢀⣴⠟", "   ⢀⣴⠟⠁", " ⢀⣴⠟⠁", "⣴⠟⠁"])
  }

  @Test("are letters in ASCII")
  func letters() {
    #expect(drawn(disc, Theme(glyphs: .ascii)).lines[0].allSatisfy { $0 == "x" })
  }
}
