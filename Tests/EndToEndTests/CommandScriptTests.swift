import Foundation
import Testing

/// Scripts of keys that play without a terminal.
@Suite("A script without a terminal") struct CommandScriptTests {
  /// Plays a script and returns how that ended, and the screen that it saved.
  private func play(_ script: String, _ arguments: String...) throws -> (run: CommandRun, screen: [String]) {
    let folder = try TemporaryFolder()
    let file = try folder.write("keys", script)
    let run = try CommandRun(["circle", "--keys", file] + arguments, in: folder.url)
    let saved = try? String(contentsOf: folder.url.appendingPathComponent("screen.txt"), encoding: .utf8)
    return (run, saved?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? [])
  }

  @Test(
    "has a screen of the size that it asks for",
    arguments: [
      ("", [String](), 120, 40), ("", ["--size", "80x24"], 80, 24), ("", ["--size", "80×24"], 80, 24),
      ("size 100×30\n", [], 100, 30), ("size 100x30\n", ["--size", "80x24"], 100, 30),
      ("until ready\nsize 61X19\n", [], 61, 19),
    ])
  func sizes(lines: String, options: [String], width: Int, height: Int) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("keys", lines + "until ready\nsave screen.txt\n")
    let run = try CommandRun(["circle", "--keys", file] + options, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let screen = try String(contentsOf: folder.url.appendingPathComponent("screen.txt"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(screen.count == height + 1)
    #expect(screen.map(\.count).max() ?? 0 <= width)
    #expect(screen[0].hasSuffix("epoch 000,000"))
    #expect(screen[0].count > width - 3)
  }

  @Test(
    "that waits for what never comes ends with status 1 and a sentence",
    arguments: [
      ("until epoch 5", "paused, at epoch 0: let it train first."),
      ("until text Nobody says this", "let it train first."),
      ("until diverged", "let it train first."),
      ("key Space\nuntil training\nuntil epoch 100000", "allow more with a line limit FRAMES."),
    ])
  func never(lines: String, words: String) throws {
    let (run, _) = try play("until ready\nlimit 30\n\(lines)\nsave screen.txt\n")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("\"\(lines.split(separator: "\n").last ?? "")\" has not come in 30 frames"), "\(run.errors)")
    #expect(run.errors.hasSuffix("\(words)\n"), "\(run.errors)")
  }

  @Test(
    "names the line that is none",
    arguments: [("limit 0", 2), ("limit", 2), ("size 80", 2), ("size 80 24", 2), ("until never", 2)])
  func lines(line: String, number: Int) throws {
    let (run, _) = try play("until ready\n\(line)\n")
    #expect(run.status == 2)
    #expect(run.errors.contains(":\(number): \"\(line)\" is no line of a script"), "\(run.errors)")
  }

  @Test("saves a model that is asked for before it leaves")
  func model() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("keys", "until ready\nkey . . .\nuntil epoch 3\nkey s Down Enter Enter q\n")
    let run = try CommandRun(["circle", "--keys", file], in: folder.url)
    #expect(run.status == 0)
    let model = try CommandRun(
      ["train", "circle", "--set", "weights=circle.safetensors", "--epochs", "1"], in: folder.url)
    #expect(model.errors.contains("goes on where the file of weights was saved: after epoch 3."), "\(model.errors)")
  }
}
