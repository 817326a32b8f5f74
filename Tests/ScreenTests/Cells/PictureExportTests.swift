import Foundation
import Screen
import Testing

@Suite("A frame as a picture")
struct PictureExportTests {
  private func frame(_ glyph: Unicode.Scalar, _ attributes: Attributes = []) -> Frame {
    var frame = Frame(Size(1, 1))
    frame[0, 0] = Cell(glyph, foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 0), attributes: attributes)
    return frame
  }

  /// The rows of a cell of 10 × 20 pixels, a letter for the ink of each: blank, `.` up to a half, `#` from there.
  private func picture(_ glyph: Unicode.Scalar) -> [String] {
    let pixels = FramePixels(frame(glyph))
    func letter(_ x: Int, _ y: Int) -> Character {
      let ink = pixels.bytes[(y * 10 + x) * 3]
      return ink == 0 ? " " : ink < 128 ? "." : "#"
    }
    return (0..<20).map { y in String((0..<10).map { x in letter(x, y) }) }
  }

  @Test("in pixels has each cell in 10 × 20 of them, in the colours of glyph and ground")
  func pixels() {
    var frame = Frame(Size(2, 1))
    frame[0, 0] = Cell("▀", foreground: .rgb(9, 8, 7), background: .rgb(1, 2, 3))
    frame[1, 0] = Cell("▒", foreground: .rgb(201, 101, 1), background: .rgb(1, 1, 1))
    let pixels = FramePixels(frame)
    #expect((pixels.width, pixels.height, pixels.bytes.count) == (20, 20, 1200))
    func color(_ x: Int, _ y: Int) -> [UInt8] { Array(pixels.bytes[(y * 20 + x) * 3..<(y * 20 + x) * 3 + 3]) }
    #expect(color(0, 9) == [9, 8, 7] && color(9, 10) == [1, 2, 3] && color(15, 15) == [101, 51, 1])
  }

  @Test("joins rules at the edges of cells")
  func rules() {
    #expect(picture("─")[9...10].allSatisfy { !$0.contains(" ") } && picture("─")[7].allSatisfy { $0 == " " })
    #expect(picture("┼")[0].contains("#") && picture("┼")[19].contains("#"))
    #expect(picture("╰")[19] == picture(" ")[19] && picture("╰")[10].hasSuffix("#"))
  }

  @Test("draws letters with a pen")
  func letters() {
    #expect(
      picture("T").map { $0.replacing(".", with: " ") } == [
        "          ", "          ", "          ", " ######## ", " ######## ", "    ##    ", "    ##    ", "    ##    ",
        "    ##    ", "    ##    ", "    ##    ", "    ##    ", "    ##    ", "    ##    ", "    ##    ", "    ##    ",
        "          ", "          ", "          ", "          ",
      ])
  }

  @Test("has a shape of its own for everything that the screens of the tests show")
  func everyGlyph() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = tests.appendingPathComponent("InterfaceTests/Golden")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let text = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let unknown = FramePixels(frame("\u{e000}")).bytes
    for glyph in Set(text.unicodeScalars) where glyph != "\n" {
      #expect(FramePixels(frame(glyph)).bytes != unknown, "\(glyph)")
    }
  }

  @Test("in SVG has its letters as text and all else as shapes")
  func svg() {
    var frame = Frame(Size(4, 1))
    for (x, glyph) in "a<b▄".unicodeScalars.enumerated() {
      frame[x, 0] = Cell(glyph, foreground: .rgb(255, 0, 10), background: .rgb(0, 0, 16), attributes: .bold)
    }
    #expect(
      frame.svg == """
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20" font-family="monospace" \
        font-size="16" stroke-linecap="round" stroke-linejoin="round">
        <rect x="0" y="0" width="40" height="20" fill="#000010" shape-rendering="crispEdges"/>
        <text x="0" y="15" textLength="30" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="#ff000a" \
        font-weight="bold">a&lt;b</text>
        <rect x="30" y="10" width="10" height="10" fill="#ff000a" shape-rendering="crispEdges"/>
        </svg>

        """)
  }
}
