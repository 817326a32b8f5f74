import Screen

/// What the line above the key bar says of one thing: its name, a formula with live numbers, and a sentence.
struct Explanation: Equatable {
  let name: String
  var formula: [Span] = []
  /// Something a learner can check by looking.
  var sentence: String = ""
  /// The keys that change it.
  var hint: String = ""
}

extension [Span] {
  mutating func text(_ text: String) { append(Span(text, .text)) }
  mutating func dim(_ text: String) { append(Span(text, .dim)) }
  mutating func strong(_ text: String) { append(Span(text, .strong)) }
  /// A signed number in the colour of its sign.
  mutating func number(_ value: Double) { append(Span(Number.signed(value), Number.role(value), .bold)) }
}

/// The rows that explain what is current, and the rule above them.
struct ExplainPanel: Drawable {
  let explanation: Explanation
  /// What stands in its place until the next key.
  let notice: Shell.Notice?
  let rect: Rect
  let rule: Int?

  func draw(in scene: inout Scene) {
    if let rule { scene.frame.rule(x: rect.x, y: rule, width: rect.width) }
    if let notice { return draw(notice, in: &scene) }
    var x = scene.frame.put(explanation.name, x: rect.x, y: rect.y, .accent, .bold)
    let isOneRow = rect.height < 2
    x += isOneRow ? 2 : 4
    scene.frame.clipped(to: rect) { frame in
      x = frame.put(explanation.formula, x: x, y: rect.y)
      guard isOneRow else {
        let sentence = explanation.sentence.isEmpty ? explanation.hint : explanation.sentence
        frame.put(
          frame.shortened(sentence, to: rect.width), x: rect.x, y: rect.y + 1,
          explanation.sentence.isEmpty ? .dim : .text)
        if !explanation.sentence.isEmpty, !explanation.hint.isEmpty,
          sentence.count + 3 + explanation.hint.count <= rect.width
        {
          frame.put(explanation.hint, endingAt: rect.maxX, y: rect.y + 1, .dim)
        }
        return
      }
      if explanation.formula.isEmpty {
        frame.put(frame.shortened(explanation.sentence, to: rect.maxX - x), x: x, y: rect.y, .text)
        x += explanation.sentence.count
      }
      if x + 3 + explanation.hint.count <= rect.maxX {
        frame.put(explanation.hint, endingAt: rect.maxX, y: rect.y, .dim)
      }
    }
  }

  private func draw(_ notice: Shell.Notice, in scene: inout Scene) {
    let paragraph = Paragraph(notice.text)
    for (row, line) in paragraph.lines(width: rect.width, glyphs: scene.frame.theme.glyphs).prefix(rect.height)
      .enumerated()
    {
      scene.frame.put(
        line.map { Span($0.text, notice.isAlarm ? .alarm : $0.role, $0.attributes) }, x: rect.x, y: rect.y + row)
    }
  }
}
