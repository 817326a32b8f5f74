import ArgumentParser
import Foundation
import Playground
import Words

/// `nnplay search merge FILE …`: the trials of several machines as one search.
struct SearchMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put the trials of several machines together.")

  @Argument(help: "The files that nnplay search --shard kept its trials in.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(help: ArgumentHelp("Write all trials to a file, which --resume takes too.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write all trials as a study that Optuna and optuna-dashboard open (its journal's form).", valueName: "file"))
  var optuna: String?

  @Flag(help: "Print all trials as one JSON object a line, instead of a table.")
  var json = false

  func run() throws {
    let journals = try files.map { try SearchJournal(path: $0) }
    guard let first = journals.first else { throw BadInput("There is nothing to merge: name files of trials.") }
    for (file, journal) in zip(files, journals) where journal.search != first.search {
      throw BadInput("\(quoted(file)) is of another search than \(quoted(files[0])): merge files of one search.")
    }
    var whole = SearchJournal(first.search, shard: nil)
    var lines = [whole.head]
    let ends = journals.reduce(into: [Trial.ID: Trial.End]()) { $0.merge($1.ends) { first, _ in first } }
    for finished in whole.search.finished({ ends[$0] }) {
      lines.append(whole.add(finished.trial, finished.end))
    }
    if let output {
      try Folder.check(of: output)
      try TextFile.write(lines.joined(separator: "\n") + "\n", to: output)
    }
    if let optuna {
      try Folder.check(of: optuna)
      let moment = Date().ISO8601Format().replacing("Z", with: "+00:00")
      let study = URL(filePath: optuna).deletingPathExtension().lastPathComponent
      try TextFile.write(
        whole.optunaLines(study: study, moment: moment).joined(separator: "\n") + "\n", to: optuna)
    }
    guard !json else {
      for line in lines { Output.line(line) }
      return
    }
    SearchReport(whole).tell()
  }
}
