import Datasets
import Interface
import Screen
import Testing

@Suite("The icons of data sets")
struct IconTests {
  private func drawn(_ set: PointGenerator, _ theme: Theme = Theme(), isChosen: Bool = true) -> Frame {
    var frame = Frame(Size(8, 4), theme: theme)
    frame.icon(Icon(set.sketch), in: Rect(Size(8, 4)), isChosen: isChosen)
    return frame
  }

  @Test("draw the circle as a disc in a ring")
  func circle() {
    #expect(drawn(.circle).lines == [" ⢄⠔⠕⠕⢔⢄", "⢔⠅⢐⢔⢕⢄⢑⢅", "⢑⢅⠑⢕⠕⠅⢐⠕", " ⠑⠕⢔⢔⠔⠑"])
    #expect(drawn(.circle)[3, 1].foreground == .indexed(75))
    #expect(drawn(.circle)[0, 1].foreground == .indexed(214))
    #expect(drawn(.circle, isChosen: false)[3, 1].foreground == .indexed(24))
  }

  @Test(
    "differ from one another, in every glyph set and without colours",
    arguments: [
      Theme(), Theme(glyphs: .blocks), Theme(glyphs: .ascii), Theme(.monochrome),
    ])
  func differences(theme: Theme) {
    let frames = PointGenerator.allCases.map { drawn($0, theme) }
    for (one, frame) in frames.enumerated() {
      #expect(frame.cells.contains { $0.glyph != " " })
      for other in frames[(one + 1)...] { #expect(frame != other) }
    }
  }
}
