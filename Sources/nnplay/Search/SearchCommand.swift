import ArgumentParser
import Playground
import Words

/// `nnplay search`: trains many experiments and tells which were best.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Train many experiments and tell which were best.",
    discussion: """
      SPACE.yaml is an experiment file with one more key, search, which lists candidates for other keys, or ranges:

        dataset: moons
        epochs: 200
        search:
          hidden: [[4], [8], [4, 4]]
          learningRate: {from: 0.001, to: 1, scale: log, steps: 7}

      Beside the keys of an experiment there are width, the units of every hidden layer, and depth, their number. Each \
      trial is trained on one thread, to the same numbers as by nnplay train, and kept as a line of JSON in \
      SPACE.trials.jsonl; --resume goes on with what stands there.

      nnplay help search run lists the options.

      Exit status: 0 done, 2 bad input, 130 after Ctrl-C, 128 and the number of another signal.
      """,
    subcommands: [SearchRunCommand.self, SearchMergeCommand.self], defaultSubcommand: SearchRunCommand.self)
}

/// `nnplay search SPACE.yaml`: tries what an experiment file lists under `search`.
struct SearchRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Try what an experiment file lists under search (what search does without a command).",
    usage: "nnplay search SPACE.yaml [OPTIONS]")

  @Argument(help: "An experiment file with a key search.", completion: .file(extensions: ["yaml", "yml"]))
  var space: String

  @Option(help: ArgumentHelp("Try so many, drawn by chance, instead of every combination.", valueName: "count"))
  var random: Int?

  @Option(
    help: ArgumentHelp(
      "Successive halving: draw so many, train the best third of them three times as long, and so on.",
      valueName: "count"))
  var halving: Int?

  @Option(
    help: ArgumentHelp(
      "Try so many, most of them near what was good so far (tree-structured Parzen estimator).", valueName: "count"))
  var tpe: Int?

  @Option(
    help: ArgumentHelp(
      "What is best: test-loss, train-loss, test-accuracy or train-accuracy (default: the test loss, if there is a test).",
      valueName: "figure"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Tell of each trial the first epoch at which a condition holds: --until 'test-loss<0.01'.", valueName: "condition"
    ))
  var until: String?

  @Option(
    help: ArgumentHelp("Train one share of the trials: 2/4 is the second of four machines.", valueName: "number/count"))
  var shard: String?

  @Flag(help: "Go on with the trials that are kept already.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Where trials are kept (default: SPACE.trials.jsonl, SPACE.random-100.jsonl …).", valueName: "file"))
  var store: String?

  @Option(help: ArgumentHelp("How many are trained at once (default: one a core).", valueName: "count"))
  var threads: Int?

  @Flag(help: "Print the lines that are kept, instead of a table.")
  var json = false

  func validate() throws {
    try Processors.check(threads: threads)
    let counts = [("--random", random), ("--halving", halving), ("--tpe", tpe)].compactMap { name, count in
      count.map { (name, $0) }
    }
    for (name, count) in counts where !Search.Method.counts.contains(count) {
      throw BadInput("\(name) is \(count): give a number from 1 to \(grouped(Search.Method.counts.upperBound)).")
    }
    if counts.count > 1 {
      throw BadInput("\(counts.map(\.0).inWords) are different ways to search: give one of them.")
    }
  }

  func run() throws {
    let space = try SearchSpace(path: space)
    let search = try Search(
      space, method, by: by.map(Self.objective) ?? Objective(for: space.base), goal: until.map { try Goal($0) })
    let shard = try shard.map { text throws(ExperimentError) in try Shard(text) }
    if shard != nil, !search.isShareable {
      throw BadInput(
        "--shard cannot share trials that depend on others: search every combination or --random on several machines.")
    }
    let store = try SearchStore(SearchJournal(search, shard: shard), at: try storePath(shard), isResumed: resume)
    Interruption.listen()
    let journal = try SearchSession(store, json: json).run(threads: threads ?? Processors.count)
    if !json { SearchReport(journal).tell() }
    if let signal = Interruption.signal {
      Output.remark("Interrupted: \(store.path) has what is done, and --resume goes on.")
      throw ExitCode(128 + signal)
    }
  }

  private var method: Search.Method {
    random.map { .random($0) } ?? halving.map { .halving($0) } ?? tpe.map { .tree($0) } ?? .grid
  }

  /// `moons.yaml` keeps its trials in `moons.trials.jsonl`, some drawn by chance in `moons.random-100.jsonl`, a share of all
  /// in `moons.trials-2-of-4.jsonl`.
  private func storePath(_ shard: Shard?) throws -> String {
    if let store { return store }
    guard !TextFile.isStream(space) else {
      throw BadInput("\(space) is no file beside which trials could be kept: name one with --store.")
    }
    let ending = [".yaml", ".yml"].first { space.hasSuffix($0) } ?? ""
    let name =
      random.map { "random-\($0)" } ?? halving.map { "halving-\($0)" } ?? tpe.map { "tpe-\($0)" } ?? "trials"
    return space.dropLast(ending.count) + ".\(name)" + (shard.map { "-\($0.number)-of-\($0.count)" } ?? "") + ".jsonl"
  }

  private static func objective(_ text: String) throws -> Objective {
    let name = text.filter { $0 != "-" }.lowercased()
    guard let quantity = Goal.Quantity.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
      throw BadInput(
        "--by cannot be \(quoted(text)): it takes test-loss, train-loss, test-accuracy or train-accuracy.")
    }
    return Objective(quantity)
  }
}
