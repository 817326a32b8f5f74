import Playground

extension Lecture {
  /// The ending of a lecture's file.
  private static let fileEnding = ".md"

  /// Whether a text names a lecture: one that ships with the program, or a Markdown file.
  public static func isNamed(by source: String) -> Bool {
    LectureShelf.names.contains(source) || source.hasSuffix(fileEnding)
  }

  /// The lecture of a name, or of a file's path.
  ///
  /// - Throws: that there is none, that the file cannot be read, or everything that is wrong in it.
  public init(source: String) throws(LectureErrors) {
    if let shipped = try LectureShelf.lecture(named: source) {
      self = shipped
      return
    }
    guard source.hasSuffix(Self.fileEnding) else {
      throw LectureErrors(file: "", LectureSentence.noLecture(source, known: LectureShelf.names))
    }
    let text: String
    do throws(BoundedFile.Failure) {
      text = try BoundedFile.readText(source, limit: Self.byteLimit)
    } catch {
      throw LectureErrors(file: source, LectureSentence.unreadable(error.reason, isTooLarge: error.isTooLarge))
    }
    let fileName = source.split(separator: "/").last.map(String.init) ?? source
    try self.init(text: text, name: String(fileName.dropLast(Self.fileEnding.count)), file: source)
  }
}
