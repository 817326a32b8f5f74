import Playground

extension LectureReader {
  /// The entries of a YAML block; unknown keys are noted and left out.
  mutating func entries(of text: String, firstLine: Int, keys: [String]?) -> [LectureYAML.Entry] {
    do {
      let entries = try LectureYAML(text, firstLine: firstLine).entries
      guard let keys else { return entries }
      for entry in entries where !keys.contains(entry.key) {
        note(entry.line, LectureSentence.unknownKey(entry.key, known: keys))
      }
      return entries.filter { keys.contains($0.key) }
    } catch {
      note(error.line, error.sentence)
      return []
    }
  }

  mutating func text(of entry: LectureYAML.Entry) -> String {
    guard let text = entry.value.scalar?.string.trimmed, !text.isEmpty else {
      note(entry.line, LectureSentence.wrongValue(entry.key, entry.value.oneLine ?? "", wanted: "write a text"))
      return ""
    }
    return text
  }

  mutating func texts(of entry: LectureYAML.Entry) -> [String] {
    guard let texts = entry.value.texts else {
      note(entry.line, LectureSentence.wrongValue(entry.key, "a nested block", wanted: "write a list of texts"))
      return []
    }
    return texts
  }

  mutating func wholeNumber(of entry: LectureYAML.Entry) -> Int {
    let text = entry.value.scalar?.string ?? entry.value.oneLine ?? ""
    guard let number = Int(text), (0...1_000_000).contains(number) else {
      note(entry.line, LectureSentence.wrongValue(entry.key, text, wanted: "write a whole number"))
      return 0
    }
    return number
  }
}
