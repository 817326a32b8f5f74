import ArgumentParser
import Course
import Words

/// `nnplay presets`: the experiments that ship with the program, and what each reaches.
struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets", abstract: "List the experiments that ship, or show one.")

  @Argument(help: "The name of one to be printed as an experiment file.", completion: .list(PresetShelf.names))
  var name: String?

  func run() throws {
    guard let name else { return list() }
    guard let preset = try PresetShelf.preset(named: name) else {
      let meant = nearest(to: name, among: PresetShelf.names).map { ": did you mean \($0)?" } ?? "."
      throw BadInput("There is no preset \(quoted(name))\(meant) nnplay presets lists all.")
    }
    for line in preset.text.trimmed.split(separator: "\n", omittingEmptySubsequences: false) {
      Output.line(String(line))
    }
  }

  private func list() {
    var columns = Columns([.left, .left])
    for preset in PresetShelf.presets { columns.add([preset.name, preset.summary]) }
    for line in columns.lines { Output.line(line) }
    Output.remark("Train one with nnplay train NAME, open it with nnplay NAME, read it with nnplay presets NAME.")
  }
}
