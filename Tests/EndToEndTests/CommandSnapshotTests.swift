import Foundation
import Testing

/// `nnplay snapshot --format`: the screen as text or as a picture.
@Suite("nnplay snapshot") struct CommandSnapshotTests {
  @Test("draws the screen in SVG, on standard output")
  func svg() throws {
    let run = try CommandRun("snapshot", "circle", "--format", "svg", "--size", "80x24")
    #expect(run.status == 0 && run.lines.last == "</svg>")
    #expect(run.lines.first?.contains("width=\"800\" height=\"480\"") == true)
    #expect(run.lines.contains { $0.contains(">epoch") || $0.contains("circle") })
  }

  @Test("draws the screen in PNG, into a file")
  func png() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("circle.png")
    let run = try CommandRun("snapshot", "circle", "--format", "png", "--size", "80x24", "--output", path)
    #expect(run.status == 0 && run.lines.isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // The signature, and the size in the header.
    #expect(Array(bytes.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10])
    #expect(Array(bytes[16..<24]) == [0, 0, 3, 32, 0, 0, 1, 224])
  }

  @Test("refuses other formats")
  func others() throws {
    let run = try CommandRun("snapshot", "circle", "--format", "gif")
    #expect(run.status == 2 && run.errors == "nnplay: --format cannot be \"gif\": it takes text, ansi, svg, png.\n")
  }
}
