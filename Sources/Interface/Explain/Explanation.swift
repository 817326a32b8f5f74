import Screen

/// What the line above the key bar says of one thing: its name, a formula with live numbers, and a sentence.
struct Explanation: Equatable {
  let name: String
  /// The formula in forms from long to short: the first that has room is shown.
  let formulas: [[Span]]
  /// Something a learner can check by looking.
  let sentence: String
  /// The keys that change it.
  let hint: String

  init(name: String, formulas: [[Span]], sentence: String = "", hint: String = "") {
    self.name = name
    self.formulas = formulas
    self.sentence = sentence
    self.hint = hint
  }

  init(name: String, formula: [Span] = [], sentence: String = "", hint: String = "") {
    self.init(name: name, formulas: formula.isEmpty ? [] : [formula], sentence: sentence, hint: hint)
  }
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
    scene.frame.clipped(to: rect) { frame in
      let name = frame.shortened(explanation.name, to: rect.width)
      let isOneRow = rect.height < 2
      let x = frame.put(name, x: rect.x, y: rect.y, .accent, .bold) + (isOneRow ? 2 : 4)
      let line = firstLine(from: x, isOneRow: isOneRow, frame.theme.glyphs)
      frame.put(frame.shortenedAtWord(line.spans, to: rect.maxX - x), x: x, y: rect.y)
      if line.hasHint { frame.put(explanation.hint, endingAt: rect.maxX, y: rect.y, .dim) }
      if !isOneRow {
        frame.put(
          frame.shortenedAtWord([Span(explanation.sentence, .text)], to: rect.width), x: rect.x, y: rect.y + 1)
      }
    }
  }

  /// What follows the name in the first row: the longest formula beside which the hint has room, else the longest
  /// without it. In a single row the sentence stands where there is no formula.
  private func firstLine(from x: Int, isOneRow: Bool, _ glyphs: GlyphSet) -> (spans: [Span], hasHint: Bool) {
    let sentence = [Span(explanation.sentence, .text)]
    let forms = explanation.formulas.isEmpty ? [isOneRow ? sentence : []] : explanation.formulas
    let room = rect.maxX - x
    let hint = explanation.hint.isEmpty ? 0 : glyphs.width(explanation.hint) + 3
    if hint > 0, let form = forms.first(where: { glyphs.width($0) + hint <= room }) { return (form, true) }
    return (forms.first { glyphs.width($0) <= room } ?? forms.last ?? [], false)
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
