import Playground
import Words

/// What came of a search, for people: how many trials there are, and a table of the best.
struct SearchReport {
  private let journal: SearchJournal
  private let ranked: [FinishedTrial]

  /// More are no help.
  private static let most = 10

  init(_ journal: SearchJournal) {
    self.journal = journal
    // Of one that was trained several times, the longest training counts.
    let last = Dictionary(journal.finished.map { ($0.trial.number, $0) }) { $0.trial.rung > $1.trial.rung ? $0 : $1 }
    ranked = journal.search.ranked(Array(last.values))
  }

  /// Prints it.
  func tell() {
    let trained = ranked.prefix { journal.search.objective.cost(of: $0.end).isFinite }
    Output.line(summary)
    guard let best = trained.first else { return }
    Output.line("")
    for line in table(trained).lines { Output.line(line) }
    Output.line("")
    if trained.contains(where: { isOnFront($0) }) {
      Output.line("* no other trial is as good with fewer parameters")
    }
    Output.line("The best is trained alone by: \(best.trial.experiment.trainLine)")
  }

  /// `60 trials of 60: 57 trained, 2 diverged, 1 refused (…).`
  private var summary: String {
    var (trained, diverged, refusals) = (0, 0, [String]())
    for finished in ranked {
      switch finished.end {
      case .trained(let outcome): if outcome.divergedAt == nil { trained += 1 } else { diverged += 1 }
      case .refused(let sentence): refusals.append(sentence)
      }
    }
    let share = journal.shard.map { " in share \($0)" } ?? ""
    var text = "\(grouped(ranked.count)) of \(wanted) trials\(share): \(grouped(trained)) trained"
    if diverged > 0 { text += ", \(grouped(diverged)) diverged" }
    if let first = refusals.first { text += ", \(grouped(refusals.count)) refused: \(first)" }
    return text + (refusals.isEmpty ? "." : "")
  }

  /// How many trials there are when all are done.
  private var wanted: String {
    let all = journal.search.trialCount
    return grouped(journal.shard.map { shard in (0..<all).count { shard.holds($0) } } ?? all)
  }

  private func table(_ trained: ArraySlice<FinishedTrial>) -> Columns {
    let dimensions = journal.search.space.dimensions
    var columns = Columns([.right, .right, .right, .right, .right, .right, .right] + dimensions.map { _ in .left })
    columns.add(
      [
        "trial", "train loss", "test loss", "train", "test", journal.search.goal == nil ? "epochs" : "goal at",
        "parameters",
      ]
        + dimensions.map(\.axis.name))
    for finished in trained.prefix(Self.most) {
      guard case .trained(let outcome) = finished.end else { continue }
      let epochs = journal.search.goal == nil ? outcome.epochs : outcome.reachedAt
      columns.add(
        [
          grouped(finished.trial.number), Self.loss(outcome.trainLoss), Self.loss(outcome.testLoss),
          Figures.percent(outcome.trainAccuracy), Figures.percent(outcome.testAccuracy), epochs.map(grouped) ?? "-",
          grouped(outcome.parameterCount) + (isOnFront(finished) ? "*" : " "),
        ] + finished.trial.settings.map(\.description))
    }
    return columns
  }

  /// Whether no other trial is better in cost or in parameters without being worse in the other (Pareto).
  private func isOnFront(_ finished: FinishedTrial) -> Bool {
    guard case .trained(let outcome) = finished.end else { return false }
    let cost = journal.search.objective.cost(of: finished.end)
    return !ranked.contains { other in
      guard case .trained(let rival) = other.end else { return false }
      let rivalCost = journal.search.objective.cost(of: other.end)
      return rivalCost <= cost && rival.parameterCount <= outcome.parameterCount
        && (rivalCost < cost || rival.parameterCount < outcome.parameterCount)
    }
  }

  /// A loss; small ones in two digits, for the best differ in theirs.
  private static func loss(_ value: Double?) -> String {
    guard let value, value > 0, value < 0.001 else { return Figures.loss(value) }
    return "\(rounded(value, toDigits: 2))"
  }

  /// What is compared, as people read it, from its cost.
  static func figure(_ objective: Objective, cost: Double) -> String {
    objective.isLoss ? loss(cost) : Figures.percent(-cost)
  }
}

extension Experiment {
  /// The command that trains this very experiment.
  fileprivate var trainLine: String { commandLine.replacing("nnplay ", with: "nnplay train ", maxReplacements: 1) }
}
