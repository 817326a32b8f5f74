import ArgumentParser
import Playground

/// The options that change an experiment, whatever is then done with it.
struct ExperimentOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Set a key of the experiment; may be repeated: --set 'hidden=[8,8]'.", discussion: Self.keys,
      valueName: "key=value"), completion: .assignment)
  var settings: [Assignment] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("The text that all chance comes from.", valueName: "text"))
  var seed: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many threads train (default: one a core).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    try Processors.check(threads: threads)
  }

  /// Every key, and what it is.
  private static let keys = ExperimentKey.all.map { "\($0.name): \($0.meaning)" }.joined(separator: "\n")

  /// Whether anything is to be changed.
  var isSaid: Bool { !settings.isEmpty || seed != nil }

  /// Makes the changes, in the order typed.
  func apply(to experiment: inout Experiment) throws {
    for setting in settings { try experiment.set(setting.key, to: setting.value) }
    if let seed {
      try experiment.set("seed", to: seed)
      experiment.weightsSeed = nil
    }
    try experiment.check()
  }
}
