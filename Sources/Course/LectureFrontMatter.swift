import Playground
import Words

extension LectureReader {
  struct FrontMatter {
    var title = ""
    var order = 0
    var summary = ""
    var minutes = 0
    var after: [String] = []
    /// The index of the first line after the front matter.
    var end = 0
  }

  mutating func frontMatter(of lines: [String]) -> FrontMatter {
    var front = FrontMatter()
    guard lines.first?.trimmed == "---" else {
      note(1, LectureSentence.noFrontMatter)
      return front
    }
    guard let close = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      note(1, LectureSentence.openFrontMatter)
      front.end = lines.count
      return front
    }
    front.end = close + 1
    let keys = ["title", "order", "summary", "minutes", "after"]
    var found: Set<String> = []
    let before = errors.count
    for entry in entries(of: lines[1..<close].joined(separator: "\n"), firstLine: 2, keys: keys) {
      found.insert(entry.key)
      switch entry.key {
      case "title": front.title = text(of: entry)
      case "summary": front.summary = text(of: entry)
      case "order": front.order = wholeNumber(of: entry)
      case "minutes": front.minutes = wholeNumber(of: entry)
      default: front.after = texts(of: entry)
      }
    }
    // Of front matter that cannot be read, nothing is missing.
    guard errors.count == before || !found.isEmpty else { return front }
    let needed = [
      ("title", "title: The perceptron"), ("order", "order: 1"), ("summary", "summary: One sentence."),
      ("minutes", "minutes: 15"),
    ]
    for (key, example) in needed where !found.contains(key) {
      note(1, LectureSentence.missingKey(key, example: example))
    }
    return front
  }
}
