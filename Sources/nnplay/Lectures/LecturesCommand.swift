import ArgumentParser
import Course
import Playground

/// `nnplay lectures`: the lectures there are, as text, and checked.
struct LecturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectures", abstract: "List, read and check lectures.",
    subcommands: [LectureListCommand.self, LectureShowCommand.self, LectureCheckCommand.self],
    defaultSubcommand: LectureListCommand.self)
}

/// `nnplay lectures list`: the lectures that ship with the program, in the order of the course.
struct LectureListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the lectures of the course.")

  func run() {
    let progress = (try? ProgressFile.read()) ?? CourseProgress()
    var columns = Columns([.left, .right, .left])
    for lecture in LectureShelf.lectures {
      let done = progress[lecture].words(in: lecture).map { " (\($0))" } ?? ""
      columns.add([lecture.name, "\(lecture.minutes) min", "\(lecture.title): \(lecture.summary)\(done)"])
    }
    for line in columns.lines { Output.line(line) }
    Output.remark("Open one with nnplay NAME, read one with nnplay lectures show NAME.")
  }
}

/// `nnplay lectures show NAME`: a lecture as plain text.
struct LectureShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a lecture as plain text.")

  @Argument(help: "The name of a lecture, or the path of a lecture's file.")
  var name: String

  func run() throws {
    for line in LecturePage(try Lecture(source: name)).lines { Output.line(line) }
  }
}
