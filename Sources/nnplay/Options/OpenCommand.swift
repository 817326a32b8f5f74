import ArgumentParser
import Playground

/// `nnplay [SOURCE]`: opens the playground.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the playground (what nnplay does without a command).",
    usage: "nnplay [SOURCE] [OPTIONS]")

  @Argument(
    help: "A data set, a lecture, a link, or a file: an experiment, a model, a table (default: circle).",
    completion: .source)
  var source: String?

  @OptionGroup(title: "Experiment") var experiment: ExperimentOptions
  @OptionGroup(title: "Screen") var screen: AppOptions

  func run() throws {
    var opened = try Source(source ?? "circle", hasSettings: experiment.isSaid)
    try opened.change { try experiment.apply(to: &$0) }
    guard Output.isTerminal || screen.keys != nil else {
      throw BadInput(
        "The playground needs a terminal and standard output is none: run nnplay in a terminal, or train without a "
          + "screen with nnplay train \(source ?? "circle").")
    }
    try App.open(
      opened, isAskedFor: source != nil || experiment.isSaid, options: screen, threads: experiment.threads,
      remark: opened.otherMeaning)
  }
}
