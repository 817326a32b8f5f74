import ArgumentParser
import Course
import Datasets
import Playground
import Words

/// `nnplay data export NAME --csv FILE`: writes the samples of a data set as a table.
struct DataExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the points of a data set as a table.",
    discussion: "The points are those that an experiment with these settings trains on, training points first.")

  @Argument(help: "A data set that is made (circle, moons …), an experiment file or a link.")
  var source: String

  @Option(help: ArgumentHelp("The table to write, or - for standard output.", valueName: "file"))
  var csv: String

  @OptionGroup var options: ExperimentOptions

  func run() throws {
    var experiment = try Source(withoutLecture: source).experiment
    try options.apply(to: &experiment)
    guard let points = try Material(experiment).points?.whole else {
      throw BadInput("\(source) has no points on a plane or a line: give circle, moons or another set of points.")
    }
    let isOutput = csv == Output.standardPath
    if isOutput { Output.screen(points.csv) } else { try points.writeCSV(to: csv) }
    let account =
      "\(isOutput ? "standard output" : csv): \(grouped(points.trainCount)) training and "
      + "\(grouped(points.points.count - points.trainCount)) test points"
    if isOutput { Output.remark(account) } else { Output.line(account) }
  }
}
