import Playground
import Presets

/// The lectures that ship inside the program, in the order of the course.
public enum LectureShelf {
  /// The names of all shipped lectures.
  public static var names: [String] { texts.map(\.name) }

  /// The lecture called `name`; nil when none is.
  ///
  /// - Throws: what is wrong with its text; a test makes sure that nothing is.
  public static func lecture(named name: String) throws(LectureErrors) -> Lecture? {
    guard let text = texts.first(where: { $0.name == name }) else { return nil }
    return try Lecture(text: text.text, name: name, file: "\(name).md")
  }

  /// All shipped lectures; one whose text is wrong is left out.
  public static var lectures: [Lecture] {
    names.compactMap { try? lecture(named: $0) }.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
  }

  /// The name of the lecture that comes after one in the course; nil after the last, and for one of one's own.
  public static func name(after lecture: Lecture) -> String? {
    let names = names
    return names.firstIndex(of: lecture.name).flatMap { names.indices.contains($0 + 1) ? names[$0 + 1] : nil }
  }

  /// Lectures named in `after` that do not exist, and lectures that wait for each other.
  ///
  /// - Parameter lectures: a whole course; the shipped lectures may be named by any of them.
  public static func linkErrors(of lectures: [Lecture]) -> [LectureError] {
    let known = Set(lectures.map(\.name)).union(names)
    var errors: [LectureError] = []
    for lecture in lectures {
      for name in lecture.after where !known.contains(name) {
        errors.append(
          LectureError(
            file: "\(lecture.name).md", line: 1, sentence: LectureSentence.unknownLecture(name, known: known.sorted())))
      }
      if let cycle = cycle(from: lecture.name, in: lectures) {
        errors.append(LectureError(file: "\(lecture.name).md", line: 1, sentence: LectureSentence.cycle(cycle)))
      }
    }
    return errors
  }

  /// A way from a lecture back to itself along `after`, if there is one.
  private static func cycle(from start: String, in lectures: [Lecture]) -> [String]? {
    let after = Dictionary(lectures.map { ($0.name, $0.after) }) { first, _ in first }
    var visited: Set<String> = []
    var paths = [[start]]
    while let path = paths.popLast() {
      for next in after[path[path.count - 1]] ?? [] {
        if next == start { return path + [next] }
        if visited.insert(next).inserted { paths.append(path + [next]) }
      }
    }
    return nil
  }

  private static var texts: [(name: String, text: String)] {
    (0..<preset_lecture_count).map { preset_lecture($0).content }
  }
}
