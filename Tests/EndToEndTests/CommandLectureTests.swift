import Foundation
import Testing

@Suite("nnplay lectures, data, help")
struct CommandLectureTests {
  @Test("the course is listed in its order")
  func list() throws {
    let run = try CommandRun("lectures")
    #expect(run.status == 0)
    #expect(run.lines.prefix(3).map { $0.split(separator: " ")[0] } == ["perceptron", "xor", "mlp"])
  }

  @Test("a lecture is shown as text of at most 80 columns, tables and formulas aside")
  func show() throws {
    let run = try CommandRun("lectures", "show", "xor")
    #expect(run.status == 0)
    #expect(run.lines[0] == "Why one line is not enough")
    #expect(run.lines.contains("3  Four units, four lines"))
    #expect(run.lines.contains("Goal: test loss below 0.05 within 200 epochs"))
    #expect(run.lines.filter { !$0.hasPrefix(" ") }.allSatisfy { $0.count <= 80 })
  }

  @Test("a lecture of one's own is checked and its goal tried")
  func check() throws {
    let folder = try TemporaryFolder()
    let text = """
      ---
      title: Mine
      order: 1
      summary: A try.
      minutes: 5
      ---
      ## Easy
      ```playground
      dataset: gauss
      hidden: []
      ```
      ```goal
      testLoss < 0.2 within 20 epochs
      ```
      ## Too soon
      ```goal
      testLoss < 1e-9 within 2 epochs
      ```

      """
    let path = try folder.write("mine.md", text)
    let plain = try CommandRun("lectures", "check", path)
    #expect(plain.status == 0)
    #expect(plain.lines == ["mine: 2 steps in order"])
    let tried = try CommandRun("lectures", "check", "--run", path)
    #expect(tried.status == 1)
    try #require(tried.lines.count == 3)
    #expect(tried.lines[1].hasSuffix("as promised"))
    #expect(tried.lines[2].hasSuffix("not reached in 2 epochs, NOT AS PROMISED"))
  }

  @Test("a lecture goes on where it was left the day before, and a step can be named")
  func progress() throws {
    let folder = try TemporaryFolder()
    let keys = try folder.write("keys.txt", "until ready\nkey 1 Right Right\nwait 2\nkey q q\n")
    let state = ["XDG_STATE_HOME": folder.url.path]
    #expect(try CommandRun(["xor", "--keys", keys], environment: state).status == 0)
    let kept = try String(contentsOf: folder.url.appending(path: "nnplay/lectures.yaml"), encoding: .utf8)
    #expect(kept.contains("\"xor\":\n  title: \"Why one line is not enough\"\n  step: 3\n"))
    #expect(kept.contains("answers: {1: [1]}"))
    let list = try CommandRun(["lectures"], environment: state)
    #expect(list.lines[1].hasSuffix("(step 3 of 8, 0 of 8 goals)"))
    let look = try folder.write("look.txt", "until ready\nwait 2\nsave screen.txt\nkey q q\n")
    for (source, step) in [("xor", 3), ("xor#2", 2)] {
      #expect(try CommandRun([source, "--keys", look], in: folder.url, environment: state).status == 0)
      let screen = try String(contentsOf: folder.url.appending(path: "screen.txt"), encoding: .utf8)
      #expect(screen.contains("step \(step) of 8"))
    }
    try Data("step: [".utf8).write(to: folder.url.appending(path: "nnplay/lectures.yaml"))
    #expect(try CommandRun(["xor", "--keys", look], in: folder.url, environment: state).status == 0)
    let screen = try String(contentsOf: folder.url.appending(path: "screen.txt"), encoding: .utf8)
    #expect(screen.contains("cannot be kept"))
    let broken = try String(contentsOf: folder.url.appending(path: "nnplay/lectures.yaml"), encoding: .utf8)
    #expect(broken == "step: [", "what cannot be read is not written over")
  }

  @Test("MNIST inside the program is as it was published")
  func verify() throws {
    let run = try CommandRun("data", "verify", "mnist")
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
    #expect(run.lines.allSatisfy { $0.hasSuffix("as published") })
    #expect(run.lines[0].contains("6bbc9ace898e44ae57da46a324031adb"))
  }

  @Test(
    "version, help and completions",
    arguments: [
      (["--version"], "nnplay "), (["--help"], "OVERVIEW: A neural-network playground for the terminal."),
      (["train", "--help"], "OVERVIEW: Train without a screen."),
      (["--generate-completion-script", "bash"], "#!/bin/bash"),
    ])
  func help(arguments: [String], beginning: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.first?.hasPrefix(beginning) == true)
  }
}
