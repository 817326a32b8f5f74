import Course
import Playground
import Words

/// A lecture as plain text, to be read without a screen.
struct LecturePage {
  private let width: Int
  private(set) var lines: [String] = []

  init(_ lecture: Lecture, width: Int = 80) {
    self.width = width
    heading(lecture.title, underline: "=")
    add(lecture.introduction)
    for (index, step) in lecture.steps.enumerated() {
      heading("\(index + 1)  \(step.title)", underline: "-")
      for block in step.blocks { add(block) }
    }
  }

  private mutating func add(_ block: LectureBlock) {
    switch block {
    case .prose(let prose): add([prose])
    case .playground(let experiment):
      let yaml = experiment.yaml.split(separator: "\n").map { "  \($0)" }
      paragraph(["Experiment:"] + yaml)
    case .goal(let goal): paragraph(["Goal: \(goal.words)"])
    case .predict(let question):
      let choices = question.choices.enumerated().flatMap { wrapped($1, first: "  \($0 + 1)  ", rest: "     ") }
      paragraph(wrapped("What do you expect? \(question.text)") + choices)
    case .numbers(let numbers):
      let rows = numbers.names.indices.map { index in
        "  \(numbers.names[index]): \(shortest(numbers.values[index]))" + (index == numbers.right ? " (right)" : "")
      }
      paragraph(["Numbers, \(numbers.kind.rawValue):"] + rows)
    case .compute(let computations):
      paragraph(["Computed:"] + computations.map { "  \($0.label): \($0.text)" })
    case .show: break
    }
  }

  private mutating func add(_ prose: [Prose]) {
    for block in prose {
      switch block {
      case .paragraph(let runs): paragraph(runs.plainText.split(separator: "\n").flatMap { wrapped(String($0)) })
      case .heading(let runs): paragraph([runs.plainText])
      case .quotation(let runs): paragraph(wrapped(runs.plainText, first: "  ", rest: "  "))
      case .code(let text): paragraph(text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" })
      case .list(let items): paragraph(items.flatMap(lines))
      case .table(let table): paragraph(lines(of: table))
      }
    }
  }

  private func lines(of item: ListItem) -> [String] {
    let indent = String(repeating: "  ", count: item.depth + 1)
    let rest = String(repeating: " ", count: indent.count + item.marker.count + 1)
    return wrapped(item.text.plainText, first: "\(indent)\(item.marker) ", rest: rest)
  }

  private func lines(of table: ProseTable) -> [String] {
    var columns = Columns(table.alignments.map { $0 == .right ? .right : .left })
    columns.add(table.header.map(\.plainText))
    for row in table.rows { columns.add(row.map(\.plainText)) }
    return columns.lines.map { "  \($0)" }
  }

  private mutating func heading(_ text: String, underline: String) {
    paragraph([text, String(repeating: underline, count: text.count)])
  }

  private mutating func paragraph(_ text: [String]) {
    if !lines.isEmpty { lines.append("") }
    lines += text
  }

  /// The text in lines of at most `width` columns, broken between words.
  private func wrapped(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    return lines + [line]
  }
}
