import ArgumentParser
import Words

/// The program: a playground without arguments, and commands for everything that needs no screen.
@main struct NNPlay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nnplay",
    abstract: "A neural-network playground for the terminal.",
    usage: """
      nnplay [SOURCE] [OPTIONS]
      nnplay COMMAND …
      """,
    discussion: """
      SOURCE is the name of a data set, a lecture or a preset, a file (an \
      experiment, a saved model, a table, a lecture), or a link of TensorFlow \
      Playground in quotes. Without one the playground opens on the circle.

        nnplay                        play with the circle
        nnplay mnist                  train on handwritten digits, and draw some
        nnplay perceptron             open the first lecture
        nnplay train spiral --json    train without a screen
      """,
    version: "nnplay 0.1.0",
    subcommands: [
      OpenCommand.self, LectureCommand.self, TrainCommand.self, SearchCommand.self, PredictCommand.self,
      LecturesCommand.self, PresetsCommand.self, DataCommand.self, SnapshotCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// What to say of arguments that were not understood where the first is near a command's name and nothing else.
  static func misspelling(_ arguments: some Collection<String>) -> String? {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let typed = arguments.first, !typed.hasPrefix("-"), !commands.contains(typed),
      (try? Source(typed)) == nil, !TextFile.exists(typed), let meant = nearest(to: typed, among: commands)
    else { return nil }
    return "There is no command \(quoted(typed)): did you mean \(meant)?"
  }

  /// Runs the command that the arguments name, and ends the program with its exit status.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(with: error)
    }
  }
}
