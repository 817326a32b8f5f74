import Datasets
import Foundation
import Interface
import NeuralEngine
import Screen
import Testing

@Suite("The icons of data sets")
struct IconTests {
  private func drawn(_ set: PointGenerator, _ theme: Theme = Theme(), isChosen: Bool = true) -> Frame {
    var frame = Frame(Size(8, 4), theme: theme)
    frame.icon(Icon(set.recipe.sketch), in: Rect(Size(8, 4)), isChosen: isChosen)
    return frame
  }

  @Test("draw the circle as a disc in a ring")
  func circle() {
    #expect(drawn(.circle).lines == [" ⢄⠔⠕⠕⢔⢄", "⢔⠅⢐⢔⢕⢄⢑⢅", "⢑⢅⠑⢕⠕⠅⢐⠕", " ⠑⠕⢔⢔⠔⠑"])
    #expect(drawn(.circle)[3, 1].foreground == .indexed(75))
    #expect(drawn(.circle)[0, 1].foreground == .indexed(214))
    #expect(drawn(.circle, isChosen: false)[3, 1].foreground == .indexed(24))
  }

  @Test("draw the spiral's arms in the colours of its samples")
  func spiral() throws {
    let ink = PointGenerator.spiral.recipe.sketch.ink
    var random = SeededRandom(seed: "0.5")
    let points = PointGenerator.spiral.recipe.generate(count: 400, noise: 0, trainRatio: 1, using: &random).points
    // The outer ends: the drawing has fewer turns, so further in its arms lie elsewhere.
    let outer = points.filter { hypot($0.x1, $0.x2) > 4.6 }
    let matching = outer.count { point in
      let inks: [PointSketch.Ink] = [0.8, 0.86, 0.92, 0.98].compactMap { radius in
        let length = hypot(point.x1, point.x2)
        return ink(point.x1 / length * radius, point.x2 / length * radius)
      }
      return inks.contains(point.label > 0 ? .positive : .negative)
    }
    #expect(matching * 10 >= outer.count * 8)
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
