import ArgumentParser
import Datasets
import Interface
import Playground
import Screen

/// `nnplay snapshot SOURCE`: trains without a screen and writes what a screen would show.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Train without a screen and write what one would show.")

  @Argument(help: "A data set, a lecture, an experiment file or a link.", completion: .source)
  var source: String

  @OptionGroup(title: "Experiment") var experiment: ExperimentOptions

  @Option(parsing: .unconditional, help: ArgumentHelp("Epochs to train first.", valueName: "count"))
  var epochs = 0

  @Option(help: ArgumentHelp("Columns and rows of the screen, as 120x40 or 120×40.", valueName: "columns×rows"))
  var size = "120x40"

  @Option(
    help: ArgumentHelp("text, ansi with colours, or a picture: svg or png.", valueName: "format"),
    completion: .list(SnapshotFormat.allCases.map(\.rawValue)))
  var format = "text"

  @Option(
    help: ArgumentHelp("dark, light, high-contrast or monochrome (mono).", valueName: "name"), completion: .theme)
  var theme = "dark"

  @Option(help: ArgumentHelp("full, blocks, console or ascii.", valueName: "set"), completion: .glyphs)
  var glyphs = "full"

  @Option(
    help: ArgumentHelp("none, 8, 16, 256 or 24bit (default: 256, in pictures 24bit).", valueName: "depth"),
    completion: .list(ColorDepth.allCases.map(\.rawValue)))
  var color: String?

  @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    guard let format = SnapshotFormat(rawValue: format) else {
      throw BadInput("--format cannot be \"\(format)\": it takes \(SnapshotFormat.words).")
    }
    guard format != .png || output != nil || !Output.isTerminal else {
      throw BadInput("A picture in PNG is nothing for a terminal: give --output and a file.")
    }
    guard epochs >= 0 else { throw BadInput("--epochs is \(epochs): give 0 or more.") }
    var opened = try Source(source, hasSettings: experiment.isSaid)
    try opened.change { try experiment.apply(to: &$0) }
    let training = try Run(opened.experiment, threads: experiment.threads ?? Processors.count)
    training.train(epochs: epochs)
    var state = State(
      experiment: opened.experiment, size: try Size(option: size),
      theme: try chosenTheme(depth: color ?? format.usualDepth))
    if case .lecture(let lecture, let step) = opened { _ = state.update(.lectureOpened(lecture, step: step)) }
    // The first picture tells the room which maps it wants.
    for _ in 0..<2 {
      let snapshot = Snapshot(of: training, isRunning: false, generation: 0, speed: 0, request: state.snapshotRequest)
      _ = state.update(.snapshotArrived(snapshot))
    }
    let bytes = format.bytes(of: state.scene().frame)
    if let output { try writeFile(bytes, to: output) } else { Output.bytes(bytes) }
  }

  private func chosenTheme(depth: String) throws -> Theme {
    func named<Value: RawRepresentable & CaseIterable>(_ text: String, _ option: String) throws -> Value
    where Value.RawValue == String {
      if let value = Value(rawValue: text) { return value }
      throw BadInput(
        "--\(option) cannot be \"\(text)\": it takes \(Value.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard let name = Theme.Name(typed: theme) else {
      throw BadInput("--theme cannot be \"\(theme)\": it takes \(Theme.Name.words).")
    }
    return Theme(name, depth: try named(depth, "color"), glyphs: try named(glyphs, "glyphs"))
  }
}
