import Foundation
import TerminalHarness

/// Measures how long keys wait for the first sign of their answer while the playground trains over a slow line.
///
/// `KeyLatency [BYTES-PER-SECOND [COLUMNS ROWS [COLOR]]]`, without anything 10000 120 40 24bit. It is no test: the figures
/// are those of the machine.
@main
struct KeyLatency {
  /// A key, and how the screen shows that it was heard.
  private struct Press: Sendable {
    let name: String
    let keys: String
    let isAnswered: @Sendable (EmulatedScreen) -> Bool
  }

  private static let presses = [
    Press(name: "open the help", keys: "?") { $0.text.contains("ALL KEYS") },
    Press(name: "close it", keys: KeyBytes.escape) { !$0.text.contains("ALL KEYS") },
    Press(name: "open a list", keys: "e") { $0.text.contains("0.00001") },
    Press(name: "close it", keys: KeyBytes.escape) { !$0.text.contains("0.00001") },
    Press(name: "pause", keys: " ") { $0.lines[0].contains("paused") },
    Press(name: "go on", keys: " ") { $0.lines[0].contains("training") },
  ]

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    func number(_ place: Int, _ usual: Int) -> Int { words.count > place ? Int(words[place]) ?? usual : usual }
    let program = try ProgramOnTerminal(
      "nnplay", ["spiral", "--set", "hidden=[8,8]", "--color", words.count > 3 ? words[3] : "24bit"],
      width: number(1, 120), height: number(2, 40), environment: ["XDG_CONFIG_HOME": "/nonexistent"], answers: true,
      bytesPerSecond: number(0, 10_000))
    try program.waitFor("quit")
    try program.type(" ")
    try program.waitFor("training")
    var times = presses.map { _ in [Duration]() }
    for _ in 0..<5 {
      for (place, press) in presses.enumerated() {
        try watch(program, for: .seconds(2))
        times[place].append(
          try time {
            try program.type(press.keys)
          } until: {
            try program.waitFor(press.name, press.isAnswered)
          })
      }
    }
    for (press, times) in zip(presses, times) {
      print(press.name, times.map { String(format: "%4.0f ms", $0 / .milliseconds(1)) }.joined(separator: " "))
    }
    try watch(program, for: .seconds(2))
    let leaving = try time {
      try program.type("q")
    } until: {
      _ = try program.waitForEnd()
    }
    print("leave", String(format: "%4.0f ms", leaving / .milliseconds(1)))
  }

  private static func time(_ act: () throws -> Void, until end: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure {
      try act()
      try end()
    }
  }

  /// Lets the program go on for a while.
  private static func watch(_ program: ProgramOnTerminal, for time: Duration) throws {
    let end = ContinuousClock.now + time
    try program.waitFor("the time") { _ in ContinuousClock.now >= end }
  }
}
