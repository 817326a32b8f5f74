import ArgumentParser
import Datasets
import Words

/// `nnplay data`: the data sets there are, checked, and written out.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List, verify and export data sets.",
    subcommands: [DataListCommand.self, DataVerifyCommand.self, DataExportCommand.self],
    defaultSubcommand: DataListCommand.self)
}

/// `nnplay data list`: every data set by name.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the data sets.")

  func run() {
    var columns = Columns([.left, .right, .right, .left])
    columns.add(["name", "train", "test", ""])
    for entry in DatasetCatalog.entries {
      let (train, test): (String, String) =
        switch entry.samples {
        case .drawn(let count): (grouped(count / 2), grouped(count - count / 2))
        case .published(let train, let test): (grouped(train), grouped(test))
        case nil: ("", "")
        }
      columns.add([entry.name, train, test, entry.summary])
    }
    for line in columns.lines { Output.line(line) }
  }
}

/// `nnplay data verify NAME`: compares the files of a published set with their digests.
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare a data set's files with the digests they were published under.")

  @Argument(help: "mnist, fashion-mnist or cifar-10.")
  var name: String

  func run() throws {
    let files: [VerifiedFile]
    switch try Dataset(name) {
    case .images(let selection): files = try selection.source.verify()
    case .points, .formula:
      throw BadInput("\(name) is made from its seed and has no files: give mnist, fashion-mnist or cifar-10.")
    case .table, .idx:
      throw BadInput("\(name) is your own file and was never published: give mnist, fashion-mnist or cifar-10.")
    }
    var columns = Columns([.left, .right, .left, .left])
    for file in files {
      let verdict =
        switch file.isPublished {
        case true?: "as published"
        case false?: "altered"
        case nil: "form in order"
        }
      columns.add([file.name, "\(grouped(file.count)) bytes", "md5 \(file.digest)", verdict])
    }
    for line in columns.lines { Output.line(line) }
    if files.contains(where: { $0.isPublished == false }) { throw ExitCode(.badInput) }
  }
}
