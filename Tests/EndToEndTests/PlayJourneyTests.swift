import Foundation
import TerminalHarness
import Testing

/// What a person does in the first ten minutes, on a real terminal.
@Suite struct PlayJourneyTests {
  private func nnplay(_ arguments: String..., width: Int = 120, height: Int = 40) throws -> ProgramOnTerminal {
    try ProgramOnTerminal(
      "nnplay", arguments, width: width, height: height, environment: ["XDG_CONFIG_HOME": "/nonexistent"],
      deadline: .seconds(120))
  }

  @Test("A hundred epochs of circle bring the test loss under 0.02 on the screen")
  func circle() throws {
    let program = try nnplay("circle", "--set", "epochs=100")
    try program.waitFor("000,000")
    try program.type(" ")
    try program.waitFor("stopped: epochs done")
    let heading = try #require(program.screen.text.split(separator: "\n").first { $0.contains("LOSS") })
    let loss = try #require(heading.split(separator: " ").last.flatMap { Double($0) })
    #expect(loss < 0.02)
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  @Test("A digit drawn with the mouse is read while training goes on", arguments: [(120, 40), (80, 24)])
  func digit(width: Int, height: Int) throws {
    let program = try nnplay(
      "mnist", "--set", "hidden=[32]", "--set", "activation=relu", "--set", "learningRate=0.1", width: width,
      height: height)
    try program.waitFor("drag to draw")
    try program.type(" ")
    // Pictures are learnt at full speed; the first epochs are enough for a plain stroke.
    try program.waitFor("a third epoch") { screen in
      ["000,003", "000,004", "000,005", "000,006", "000,007", "000,008", "000,009", "000,01"].contains {
        screen.text.contains($0)
      }
    }
    let top = height == 40 ? 8 : 4
    try program.type(PointerBytes.stroke((0...8).map { (x: 15, y: top + $0) }))
    try program.waitFor("the drawn one is read") { screen in
      screen.text.contains("Your digit") && (screen.text.contains("it is a 1") || screen.text.contains("it is 1"))
    }
    try program.type("c")
    try program.waitFor("drag to draw,")
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  @Test("The first lecture is read, answered and left with keys alone at 80×24")
  func lecture() throws {
    let program = try nnplay("perceptron", width: 80, height: 24)
    try program.waitFor("1 of 9")
    try program.type(KeyBytes.right)
    try program.waitFor("2 of 9")
    try program.type(KeyBytes.left)
    try program.waitFor("1 of 9")
    try program.type(KeyBytes.down + KeyBytes.down)
    try program.type("l")
    try program.waitFor("FEATURES")
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  @Test("A link opens as the page would show it; what it asks in vain is said")
  func link() throws {
    let program = try nnplay("https://playground.tensorflow.org/#dataset=xor&networkShape=3&seed=0.7&activation=mish")
    try program.waitFor("2-3-1 tanh")
    try program.waitFor("mish")
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  /// So long that nobody could have typed it while a busy machine kept the program waiting.
  @Test("A link that is pasted without brackets opens, and what a terminal answers late does nothing")
  func pasteAndAnswers() throws {
    let program = try nnplay("circle", width: 80, height: 24)
    try program.waitFor("2-4-2-1")
    for answer in ["\u{1b}]11;rgb:1e1e/2a2a/3333\u{1b}\\", "\u{1b}P>|kitty(0.30.1)\u{1b}\\", "\u{1b}[24;80R"] {
      try program.type(answer)
    }
    let shown = ["x", "y", "xTimesY", "xSquared", "ySquared", "sinX", "sinY", "cosX", "cosY"]
    let link =
      "https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=xor&regDataset=reg-plane"
      + "&learningRate=0.03&regularizationRate=0&noise=0&networkShape=3&seed=0.70000&showTestData=false"
      + "&discretize=false&percTrainData=50&" + shown.map { "\($0)=\($0.count == 1)" }.joined(separator: "&")
      + "&collectStats=false&problem=classification&initZero=false&hideText=false"
    try program.type(link)
    try program.waitFor("2-3-1")
    #expect(program.screen.text.contains("paused") && program.screen.text.contains("epoch 000,000"))
    try program.type("q")
    #expect(try program.waitForEnd() == .status(0))
  }

  @Test("A script of keys plays and saves the screen, without any terminal")
  func script() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nnplay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let saved = folder.appending(path: "screen.txt")
    let script = folder.appending(path: "keys")
    try """
    # trains a little and looks at a unit
    until ready
    key Space
    until epoch 5
    key Space
    until paused
    move 48,12
    wait 1
    save \(saved.path)
    """.write(to: script, atomically: true, encoding: .utf8)
    let program = Process()
    program.executableURL = URL(filePath: try BuiltProduct.path("nnplay"))
    program.arguments = ["circle", "--keys", script.path]
    program.standardInput = FileHandle.nullDevice
    program.standardOutput = FileHandle.nullDevice
    try program.run()
    program.waitUntilExit()
    #expect(program.terminationStatus == 0)
    let screen = try String(contentsOf: saved, encoding: .utf8)
    #expect(screen.contains("paused"))
    #expect(screen.contains("LAYER 1"))
  }
}
