import Foundation
import TerminalHarness
import Testing

/// A playground that is cut off loses some seconds and no more.
@Suite struct KeptRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func nnplay(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramOnTerminal {
    let settings = ["XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": folder.url.path]
    let program = try ProgramOnTerminal(
      "nnplay", arguments, width: 120, height: 40, environment: settings.merging(environment) { $1 },
      deadline: .seconds(90))
    try program.waitFor("epoch")
    return program
  }

  private var keptRuns: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/nnplay")
    return (files ?? []).filter { $0.hasSuffix(".safetensors") }.sorted()
  }

  /// Trains until the run stands in a file.
  private func train(_ program: ProgramOnTerminal, until files: [String] = ["run-1.safetensors"]) throws {
    try program.type(" ")
    try program.waitFor("the kept run") { _ in keptRuns == files }
  }

  @Test func whatWasKilledIsOfferedAndGoesOnWhereItStood() throws {
    let first = try nnplay("spiral")
    try train(first)
    first.signal(SIGKILL)
    #expect(try first.waitForEnd() == .signal(SIGKILL))

    // Whoever asks for something gets it, and is told.
    let asking = try nnplay("gauss")
    try asking.waitFor("what was cut off") { $0.text.contains(/A run of spiral was cut off at epoch [1-9]/) }
    try asking.type("q")
    #expect(try asking.waitForEnd() == .status(0))

    // Whoever does not care now is asked again.
    let second = try nnplay()
    try second.waitFor("A RUN WAS CUT OFF")
    #expect(second.screen.text.contains(/spiral at epoch [1-9]/))
    try second.type(KeyBytes.escape)
    try second.waitFor("the playground") { !$0.text.contains("CUT OFF") }
    try second.type("q")
    #expect(try second.waitForEnd() == .status(0))

    let third = try nnplay()
    try third.waitFor("A RUN WAS CUT OFF")
    try third.type(KeyBytes.enter)
    try third.waitFor("the run") { $0.lines[0].contains("spiral") && !$0.text.contains("000,000") }
    try third.type(" ")
    try third.waitFor("the run in its new place") { _ in keptRuns == ["run-2.safetensors"] }
    third.signal(SIGKILL)
    #expect(try third.waitForEnd() == .signal(SIGKILL))

    let fourth = try nnplay()
    try fourth.waitFor("A RUN WAS CUT OFF")
    try fourth.type(KeyBytes.down + KeyBytes.down + KeyBytes.enter)
    try fourth.waitFor("the playground") { !$0.text.contains("CUT OFF") }
    try fourth.waitFor("what was thrown away") { _ in keptRuns.isEmpty }
    try fourth.type("q")
    #expect(try fourth.waitForEnd() == .status(0))
  }

  @Test func whoeverLeavesLeavesNothingBehindAndTwoAtOnceDoNotMeet() throws {
    let first = try nnplay("spiral")
    try train(first)
    let second = try nnplay("xor")
    #expect(!second.screen.text.contains("CUT OFF"), "what another playground has in hand is not offered")
    try train(second, until: ["run-1.safetensors", "run-2.safetensors"])
    for program in [first, second] {
      try program.type("q")
      #expect(try program.waitForEnd() == .status(0))
    }
    #expect(keptRuns.isEmpty)
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGSEGV])
  func aSignalKeepsTheRun(signal: Int32) throws {
    let program = try nnplay("spiral")
    try train(program)
    program.signal(signal)
    #expect(try program.waitForEnd() == .signal(signal))
    #expect(program.screen.modes == [7, 25])
    #expect(keptRuns.count == 1)
  }

  @Test(arguments: ["/dev/null", "full"])
  func aDiskThatTakesNothingIsSaidOnceAndStopsNothing(state: String) throws {
    let failing =
      state == "full"
      ? ["LD_PRELOAD": try BuiltProduct.path("libFailingCalls.so"), "FAIL_CALL": "write", "FAIL_AT": "1"]
      : ["XDG_STATE_HOME": state]
    let program = try nnplay("spiral", environment: failing.merging(["FAIL_UNDER": folder.url.path]) { $1 })
    if state == "full" { try program.type(" ") }
    try program.waitFor("The run is not kept")
    if state != "full" { try program.type(" ") }
    try program.waitFor("training")
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }
}
