import ArgumentParser
import Course
import Playground

/// `nnplay lectures check`: finds every mistake of a lecture, and trains its steps if asked.
struct LectureCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in lectures.",
    discussion: """
      Without a file the lectures that ship with the program are checked.

      Exit status: 0 all in order, 1 a goal is not as promised, 2 a mistake in a file.
      """)

  @Argument(help: "Files of lectures (NAME.md), or names of shipped ones.")
  var files: [String] = []

  @Flag(name: .customLong("run"), help: "Train every step too, and see whether its goal is reached.")
  var trainsSteps = false

  func run() throws {
    let (lectures, errors) = read()
    for error in errors { Output.remark(error.description) }
    var isAsPromised = true
    for lecture in lectures {
      Output.line("\(lecture.name): \(lecture.steps.count) steps in order")
      if trainsSteps { isAsPromised = try trainSteps(of: lecture) && isAsPromised }
    }
    if !errors.isEmpty { throw ExitCode(.badInput) }
    if !isAsPromised { throw ExitCode(.notReached) }
  }

  /// The lectures without a mistake, and the mistakes of the others.
  private func read() -> (lectures: [Lecture], errors: [LectureError]) {
    var lectures: [Lecture] = []
    var errors: [LectureError] = []
    for file in files.isEmpty ? LectureShelf.names : files {
      do throws(LectureErrors) {
        lectures.append(try Lecture(source: file))
      } catch {
        errors += error.errors
      }
    }
    return (lectures, errors + LectureShelf.linkErrors(of: lectures))
  }

  /// Trains the steps that have a goal and prints what came of each.
  private func trainSteps(of lecture: Lecture) throws -> Bool {
    var isAsPromised = true
    for (index, step) in lecture.steps.enumerated() {
      guard let goal = step.goal, let experiment = lecture.experiment(at: index) else { continue }
      guard !goal.isToBeFound else {
        Output.line("  \(index + 1) \(step.title): \(goal.condition.words): for the learner to find")
        continue
      }
      let trial = try LectureTrial(goal, with: experiment, threads: Processors.count)
      let verdict = trial.isAsPromised ? "as promised" : "NOT AS PROMISED"
      Output.line("  \(index + 1) \(step.title): \(goal.condition.words): \(trial.words), \(verdict)")
      isAsPromised = isAsPromised && trial.isAsPromised
    }
    return isAsPromised
  }
}
