import Course
import Playground
import Screen

/// A lecture's step as lines of a given width: prose, with its questions; and its goal.
struct LectureText {
  let shell: Shell
  let open: OpenLecture
  let width: Int
  let glyphs: GlyphSet

  /// A line, and which choice of which question it shows, or which of the numbers given.
  struct Line {
    var spans: [Span]
    var choice: Int?
    var question: Int?
    var given: Int?
  }

  /// The title, and prose and questions in the order of the file.
  var lines: [Line] {
    var lines = wrapped([TextRun(open.current.title, .strong)]).map { Line(spans: $0) } + [Line(spans: [])]
    var questions = self.questions[...]
    for block in open.current.blocks {
      switch block {
      case .prose(let piece): lines += self.lines(of: piece).map { Line(spans: $0) } + [Line(spans: [])]
      case .predict:
        if let question = questions.popFirst() { lines += question + [Line(spans: [])] }
      case .numbers:
        if let numbers = open.numbers {
          lines +=
            LectureNumbers(shell: shell, numbers: numbers, width: width, glyphs: glyphs).lines + [Line(spans: [])]
        }
      case .compute(let computations):
        lines += computations.map { Line(spans: shell.spans(of: $0, width: min(width, 36))) } + [Line(spans: [])]
      case .playground, .goal, .show: break
      }
    }
    while lines.last?.spans.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What stands before the first step, on its pages.
  var introduction: [Line] {
    guard open.step == 0 else { return [] }
    let pieces = open.lecture.introduction.map { lines(of: $0).map { Line(spans: $0) } }
    return Array(pieces.joined(separator: [Line(spans: [])]))
  }

  // MARK: - Prose

  private func lines(of piece: Prose) -> [[Span]] {
    switch piece {
    case .paragraph(let spans): wrapped(spans)
    case .heading(let spans): wrapped(spans).map { $0.map { Span($0.text, .dim, .bold) } }
    case .quotation(let spans): wrapped(spans, indent: 2).map { [Span("│ ", .rule)] + $0 }
    case .list(let items):
      items.flatMap { item in
        let indent = item.depth * 2 + item.marker.count + 1
        return wrapped(item.text, indent: indent).enumerated().map { index, line in
          let lead = String(repeating: " ", count: item.depth * 2)
          return [Span(index == 0 ? lead + item.marker + " " : String(repeating: " ", count: indent), .dim)] + line
        }
      }
    case .table(let table): lines(of: table)
    case .code(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { [Span("  " + String($0), .strong)] }
    }
  }

  private func wrapped(_ spans: [TextRun], indent: Int = 0) -> [[Span]] {
    Paragraph(spans: spans.map { Span($0.text, $0.style.role, $0.style.attributes) }).lines(
      width: width - indent, glyphs: glyphs)
  }

  /// A table in columns as wide as their widest cell.
  private func lines(of table: ProseTable) -> [[Span]] {
    let rows = [table.header] + table.rows
    let widths = table.header.indices.map { column in
      rows.map { glyphs.width($0[safe: column]?.plainText ?? "") }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      var line: [Span] = []
      for (column, cell) in row.enumerated() where column < widths.count {
        let blanks = String(repeating: " ", count: max(0, widths[column] - glyphs.width(cell.plainText)))
        let spans = cell.map {
          Span($0.text, index == 0 ? .dim : $0.style.role, index == 0 ? .bold : $0.style.attributes)
        }
        line += table.alignments[safe: column] == .right ? [Span(blanks)] + spans : spans + [Span(blanks)]
        line.append(Span("   "))
      }
      return line
    }
  }

  // MARK: - Goal and question

  /// The goal with a box to be ticked, once the questions before it are answered; `isBrief` leaves out how far it is.
  func goalLines(isBrief: Bool) -> [Line] {
    guard let goal = open.current.goal else { return [] }
    let isTicked = open.isReached
    let gap = isBrief ? [] : [Line(spans: [])]
    guard open.isAnswered || isTicked else { return gap + [Line(spans: [Span("Answer first: then the goal.", .dim)])] }
    let mark = isTicked ? glyphs.table.on : glyphs.table.off
    let indent = glyphs.width(mark) + 1
    var lines = wrapped([TextRun("Goal: " + goal.words)], indent: indent).enumerated().map { index, line in
      let lead = index == 0 ? mark + " " : String(repeating: " ", count: indent)
      return Line(
        spans: [Span(lead, isTicked ? .accent : .dim, .bold)]
          + line.map { Span($0.text, isTicked ? .strong : .text) })
    }
    if !isBrief { lines.append(Line(spans: [Span("  " + progress(goal), isTicked ? .accent : .dim)])) }
    return gap + lines
  }

  private func progress(_ goal: LectureGoal) -> String {
    guard let snapshot = shell.snapshot else { return "" }
    guard snapshot.resolved.dataset == open.dataset else { return "other data: 0 sets the step's own" }
    if let verdict = open.verdict {
      switch (verdict.isReached, goal.fails) {
      case (true, false): return "reached at epoch \(verdict.epoch)"
      case (true, true): return "it got there at epoch \(verdict.epoch)"
      case (false, true): return "as foretold, after \(verdict.epoch) epochs"
      case (false, false): return "not reached in \(verdict.epoch) epochs"
      }
    }
    let now: Double? =
      switch goal.condition.quantity {
      case .trainLoss: snapshot.train?.loss
      case .testLoss: snapshot.test?.loss
      case .trainAccuracy: snapshot.train?.accuracy
      case .testAccuracy: snapshot.test?.accuracy
      }
    return now.map { "now \(Number.fixed($0, decimals: 4)) at epoch \(snapshot.epoch)" } ?? ""
  }

  /// The questions asked so far; only the choices of the last can be clicked.
  private var questions: [[Line]] {
    let asked = open.questions
    return asked.indices.map { index in
      lines(of: asked[index].question, answer: asked[index].answer, isLast: index == asked.count - 1).map {
        Line(spans: $0.spans, choice: $0.choice, question: index)
      }
    }
  }

  private func lines(of question: Question, answer: Int?, isLast: Bool) -> [Line] {
    var lines = [Line(spans: [Span("WHAT DO YOU EXPECT?", .dim, .bold)])]
    for line in wrapped([TextRun(question.text)]) { lines.append(Line(spans: line)) }
    for (index, choice) in question.choices.enumerated() {
      let isChosen = answer == index
      for (row, line) in wrapped([TextRun(choice)], indent: 5).enumerated() {
        let mark = isChosen && row == 0 ? String(Character(glyphs.table.chosen)) + " " : "  "
        let number = row == 0 ? "\(index + 1)  " : "   "
        lines.append(
          Line(
            spans: [Span(mark, .accent, .bold), Span(number, isChosen ? .accent : .strong, .bold)]
              + line.map { Span($0.text, isChosen ? .strong : .text, isChosen ? .bold : []) },
            choice: isLast ? index : nil))
      }
    }
    if let answer, open.isDecided {
      lines.append(Line(spans: []))
      let verdict = answer == question.right ? "So it is. " : "It is “\(question.choices[question.right])”. "
      for line in wrapped([TextRun(verdict, .strong), TextRun(question.why)]) { lines.append(Line(spans: line)) }
    }
    return lines
  }
}

extension TextRun.Style {
  var role: Role { self == .plain ? .text : .strong }
  var attributes: Attributes {
    switch self {
    // Underlining would say that a letter is a key.
    case .plain, .code, .emphasis: []
    case .strong: .bold
    }
  }
}
