import Foundation
import Interface
import Testing

@Suite("The README's table of keys")
struct ReadmeKeysTests {
  @Test("says what the list of actions says")
  func table() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(
      contentsOf: tests.deletingLastPathComponent().appendingPathComponent("README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "<!-- keys -->\n").last?.components(separatedBy: "<!-- /keys -->")
    #expect(parts?.first == expected, "Put this between the marks: \(expected)")
  }

  /// A table of three columns: the group, the keys, what they do.
  private var expected: String {
    let rows = CommandGroup.allCases.flatMap { group in
      Command.allCases.filter { $0.info.group == group }.enumerated().map { index, command in
        let keys = command.info.keys.map { "`\($0.name)`" }.joined(separator: " ")
        return "| \(index == 0 ? group.rawValue.capitalized : "") | \(keys) | \(command.info.sentence) |"
      }
    }
    return (["| | key | what it does |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }
}
