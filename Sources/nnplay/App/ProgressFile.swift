import Course
import Foundation
import Interface
import Playground

/// What was done of the lectures: `$XDG_STATE_HOME/nnplay/lectures.yaml`, else under ~/.local/state.
enum ProgressFile {
  static var path: String {
    let environment = ProcessInfo.processInfo.environment
    // The standard asks for an absolute path and ignores others.
    let home = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (home ?? (environment["HOME"] ?? "") + "/.local/state") + "/nnplay/lectures.yaml"
  }

  /// What is kept; nothing where there is no file yet.
  ///
  /// - Throws: `BadInput` that names the file, the line and the remedy.
  static func read() throws -> CourseProgress {
    guard TextFile.exists(path) else { return CourseProgress() }
    let text = try TextFile.read(path)
    do throws(YAML.Problem) {
      return try CourseProgress(yaml: text)
    } catch {
      throw BadInput("\(path):\(error.line): \(error.reason): mend the line, or move the file away to begin anew.")
    }
  }

  /// Keeps what was done of a lecture, beside what other windows kept meanwhile; nil where that went well.
  static func keep(_ progress: LectureProgress, of lecture: Lecture) -> Interface.Action? {
    do {
      var course = try read()
      guard course[lecture] != progress else { return nil }
      course[lecture] = progress
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try TextFile.write(course.yaml, to: path)
      return nil
    } catch {
      return .reported("What is done of \(lecture.name) cannot be kept: \(error)", isAlarm: true)
    }
  }
}
