import Foundation
import Testing

@Suite("The README's commands")
struct CommandReadmeTests {
  /// The lines of the README's shell blocks that call the program.
  private static func commands() throws -> [[String]] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(
      contentsOf: tests.deletingLastPathComponent().appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    return blocks.joined().split(separator: "\n").filter { $0.hasPrefix("nnplay ") }.map { line in
      line.split(separator: " ").dropFirst().map { String($0).replacing("'", with: "") }
    }
  }

  @Test("are understood: what they name besides files exists")
  func understood() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 5)
    let folder = try TemporaryFolder()
    for arguments in commands {
      // A single epoch shows that the words are understood; files of the reader's own are not there.
      let isTraining = arguments.first == "train"
      let run = try CommandRun(arguments + (isTraining ? ["--epochs", "1"] : []), in: folder.url)
      let lacksFile = run.errors.contains("cannot be read") || run.errors.contains("cannot read")
      let isDone = run.status == 0 || (run.status == 1 && arguments.contains("--until"))
      #expect(isDone || lacksFile, "\(arguments): \(run.errors)")
    }
  }
}
