import Playground
import Words

extension LectureReader {
  /// The entries of a YAML block; unknown keys are noted and left out.
  mutating func entries(of text: String, firstLine: Int, keys: [String]?) -> [YAML.Entry] {
    do {
      let entries = try YAML(text, firstLine: firstLine).entries
      guard let keys else { return entries }
      for entry in entries where !keys.contains(entry.key) {
        note(entry.line, LectureSentence.unknownKey(entry.key, known: keys))
      }
      return entries.filter { keys.contains($0.key) }
    } catch {
      note(error.line, LectureSentence.yaml(error.reason))
      return []
    }
  }

  mutating func text(of entry: YAML.Entry) -> String {
    guard let text = entry.value.word?.trimmed, !text.isEmpty else {
      note(entry.line, LectureSentence.wrongValue(entry.key, entry.value.oneLine, wanted: "write a text"))
      return ""
    }
    return text
  }

  mutating func texts(of entry: YAML.Entry) -> [String] {
    guard let texts = entry.value.words else {
      note(entry.line, LectureSentence.wrongValue(entry.key, "a nested block", wanted: "write a list of texts"))
      return []
    }
    return texts
  }

  mutating func wholeNumber(of entry: YAML.Entry) -> Int {
    let text = entry.value.oneLine
    guard let number = Int(text), (0...1_000_000).contains(number) else {
      note(entry.line, LectureSentence.wrongValue(entry.key, text, wanted: "write a whole number"))
      return 0
    }
    return number
  }
}

extension YAML.Value {
  /// The value as it would be written on one line: `4`, `[4, 2]`; empty for what lies deeper.
  fileprivate var oneLine: String { word ?? words.map { "[\($0.joined(separator: ", "))]" } ?? "" }
}
