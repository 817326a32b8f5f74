import Foundation
import TerminalHarness
import Testing

/// `nnplay train` under the signals that ask a program to end.
@Suite struct CommandSignalTests {
  @Test(
    "the first one saves what there is, says so and ends with 128 and its number",
    arguments: [
      (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"), (SIGUSR1, "SIGUSR1"), (SIGXCPU, "SIGXCPU"),
    ])
  func first(signal: Int32, name: String) throws {
    let folder = try TemporaryFolder()
    let model = folder.path("m.safetensors")
    let run = try CommandRun(
      ["train", "spiral", "--epochs", "1000000000", "--save", model, "--json"], interruptAt: "\"epoch\":5,", by: signal)
    #expect(run.status == 128 + signal)
    #expect(run.errors == "")
    let end = try #require(run.objects.last)
    #expect(end["reason"] as? String == "interrupted")
    #expect(end["signal"] as? String == name)
    #expect(end["saved"] as? String == model)
    let point = try folder.write("point.csv", "x1,x2\n1,2\n")
    #expect(try CommandRun("predict", "--model", model, "--csv", point).status == 0, "the saved model opens")
  }

  @Test("a second one ends the program at once, also where it hangs on a line that takes nothing")
  func second() throws {
    let program = try ProgramOnTerminal("nnplay", ["train", "spiral", "--epochs", "1000000000", "--json"])
    try program.waitForOutput()
    program.signal(SIGTERM)
    program.signal(SIGINT)
    #expect([.signal(SIGTERM), .signal(SIGINT)].contains(try program.waitForEnd(reading: false)))
  }

  @Test("under nohup SIGHUP is passed over")
  func ignored() throws {
    let shell = try ProgramOnTerminal(
      "/bin/sh",
      ["-c", "trap '' HUP; exec \"$0\" train spiral --epochs 1000000000", try BuiltProduct.path("nnplay")], width: 120)
    try shell.waitFor("train loss")
    shell.signal(SIGHUP)
    shell.signal(SIGTERM)
    #expect(try shell.waitForEnd() == .status(128 + SIGTERM))
    #expect(shell.screen.text.contains("Interrupted by SIGTERM after"))
  }
}
