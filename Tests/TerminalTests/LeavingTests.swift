import Foundation
import TerminalHarness
import Testing

/// However the program ends, the terminal is left as it was found.
@Suite struct LeavingTests {
  /// A way to end, and what the shell then learns.
  struct Ending: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let cause: @Sendable (ProgramOnTerminal) throws -> Void
    let end: ProgramOnTerminal.End

    static func key(_ key: String, _ name: String, _ end: ProgramOnTerminal.End) -> Ending {
      Ending(testDescription: name, cause: { try $0.type(key) }, end: end)
    }

    static func signal(_ number: Int32, _ name: String) -> Ending {
      Ending(testDescription: name, cause: { $0.signal(number) }, end: .signal(number))
    }
  }

  #if arch(arm64)
    static let trap = SIGTRAP
  #else
    static let trap = SIGILL
  #endif

  static let endings: [Ending] = [
    .key("q", "the key q", .status(0)),
    .signal(SIGINT, "SIGINT"), .signal(SIGTERM, "SIGTERM"), .signal(SIGHUP, "SIGHUP"), .signal(SIGQUIT, "SIGQUIT"),
    .signal(SIGUSR1, "SIGUSR1"), .signal(SIGUSR2, "SIGUSR2"), .signal(SIGALRM, "SIGALRM"),
    .signal(SIGXCPU, "SIGXCPU"), .signal(SIGXFSZ, "SIGXFSZ"), .signal(SIGVTALRM, "SIGVTALRM"),
    .signal(SIGPROF, "SIGPROF"), .signal(SIGIO, "SIGIO"), .signal(SIGPWR, "SIGPWR"), .signal(SIGSTKFLT, "SIGSTKFLT"),
    .signal(34, "the first real-time signal"), .signal(64, "the last real-time signal"),
    .signal(SIGABRT, "SIGABRT"), .signal(SIGSEGV, "SIGSEGV"), .signal(SIGBUS, "SIGBUS"), .signal(SIGFPE, "SIGFPE"),
    .signal(SIGILL, "SIGILL"), .signal(SIGTRAP, "SIGTRAP"), .signal(SIGSYS, "SIGSYS"),
    .key("t", "an index out of range", .signal(trap)),
    .key("f", "fatalError", .signal(trap)),
    .key("s", "a segmentation fault", .signal(SIGSEGV)),
    .key("a", "abort()", .signal(SIGABRT)),
    .key("o", "a stack overflow", .signal(SIGSEGV)),
    .key("T", "a trap on another thread", .signal(trap)),
    .key("O", "a stack overflow on another thread", .signal(SIGSEGV)),
  ]

  @Test(arguments: endings, ["auto", "24bit"])
  func leavesTheTerminalAsFound(ending: Ending, colors: String) throws {
    let program = try ProgramOnTerminal("TerminalProbe", [colors])
    try program.waitFor("heard 0")
    let modes = program.screen.modes
    #expect(modes.isSuperset(of: [1002, 1003, 1006, 1049, 2004]) && !modes.contains(25))
    #expect(try program.line() != program.lineAtStart)

    try ending.cause(program)

    #expect(try program.waitForEnd() == ending.end)
    #expect(try program.line() == program.lineAtStart)
    #expect(program.screen.modes == [7, 25])
    #expect(!program.screen.text.contains("heard"))
  }
}
