import Playground
import Words

/// What is wrong with a lecture: the file, the line, and one sentence with the value and the remedy.
public struct LectureError: Error, CustomStringConvertible, Equatable, Sendable {
  /// The file as it was named; empty when the error is of no file.
  public let file: String
  /// Counted from 1; 0 when the error is of no particular line.
  public let line: Int
  /// What is wrong, with the value found and the remedy, in one sentence.
  public let sentence: String

  /// An error at a line of a file.
  public init(file: String, line: Int, sentence: String) {
    self.file = file
    self.line = line
    self.sentence = sentence
  }

  public var description: String {
    if file.isEmpty { return sentence }
    return line > 0 ? "\(printable(file)):\(line): \(sentence)" : "\(printable(file)): \(sentence)"
  }
}

/// Everything that is wrong with a lecture, in the order of the file; never empty.
public struct LectureErrors: Error, CustomStringConvertible, Equatable, Sendable {
  /// The errors by the line they stand in.
  public let errors: [LectureError]

  init(errors: [LectureError]) {
    self.errors = errors
  }

  /// One error of a whole file.
  init(file: String, _ sentence: String) {
    errors = [LectureError(file: file, line: 0, sentence: sentence)]
  }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// The sentences, in one place; the reader adds the file and the line.
enum LectureSentence {
  static func more(_ count: Int) -> String { "There are \(grouped(count)) mistakes more: mend these first." }

  static let noFrontMatter =
    "The lecture does not begin with front matter: put title, order, summary and "
    + "minutes between two lines of --- at the top."
  static let openFrontMatter = "The front matter that begins here is never closed: end it with a line of ---."
  static let noSteps = "The lecture has no steps: begin each step with a heading such as ## The first step."
  static let unclosedFence =
    "The block that begins here is never closed: end it with a line of the marks that it begins with."
  static let blockOutsideStep = "This block stands before the first step: move it below a ## heading."

  static func tooLong(_ bytes: Int, limit: Int) -> String {
    "The file has \(bytes) bytes and a lecture may have \(limit): split it into several lectures."
  }

  static func unreadable(_ reason: String, isTooLarge: Bool) -> String {
    "The file cannot be read (\(reason)): \(isTooLarge ? "split it into several lectures" : "check its path")."
  }

  static func yaml(_ problem: String) -> String {
    "This is not YAML (\(problem)): write lines of the form key: value, a text with a colon in quotes."
  }

  static func unknownKey(_ key: String, known: [String]) -> String {
    "\(quoted(key)) is no key here: \(choice(of: known, for: key))"
  }

  static func missingKey(_ key: String, example: String) -> String {
    "\(quoted(key)) is missing: add a line such as \(example)."
  }

  static func wrongValue(_ key: String, _ value: String, wanted: String) -> String {
    "\(quoted(key)) is \(quoted(value)): \(wanted)."
  }

  static func unknownBlock(_ name: String, meant: String) -> String {
    "\(quoted(name)) is no block of a lecture: write ```\(meant), or another language for a plain code block."
  }

  static func secondBlock(_ name: String) -> String {
    "The step already has a \(name) block: keep one, or begin a new step with ##."
  }

  static func untitledStep() -> String { "The step has no title: write one after ##." }

  static func noLecture(_ name: String, known: [String]) -> String {
    "There is no lecture \(quoted(name)): \(choice(of: known, for: name)) A lecture of your own is a file NAME.md."
  }

  static func unknownLecture(_ name: String, known: [String]) -> String {
    guard let nearest = nearest(to: name, among: known) else {
      return "after names \(quoted(name)), which is no lecture: use the names that nnplay lectures list shows."
    }
    return "after names \(quoted(name)), which is no lecture: did you mean \(nearest)?"
  }

  /// The remedy for a name that there is not: the one that was probably meant, and all there are.
  static func choice(of names: [String], for name: String) -> String {
    guard let nearest = nearest(to: name, among: names) else { return "there are \(names.inWords)." }
    return "did you mean \(nearest)? There are \(names.inWords)."
  }

  static func cycle(_ names: [String]) -> String {
    "The lectures wait for each other (\(names.joined(separator: " after "))): take one of the links out."
  }
}
