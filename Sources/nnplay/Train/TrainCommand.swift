import ArgumentParser
import Course
import Playground

/// `nnplay train SOURCE`: trains without a screen and tells how it went.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train without a screen.",
    discussion: """
      Prints a table, or with --json one object a line: start, each epoch (0 is the fresh network), end. With --seeds or \
      --folds a line for each run, then mean and standard deviation.
      Ctrl-C stops the run and keeps its results; so do SIGTERM, SIGHUP, SIGUSR1 and SIGXCPU. A second one ends the \
      program at once.

      Exit status: 0 done, 1 the run diverged or --until was not reached, 2 bad input, 130 after Ctrl-C, 128 and the \
      number of another signal.
      """)

  @Argument(
    help: "A data set, an experiment file (- for standard input), a link, or a step of a lecture (perceptron#3).",
    completion: .source)
  var source: String

  @OptionGroup var options: ExperimentOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Passes over the training samples (default: 100).", valueName: "count"))
  var epochs: Int?

  @Option(help: ArgumentHelp("Stop when a condition holds: --until 'test-loss<0.01'.", valueName: "condition"))
  var until: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Train so many runs, each with another seed: SEED, SEED-2, SEED-3 …; samples, splits, first weights and orders are drawn anew.",
      valueName: "count"))
  var seeds: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Part the training samples into so many folds, and train as many runs: each holds another fold back and is judged by it.",
      valueName: "count"))
  var folds: Int?

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Option(
    help: ArgumentHelp("Write the trained network to a .safetensors file, or - for standard output.", valueName: "file")
  )
  var save: String?

  func run() throws {
    let goal = try until.map { try Goal($0) }
    let source = try Source(withoutLecture: source)
    for note in source.notes { Output.remark(note) }
    var experiment = source.experiment
    try options.apply(to: &experiment)
    if let epochs { try experiment.set("epochs", to: "\(epochs)") }
    experiment.epochs = experiment.epochs ?? defaultEpochs
    if let variation = try variation(for: experiment) { return try train(experiment, variation, goal) }
    let run = try Run(experiment, threads: options.threads ?? Processors.count)
    try goal?.check(for: run.resolved)
    run.setGoal(goal)
    run.evaluatesEveryEpoch = json
    let isSavedAside = save == Output.standardPath
    if let save, !isSavedAside { try Folder.check(of: save) }
    Interruption.listen()
    var session = TrainSession(run: run, epochs: experiment.epochs ?? defaultEpochs, json: json, isAside: isSavedAside)
    let reason = session.train()
    let saved = try save.flatMap { try Self.save(run, to: $0, reason: reason) }
    session.end(reason, saved: saved)
    if reason == .interrupted, let signal = Interruption.signal { throw ExitCode(128 + signal) }
    if let status = Self.status(of: reason, goal: goal) { throw ExitCode(status) }
  }

  /// What is different from run to run, where several are asked for.
  private func variation(for experiment: Experiment) throws -> TrainSeries.Variation? {
    let variation: TrainSeries.Variation
    switch (seeds, folds) {
    case (nil, nil): return nil
    case (let count?, nil): variation = .seeds(count)
    case (nil, let count?): variation = .folds(count)
    case (_?, _?): throw BadInput("--seeds and --folds both say what differs from run to run: leave one out.")
    }
    guard (2...TrainSeries.most).contains(variation.count) else {
      throw BadInput("--\(variation.word)s is \(variation.count): give a number from 2 to \(TrainSeries.most).")
    }
    if save != nil {
      throw BadInput("--save keeps one network, and --\(variation.word)s trains several: leave one out.")
    }
    if folds != nil, experiment.validation ?? 0 > 0 {
      throw BadInput("--folds holds a part of the training samples back in each run: leave validation out.")
    }
    return variation
  }

  /// Trains several runs, and tells how far they lie apart.
  private func train(_ experiment: Experiment, _ variation: TrainSeries.Variation, _ goal: Goal?) throws {
    Interruption.listen()
    var series = TrainSeries(
      experiment: experiment, variation: variation, goal: goal, threads: options.threads ?? Processors.count, json: json
    )
    let reasons = try series.train()
    if reasons.contains(.interrupted), let signal = Interruption.signal { throw ExitCode(128 + signal) }
    if reasons.contains(where: { Self.status(of: $0, goal: goal) != nil }) { throw ExitCode(.notReached) }
  }

  /// Keeps what was learnt, and says where; a run that broke down has learnt nothing that could be used.
  private static func save(_ run: Run, to path: String, reason: TrainReport.Reason) throws -> String? {
    guard reason != .diverged else {
      Output.remark("The run diverged: \(path) was not written.")
      return nil
    }
    if path == Output.standardPath {
      Output.bytes(try Model(run).bytes(for: "standard output"))
      return "standard output"
    }
    try Model(run).write(to: path)
    return path
  }

  private static func status(of reason: TrainReport.Reason, goal: Goal?) -> ExitStatus? {
    switch reason {
    case .goal: nil
    case .epochs, .patience: goal == nil ? nil : .notReached
    case .missed, .diverged: .notReached
    case .interrupted: nil
    }
  }
}
