import TerminalHarness
import Testing

/// The same session in a terminal written by others.
@Suite(.enabled(if: ProgramInTmux.isPossible, "tmux is not installed"))
struct TmuxTests {
  @Test(arguments: [("256", "48;5;233"), ("24bit", "48;2;18;18;18")])
  func coloursArriveAsChosen(colors: String, ground: String) throws {
    let program = try ProgramInTmux("TerminalProbe", [colors])
    try program.waitFor("the ground", colors: true) { $0.contains(ground) && $0.contains("heard 0") }
  }

  @Test(arguments: ["256", "24bit"])
  func keysPointerAndSizeWork(colors: String) throws {
    let program = try ProgramInTmux("TerminalProbe", [colors])
    try program.waitFor("heard 0")
    try program.type("é" + KeyBytes.left + PointerBytes.press(30, 10))
    try program.waitFor("heard 3")
    try program.resize(width: 60, height: 12)
    try program.waitFor("probe 60×12")
    try program.waitFor("kind: PointerEvent.Kind.press")
  }
}
