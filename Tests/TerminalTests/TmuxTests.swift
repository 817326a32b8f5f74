import TerminalHarness
import Testing

/// The same session in a terminal written by others.
@Suite(.enabled(if: ProgramInTmux.isPossible, "tmux is not installed"))
struct TmuxTests {
  @Test(arguments: [("256", "48;5;25"), ("24bit", "48;2;30;112;190")])
  func coloursArriveAsChosen(colors: String, ground: String) throws {
    let program = try ProgramInTmux("TerminalProbe", [colors])
    try program.waitFor("the ground", colors: true) { $0.contains(ground) }
  }

  @Test(arguments: ["256", "24bit"])
  func keysPointerAndSizeWork(colors: String) throws {
    let program = try ProgramInTmux("TerminalProbe", [colors], width: 100)
    try program.waitFor("heard 0")
    try program.type("é" + KeyBytes.left + PointerBytes.press(30, 10))
    try program.waitFor("heard 3")
    try program.resize(width: 90, height: 12)
    try program.waitFor("probe 90×12")
    try program.waitFor("kind: PointerEvent.Kind.press")
  }
}
