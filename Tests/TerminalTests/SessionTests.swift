import Foundation
import TerminalHarness
import Testing

/// A session with a person at it: sizes, job control, errors, a dead line.
@Suite struct SessionTests {
  private func probe(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramOnTerminal {
    let program = try ProgramOnTerminal("TerminalProbe", arguments, width: 100, environment: environment)
    try program.waitFor("heard 0")
    return program
  }

  @Test(arguments: ["auto", "24bit", "never"])
  func keysAndPointerAreHeardAndShown(colors: String) throws {
    let program = try probe(colors)
    try program.type("é" + KeyBytes.up + PointerBytes.move(70, 20))
    try program.waitFor("heard 3")
    #expect(program.screen.text.contains("character(\"é\")"))
    #expect(program.screen.text.contains("Key.up"))
    #expect(program.screen.text.contains("kind: PointerEvent.Kind.move, x: 70"))
  }

  @Test func escapeIsHeardThoughNothingFollows() throws {
    let program = try probe()
    try program.type(KeyBytes.escape)
    try program.waitFor("Key.escape")
  }

  @Test func aNewSizeIsDrawnAndTold() throws {
    let program = try probe()
    for (width, height) in [(120, 40), (40, 10), (300, 90), (10, 3), (80, 24)] {
      try program.resize(width: width, height: height)
      try program.waitFor("\(width)×\(height)") {
        $0.lines[0].hasPrefix("probe \(width)×\(height)".prefix(width)) && $0.lines[height - 1].hasPrefix("heard")
      }
    }
  }

  /// However long nothing was typed before: that is no time in which a hand could have typed it.
  @Test func aPasteWithoutBracketsIsHeardAsOne() throws {
    let program = try probe()
    for size in [110, 100, 110, 100] {
      try program.resize(width: size, height: 24)
      try program.waitFor("probe \(size)×24")
    }
    try program.type("abcdefghijklmnop")
    try program.waitFor("paste(\"abcdefghijklmnop\")")
  }

  @Test func theSizeInTheEnvironmentDoesNotHold() throws {
    let program = try probe(environment: ["LINES": "10", "COLUMNS": "20"])
    try program.waitFor("probe 100×24")
    try program.resize(width: 110, height: 30)
    try program.waitFor("probe 110×30")
  }

  @Test func whatWasSaidWhileDrawingIsReadAfterwards() throws {
    let program = try probe()
    try program.type("f")
    _ = try program.waitForEnd()
    let said = String(decoding: program.output, as: UTF8.self)
    let leaving = try #require(said.range(of: "\u{1b}[?1049l"))
    #expect(said[leaving.upperBound...].contains("about to fail"))
    #expect(said[leaving.upperBound...].contains("asked to fail"))
    #expect(!said[..<leaving.lowerBound].contains("about to fail"))
  }

  @Test func aFaultSaysThatItIsNotTheUsersMistakeAndWhatWasKept() throws {
    let program = try probe()
    try program.type("t")
    _ = try program.waitForEnd()
    #expect(program.screen.text.contains("mistake of its own"))
    #expect(program.screen.text.contains("What was done is kept in \\u{1b}[1mthe probe."))
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let program = try probe()
    program.closeWindow()
    #expect(try program.waitForEnd() == .signal(SIGHUP))
  }

  /// With SIGHUP ignored, as under nohup, only the end of input tells.
  @Test func aClosedWindowEndsTheProgramEvenIfNobodySignalsIt() throws {
    let shell = try ProgramOnTerminal(
      "/bin/sh", ["-c", "trap '' HUP; exec \"$0\"", try BuiltProduct.path("TerminalProbe")])
    try shell.waitFor("heard 0")
    shell.closeWindow()
    #expect(try shell.waitForEnd() == .signal(SIGHUP))
  }

  @Test(arguments: [1, 3])
  func aProgramThatHangsEndsWhenAskedTwiceOrAfterAWhile(requests: Int) throws {
    let program = try probe()
    try program.type("h")
    try program.waitFor("hanging")
    for _ in 0..<requests { program.signal(SIGTERM) }
    #expect(try program.waitForEnd() == .status(128 + SIGTERM))
    #expect(try program.line() == program.lineAtStart)
    #expect(program.screen.modes == [7, 25])
  }

  /// Nobody reads what the program writes: it is stuck in the middle.
  @Test func aProgramOnALineThatTakesNothingEndsWhenAsked() throws {
    let program = try probe()
    try program.type("w")
    try program.waitForOutput()
    program.signal(SIGTERM)
    #expect(try program.waitForEnd(reading: false) == .status(128 + SIGTERM))
    #expect(try program.line() == program.lineAtStart)
  }

  @Test func controlZLeavesTheShellAUsableTerminalAndFgBringsThePictureBack() throws {
    let shell = try ProgramOnTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], width: 200,
      environment: ["PS1": "$ ", "HISTFILE": "/dev/null"])
    try shell.waitForPrompt()
    try shell.type("\(try BuiltProduct.path("TerminalProbe"))\r")
    try shell.waitFor("heard 0")
    let modes = shell.screen.modes
    for round in 1...2 {
      try shell.type(KeyBytes.control("z"))
      try shell.waitFor("the shell's word") { $0.text.components(separatedBy: "Stopped").count == round + 1 }
      try shell.waitForPrompt()
      #expect(shell.screen.modes == [7, 25])
      #expect(try shell.line() == shell.lineAtStart)
      try shell.resize(width: 200 + round, height: 24)
      try shell.type("fg\r")
      try shell.waitFor("probe \(200 + round)×24")
      #expect(shell.screen.modes == modes)
    }
    try shell.type("q")
    try shell.waitFor("the shell's screen") { !$0.modes.contains(1049) }
    try shell.waitForPrompt()
    try shell.type("exit\r")
    #expect(try shell.waitForEnd() == .status(0))
  }

  /// Whoever sees the alternate screen go may type: not a key of it is thrown away.
  @Test(arguments: 1...5)
  func whatIsTypedAheadReachesTheShell(round: Int) throws {
    let shell = try ProgramOnTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], width: 200,
      environment: ["PS1": "$ ", "HISTFILE": "/dev/null"])
    try shell.waitForPrompt()
    try shell.type("\(try BuiltProduct.path("TerminalProbe"))\r")
    try shell.waitFor("heard 0")
    try shell.type("q")
    try shell.waitFor("the shell's screen") { !$0.modes.contains(1049) }
    try shell.type("echo typed $((40 + 2)) ahead\r")
    try shell.waitFor("typed 42 ahead")
  }

  @Test func controlZDoesNothingWhereNoShellWaits() throws {
    let program = try probe()
    try program.type(KeyBytes.control("z") + "x")
    try program.waitFor("character(\"x\")")
  }

  @Test func aProgramStoppedFromOutsideDrawsAnewWhenContinued() throws {
    let program = try probe()
    let before = program.output.count
    program.signal(SIGSTOP)
    program.signal(SIGCONT)
    try program.waitFor("continued")
    #expect(String(decoding: program.output[before...], as: UTF8.self).contains("probe"))
  }

  @Test func theClipboardIsAsked() throws {
    let program = try probe()
    try program.type("c")
    // "circle" in Base64
    try program.waitFor("the clipboard") { $0.clipboard == "Y2lyY2xl" }
  }

  @Test(arguments: [
    ("", "TERM is not set"),
    ("nosuch", "TERM is \"nosuch\""),
    ("dumb", "TERM is \"dumb\""),
    ("no\u{1b}[2Jsuch", "TERM is \"no\\u{1b}[2Jsuch\""),
  ])
  func aTerminalThatCannotDrawIsRefusedInASentence(type: String, words: String) throws {
    let program = try ProgramOnTerminal("TerminalProbe", width: 200, environment: ["TERM": type])
    #expect(try program.waitForEnd() == .status(2))
    #expect(program.screen.text.contains(words))
    #expect(program.screen.text.contains("nnplay train"))
    #expect(try program.line() == program.lineAtStart)
  }

  @Test func withoutTerminalItIsRefusedInASentence() throws {
    let path = try BuiltProduct.path("TerminalProbe")
    for (command, words) in [
      ("\"$0\" < /dev/null", "standard input is not a terminal"),
      ("\"$0\" | cat", "standard output is not a terminal"),
    ] {
      let shell = try ProgramOnTerminal("/bin/sh", ["-c", command, path], width: 200)
      _ = try shell.waitForEnd()
      #expect(shell.screen.text.contains(words))
    }
  }

  @Test(
    arguments: [
      ("xterm-256color", [:], "palette full hover"),
      ("tmux-256color", [:], "palette full hover"),
      ("xterm-256color", ["COLORTERM": "truecolor"], "full full hover"),
      ("xterm-256color", ["NO_COLOR": "1", "COLORTERM": "truecolor"], "none full hover"),
      ("screen", ["COLORTERM": "truecolor"], "eight full hover"),
      ("linux", [:], "eight console hover"),
      ("vt100", [:], "none full hover"),
      // unknown to the machine, and kin of xterm
      ("xterm-nosuch", [:], "palette full hover"), ("kitty-nosuch", [:], "palette full hover"),
      ("nosuch-256color", [:], "palette full hover"), ("ghostty", ["COLORTERM": "truecolor"], "full full hover"),
      ("xterm-256color", ["SSH_CONNECTION": "10.0.0.1 5000 10.0.0.2 22"], "palette full drag"),
      ("xterm-256color", ["LC_ALL": "C"], "palette ascii hover"),
      ("xterm-256color", ["LC_ALL": ""], "palette full hover"),
      ("xterm-256color", ["LC_ALL": "xx_XX.UTF-8"], "palette full hover"),
    ] as [(String, [String: String], String)])
  func theTerminalIsJudgedByItsEnvironment(type: String, more: [String: String], found: String) throws {
    let program = try probe(environment: more.merging(["TERM": type]) { $1 })
    #expect(program.screen.lines[0].hasSuffix(" \(found)"))
  }
}
