import Foundation
import TerminalHarness
import Testing

/// A disk that is full, or fails at any moment: what was there is still there, and the user is told.
@Suite struct FailingDiskTests {
  struct Writing: Sendable, CustomTestStringConvertible {
    /// What is done; FILE stands for the file that is written.
    let arguments: [String]
    /// What a whole file begins with.
    let beginning: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let writings = [
    Writing(arguments: ["train", "xor", "--epochs", "1", "--save", "FILE.safetensors"], beginning: ""),
    Writing(arguments: ["snapshot", "xor", "--size", "80x24", "--output", "FILE.txt"], beginning: " "),
    Writing(arguments: ["data", "export", "xor", "--csv", "FILE.csv"], beginning: "x1,x2,"),
  ]

  @Test(arguments: writings, ["open", "write", "fsync", "rename"])
  func theOldFileOrTheNewOneStandsThereWhole(writing: Writing, call: String) throws {
    let library = try BuiltProduct.path("libFailingCalls.so")
    var hasFailed = false
    for number in 1...3 {
      let folder = try TemporaryFolder()
      let arguments = writing.arguments.map { $0.replacing("FILE", with: folder.path("file")) }
      let path = try #require(arguments.last)
      try Data("old".utf8).write(to: URL(filePath: path))
      let run = try CommandRun(
        arguments,
        environment: [
          "LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_AT": "\(number)", "FAIL_UNDER": folder.url.path,
        ])
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      #expect(files == [URL(filePath: path).lastPathComponent], "nothing else is left lying about")
      let content = try Data(contentsOf: URL(filePath: path))
      if run.status == 0 {
        #expect(content.count > 3 && content.starts(with: writing.beginning.utf8))
      } else {
        hasFailed = true
        #expect(content == Data("old".utf8) && run.status == 2)
        #expect(run.errors.contains(path) && run.errors.contains("No space left on device"), "\(run.errors)")
      }
    }
    #expect(hasFailed, "the call is never made")
  }
}
