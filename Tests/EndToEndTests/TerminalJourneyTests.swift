import Foundation
import TerminalHarness
import Testing

/// nnplay itself on a terminal: it opens, trains, follows the window, and leaves nothing behind.
@Suite struct TerminalJourneyTests {
  /// The playground, without the settings of whoever runs the tests.
  private func nnplay(
    _ arguments: String..., width: Int = 120, height: Int = 40, environment: [String: String] = [:]
  ) throws -> ProgramOnTerminal {
    let settings = environment.merging(["XDG_CONFIG_HOME": "/nonexistent"]) { given, _ in given }
    let program = try ProgramOnTerminal(
      "nnplay", arguments, width: width, height: height, environment: settings, deadline: .seconds(60))
    try program.waitFor("epoch")
    return program
  }

  private func expectTerminalAsFound(_ program: ProgramOnTerminal) throws {
    #expect(try program.line() == program.lineAtStart)
    #expect(program.screen.modes == [7, 25])
  }

  @Test(arguments: ["256", "24bit", "16", "none"])
  func opensTrainsAndQuits(colors: String) throws {
    let program = try nnplay("circle", "--color", colors)
    #expect(program.screen.text.contains("000,000"))
    try program.type(" ")
    try program.waitFor("a later epoch") { !$0.text.contains("000,000") && $0.text.contains("training") }
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
    try expectTerminalAsFound(program)
  }

  @Test func followsTheWindow() throws {
    let program = try nnplay("xor")
    for (width, height) in [(80, 24), (200, 60), (60, 18), (40, 10), (10, 3), (1, 1), (120, 40)] {
      try program.resize(width: width, height: height)
    }
    try program.waitFor("LOSS")
    try program.type(" ")
    try program.waitFor("training")
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGXCPU, SIGPROF, SIGSEGV, SIGABRT])
  func aSignalWhileTrainingLeavesTheTerminalAsFound(signal: Int32) throws {
    let program = try nnplay("spiral")
    try program.type(" ")
    try program.waitFor("training")
    program.signal(signal)
    #expect(try program.waitForEnd() == .signal(signal))
    try expectTerminalAsFound(program)
  }

  @Test func aTerminalThatCannotDrawIsRefusedInASentence() throws {
    let program = try ProgramOnTerminal("nnplay", ["circle"], width: 200, environment: ["TERM": "dumb"])
    #expect(try program.waitForEnd() == .status(2))
    #expect(program.screen.text.contains("TERM is \"dumb\""))
    try expectTerminalAsFound(program)
  }
}
