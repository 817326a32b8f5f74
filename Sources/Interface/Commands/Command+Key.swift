import Playground

// A command that opens the list of a setting has the setting's name.

extension Command {
  /// The setting whose list the command opens.
  var key: ExperimentKey? { ExperimentKey.all.first { $0.command == self } }
}

extension ExperimentKey {
  /// The command that opens the setting's list.
  var command: Command? { control == nil ? nil : Command(rawValue: name) }
}
