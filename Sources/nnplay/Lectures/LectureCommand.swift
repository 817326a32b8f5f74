import ArgumentParser
import Course

/// `nnplay lecture NAME`: opens a lecture, also where a data set has the same name.
struct LectureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lecture", abstract: "Open a lecture.")

  @Argument(help: "The name of a lecture or the path of a lecture's file, with #3 behind it for its third step.")
  var name: String

  @OptionGroup(title: "Screen") var screen: AppOptions

  func run() throws {
    let lecture = try Source(lecture: name)
    guard Output.isTerminal || screen.keys != nil else {
      throw BadInput(
        "A lecture needs a terminal and standard output is none: read it with nnplay lectures show \(name).")
    }
    try App.open(lecture, options: screen, threads: nil)
  }
}
