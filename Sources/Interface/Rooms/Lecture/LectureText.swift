import Course
import Playground
import Screen

/// A lecture's step as lines of a given width: prose, then the goal, then the question.
struct LectureText {
  let shell: Shell
  let open: OpenLecture
  let width: Int
  let glyphs: GlyphSet

  /// A line, and which choice of the question it shows.
  struct Line {
    var spans: [Span]
    var choice: Int?
  }

  var lines: [Line] {
    var lines: [Line] = []
    func add(_ spans: [Span]) { lines.append(Line(spans: spans)) }
    for line in wrapped([TextRun(open.current.title, .strong)]) { add(line) }
    add([])
    if open.step == 0 {
      for piece in open.lecture.introduction {
        lines += self.lines(of: piece).map { Line(spans: $0) } + [Line(spans: [])]
      }
    }
    for piece in open.current.prose { lines += self.lines(of: piece).map { Line(spans: $0) } + [Line(spans: [])] }
    lines += goalLines
    lines += questionLines
    while lines.last?.spans.isEmpty == true { lines.removeLast() }
    return lines
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

  private var goalLines: [Line] {
    guard let goal = open.current.goal else { return [] }
    let table = glyphs.table
    let isReached = open.reached.contains(open.step)
    let mark = isReached ? table.on : table.off
    var lines = [Line(spans: [Span("GOAL", .dim, .bold)])]
    for (index, line) in wrapped([TextRun(goal.words)], indent: glyphs.width(mark) + 1).enumerated() {
      lines.append(
        Line(
          spans: [
            Span(
              index == 0 ? mark + " " : String(repeating: " ", count: glyphs.width(mark) + 1),
              isReached ? .accent : .dim, .bold)
          ]
            + line.map { Span($0.text, isReached ? .strong : .text) }))
    }
    lines.append(Line(spans: [Span("  " + progress(goal), isReached ? .accent : .dim)]))
    return lines + [Line(spans: [])]
  }

  private func progress(_ goal: LectureGoal) -> String {
    if let epoch = open.settled[open.step] {
      if goal.fails {
        return open.reached.contains(open.step)
          ? "as foretold, after \(epoch) epochs" : "it got there at epoch \(epoch)"
      }
      return "reached at epoch \(epoch)"
    }
    guard let snapshot = shell.snapshot else { return "" }
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
  private var questionLines: [Line] {
    let asked = open.questions
    return asked.indices.flatMap { index in
      lines(of: asked[index].question, answer: asked[index].answer, isLast: index == asked.count - 1)
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
    if let answer, open.current.goal == nil || open.settled[open.step] != nil {
      lines.append(Line(spans: []))
      let verdict = answer == question.right ? "So it is. " : "It is “\(question.choices[question.right])”. "
      for line in wrapped([TextRun(verdict, .strong), TextRun(question.why)]) { lines.append(Line(spans: line)) }
    }
    if !isLast { lines.append(Line(spans: [])) }
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
