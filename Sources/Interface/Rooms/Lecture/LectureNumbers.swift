import Course
import Screen

/// Numbers that a lecture gives to work with: a row for each with its bar and its target, and the losses below.
struct LectureNumbers {
  let shell: Shell
  let numbers: GivenNumbers
  let width: Int
  let glyphs: GlyphSet

  /// Columns of a bar, and of a number with its sign.
  private static let bar = 10
  private static let number = 7

  var lines: [LectureText.Line] {
    let column = names
    let heads = numbers.kind == .scores ? ["z", "σ(z)", "softmax"] : ["a"]
    let heading = String(repeating: " ", count: column + 2) + heads.map(Self.right).joined()
    var lines = [LectureText.Line(spans: [Span(heading, .dim, .bold)])]
    lines += numbers.values.indices.map { index in
      LectureText.Line(spans: row(index), given: index)
    }
    return lines + losses.map { LectureText.Line(spans: $0) }
  }

  /// Columns of the names, the longest of them.
  private var names: Int { min(12, numbers.names.map { glyphs.width($0) }.max() ?? 1) }

  private func row(_ index: Int) -> [Span] {
    let isCurrent = shell.attention.current == .given(index)
    let name = numbers.names[index]
    let mark = index == numbers.right ? String(Character(glyphs.table.chosen)) + " " : "  "
    var spans = [
      Span(mark, .accent, .bold),
      Span(
        name + String(repeating: " ", count: max(0, names - glyphs.width(name))), isCurrent ? .accent : .strong, .bold),
    ]
    let value = numbers.values[index]
    let text = numbers.kind == .scores ? Number.signed(value) : Number.plain(value, decimals: 4)
    spans.append(Span(Self.right(text), isCurrent ? .accent : .text, isCurrent ? .bold : []))
    switch numbers.kind {
    case .scores:
      spans.append(Span(Self.right(Number.fixed(numbers.shares[index], decimals: 3)), .text))
      spans.append(Span(Self.right(Number.fixed(numbers.probabilities[index], decimals: 3)), .text))
    case .answers:
      let filled = Int((value * Double(Self.bar)).rounded())
      spans.append(Span("  " + String(repeating: Character(glyphs.table.barFull), count: filled), .positive))
      spans.append(Span(String(repeating: Character(glyphs.table.barRest), count: Self.bar - filled), .rule))
      spans.append(Span("  t \(Number.plain(numbers.target(index)))", .dim))
    }
    return spans
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, number - text.count)) + text
  }

  /// The losses, a line each, and whether the answers can be probabilities.
  private var losses: [[Span]] {
    func line(_ name: String, _ value: Double) -> [Span] {
      let text = value.isFinite ? Number.fixed(value, decimals: 4) : "without limit"
      let blanks = String(repeating: " ", count: max(1, 34 - name.count - text.count))
      return [Span(name, .dim), Span(blanks + text, .strong, .bold)]
    }
    var lines: [[Span]] = []
    if numbers.kind == .answers {
      let sum = numbers.values.reduce(0, +)
      lines.append(line("their sum", sum))
      lines.append(line("squared error ½ Σ (a − t)²", numbers.squaredError))
    }
    lines.append(line("sigmoid cross-entropy", numbers.sigmoidCrossEntropy))
    lines.append(
      line(numbers.kind == .scores ? "softmax cross-entropy" : "−ln a of the right one", numbers.softmaxCrossEntropy))
    return lines
  }

  /// What a number costs, and how to change it.
  func explain(_ index: Int) -> Explanation {
    let value = numbers.values[index]
    let target = Number.plain(numbers.target(index))
    var formula: [Span] = []
    switch numbers.kind {
    case .answers:
      let error = (value - numbers.target(index)) * (value - numbers.target(index)) / 2
      formula.dim("½ (\(Number.plain(value, decimals: 4)) − \(target))² = ")
      formula.strong(Number.fixed(error, decimals: 4))
    case .scores:
      formula.dim("∂L/∂z = softmax − t = \(Number.fixed(numbers.probabilities[index], decimals: 3)) − \(target) = ")
      formula.strong(Number.signed(numbers.probabilities[index] - numbers.target(index), decimals: 3, width: 6))
    }
    return Explanation(
      name: numbers.names[index], formula: formula,
      sentence: "Left, Right and the wheel change it; Enter or a click makes it the right one; 0 puts all back.")
  }
}
