import ArgumentParser

/// How the interactive program looks and behaves.
struct AppOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("dark, light, high-contrast or monochrome (mono).", valueName: "name"), completion: .theme)
  var theme: String?

  @Option(
    help: ArgumentHelp("full, blocks, console or ascii (default: what the terminal can show).", valueName: "set"),
    completion: .glyphs)
  var glyphs: String?

  @Option(
    help: ArgumentHelp("none, 8, 16, 256 or 24bit (default: what the terminal has).", valueName: "depth"),
    completion: .color)
  var color: String?

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(help: ArgumentHelp("Pictures a second, at most (default: 30).", valueName: "count"))
  var fps: Int?

  @Option(help: ArgumentHelp("Replay keys and pointer events from a file.", valueName: "file"), completion: .file())
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "Columns and rows for --keys without a terminal, as 80x24 or 80×24 (default: 120x40).", valueName: "columns×rows")
  )
  var size: String?

  func validate() throws {
    if let fps, !(1...120).contains(fps) { throw BadInput("--fps is \(fps): give a number from 1 to 120.") }
  }
}
