import Course
import Foundation
import Playground
import Testing

@Suite("The course")
struct LectureCourseTests {
  @Test("every lecture that ships is without a mistake", arguments: LectureShelf.names)
  func readable(name: String) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    #expect((5...12).contains(lecture.steps.count))
    #expect(lecture.minutes > 0)
    #expect(lecture.experiment(at: 0) != nil, "a lecture opens on an experiment")
  }

  @Test("the lectures know each other")
  func links() {
    #expect(LectureShelf.lectures.count == LectureShelf.names.count)
    #expect(LectureShelf.linkErrors(of: LectureShelf.lectures).isEmpty)
  }

  @Test("they are listed in the order of the course, in the README too")
  func order() throws {
    #expect(LectureShelf.lectures.map(\.name) == LectureShelf.names)
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: tests.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `nnplay ") && $0.hasSuffix(". |") }.map(
      String.init)
    #expect(rows == LectureShelf.lectures.map { "| `nnplay \($0.name)` | \($0.summary) |" })
  }

  @Test("formulas and tables fit the lecture's column at 120×40", arguments: LectureShelf.lectures.map(\.name))
  func widths(name: String) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    // STYLE: columns 2 to 37; a formula is indented by two, the columns of a table are three apart.
    let width = 36
    for block in lecture.introduction + lecture.steps.flatMap(\.prose) {
      switch block {
      case .code(let text):
        #expect(text.split(separator: "\n").allSatisfy { $0.count + 2 <= width }, "\(text)")
      case .table(let table):
        let widths = table.header.indices.map { column in
          ([table.header] + table.rows).map { $0[column].plainText.count }.max() ?? 0
        }
        #expect(widths.reduce(0, +) + 3 * (widths.count - 1) <= width, "\(table.header.map(\.plainText))")
      case .paragraph, .heading, .quotation, .list: break
      }
    }
  }

  /// Steps whose runs take long, by lecture and number: they are tried with LONG_GOALS=1 in the environment.
  private static let long = ["digits-linear 4", "digits-mlp 5", "convolution 4", "slips 5"]

  @Test("every goal is reached, and every goal that must fail fails", arguments: LectureShelf.lectures.map(\.name))
  func goals(name: String) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    let triesLong = ProcessInfo.processInfo.environment["LONG_GOALS"] == "1"
    for (index, step) in lecture.steps.enumerated() {
      guard let goal = step.goal, !goal.isToBeFound, let experiment = lecture.experiment(at: index),
        triesLong || !Self.long.contains("\(name) \(index + 1)")
      else { continue }
      let trial = try LectureTrial(goal, with: experiment)
      #expect(trial.isAsPromised, "\(name), step \(index + 1), \(step.title): \(goal.words): \(trial.words)")
    }
  }
}
