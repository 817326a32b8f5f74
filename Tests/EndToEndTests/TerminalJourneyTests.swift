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

  @Test func coloursAreChosenInTheListAndLast() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nnplay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func says24Bit(_ program: ProgramOnTerminal) -> Bool {
      String(decoding: program.output, as: UTF8.self).contains("38;2;")
    }
    // monochrome and back again: the terminal's colours are not forgotten
    let first = try nnplay("circle", environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(!says24Bit(first))
    for (rows, said) in [
      (3, "Theme monochrome"), (-3, "Theme dark, glyphs full, color auto"), (9, "color 24bit: kept"),
    ] {
      try first.type("T")
      try first.waitFor("THEME")
      try first.type(String(repeating: rows > 0 ? KeyBytes.down : KeyBytes.up, count: abs(rows)) + KeyBytes.enter)
      try first.waitFor(said)
    }
    try first.waitFor("the colours") { _ in says24Bit(first) }
    try first.type("q")
    #expect(try first.waitForEnd() == .status(0))

    let second = try nnplay("circle", environment: ["XDG_CONFIG_HOME": folder.path])
    try second.waitFor("the colours") { _ in says24Bit(second) }
    let third = try nnplay("circle", environment: ["XDG_CONFIG_HOME": folder.path, "NO_COLOR": "1"])
    #expect(!String(decoding: third.output, as: UTF8.self).contains("48;"))

    try "color: mauve\n".write(to: folder.appending(path: "nnplay/config.yaml"), atomically: true, encoding: .utf8)
    let refused = try ProgramOnTerminal(
      "nnplay", ["circle"], width: 200, environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(try refused.waitForEnd() == .status(2))
    #expect(
      refused.screen.text.contains("color cannot be \"mauve\": it takes auto, always, never, none, 8, 16, 256, 24bit"))
  }

  /// A kilobyte in a tenth of a second, with a map that changes all over.
  @Test func overASlowLineKeysAreAnsweredAndTheTerminalIsLeftAsFound() throws {
    let program = try ProgramOnTerminal(
      "nnplay", ["spiral", "--set", "hidden=[8,8]", "--color", "24bit"], width: 120, height: 40,
      environment: ["XDG_CONFIG_HOME": "/nonexistent"], answers: true, bytesPerSecond: 10_000, deadline: .seconds(120))
    try program.waitFor("quit")
    try program.type(" ")
    try program.waitFor("training")
    try program.type("?")
    try program.waitFor("ALL KEYS")
    try program.type(KeyBytes.escape)
    try program.waitFor("the playground again") { !$0.text.contains("ALL KEYS") && $0.text.contains("LAYER 2") }
    try program.type(" ")
    try program.waitFor("the end of the run") { $0.lines[0].contains("paused") }
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

  /// `RESIZES` in the environment is how many sizes, `PLAY_SEED` what chance comes from.
  @Test func bearsAnySizeAndAnyKeyAndCanBeLeft() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["RESIZES"].flatMap { Int($0) } ?? 20
    let seed = environment["PLAY_SEED"].flatMap { UInt64($0) } ?? 1
    // A linear congruential generator (D. E. Knuth's MMIX).
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    // None that writes a file.
    let keys = Array("abcdefghijlmnoprtvwyzABCDEFGHIJLMNPRUVWXYZ?=+-[]<>.,;0123456789 \t\r").map(String.init)
    let others = [KeyBytes.up, KeyBytes.down, KeyBytes.escape, PointerBytes.move(9, 9), PointerBytes.move(70, 20)]
    let program = try nnplay("spiral")
    for _ in 0..<count {
      try program.resize(width: 1 + below(500), height: 1 + below(200))
      for _ in 0..<3 {
        try program.type(below(3) == 0 ? others[below(others.count)] : keys[below(keys.count)])
      }
    }
    try program.resize(width: 120, height: 40)
    // An Esc is heard when nothing follows it for a moment.
    for _ in 0..<8 {
      try program.type(KeyBytes.escape)
      try program.waitFor("an answer") { _ in true }
    }
    try program.type(KeyBytes.control("c") + KeyBytes.control("c"))
    #expect(try program.waitForEnd() == .status(0), "seed \(seed)")
    try expectTerminalAsFound(program)
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
