import NeuralEngine
import Screen

/// What the network says for each class: a bar and a per cent, the likeliest in the accent.
struct AnswersPanel: Drawable {
  let shell: Shell
  let rect: Rect
  let labelColumns: Int
  let headings: Int
  /// Which classes are shown, where they stand in several columns; nil for all.
  var part: Range<Int>?

  /// The classes that are shown.
  private var shown: Range<Int> { part ?? shell.pictureClassNames.indices }

  /// Columns right of the bars: a gap, the per cent, and its sign after the likeliest one.
  private static let numberColumns = 8

  /// Rows from one class to the next: two where they fit.
  private var pitch: Int { shown.count * 2 + 1 <= rect.height ? 2 : 1 }

  /// The row of a class's bar.
  func row(of index: Int) -> Int {
    let used = (shown.count - 1) * pitch + 1
    return rect.y + max(0, (rect.height - used) / 2) + (index - shown.lowerBound) * pitch
  }

  func draw(in scene: inout Scene) {
    if part == nil { drawHeading(in: &scene) }
    for index in shown where row(of: index) < rect.maxY { drawAnswer(index, in: &scene) }
  }

  private func drawHeading(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .answers || shell.stepPoints(at: .output)
    let end = scene.frame.heading("OUTPUT", x: rect.x, y: headings, isCurrent: isCurrent)
    if let said = verdicts.first(where: { end + 2 + scene.frame.theme.glyphs.width($0) <= rect.maxX }) {
      scene.frame.put(said, endingAt: rect.maxX, y: headings)
    }
  }

  /// What the network says, in the longest words that fit.
  private var verdicts: [[Span]] {
    guard let reading = shell.reading else { return [] }
    let phrase = shell.classPhrase(reading.best)
    let name = shell.pictureClassNames[safe: reading.best] ?? ""
    switch (reading.isRight, reading.truth) {
    case (false, let truth?):
      let mistake = "× \(name) not \(shell.pictureClassNames[safe: truth] ?? "")"
      return [[Span(mistake, .alarm, .bold)], [Span("× \(name)", .alarm, .bold)]]
    case (_, _):
      if reading.isUnsure {
        let second = shell.pictureClassNames[safe: reading.second] ?? ""
        return [
          [Span("unsure: ", .dim), Span("\(name) or \(second)", .alarm, .bold)],
          [Span("\(name) or \(second)?", .alarm, .bold)],
        ]
      }
      let said = Span(phrase, .accent, .bold)
      return [[Span("it is ", .dim), said], [said], [Span(name, .accent, .bold)]]
    }
  }

  private func drawAnswer(_ index: Int, in scene: inout Scene) {
    let y = row(of: index)
    let reading = shell.reading
    let isBest = reading?.best == index
    let isCurrent = shell.attention.current == .answer(index)
    let role: Role = isCurrent ? .accent : isBest ? .strong : .dim
    let name = scene.frame.shortened(shell.pictureClassNames[index], to: labelColumns)
    scene.frame.put(name, x: rect.x, y: y, role, isBest ? .bold : [])
    scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: .answer(index))
    guard let reading, let answer = reading.answers[safe: index] else { return }
    let bar = Rect(
      x: rect.x + labelColumns + 1, y: y, width: rect.width - labelColumns - 1 - Self.numberColumns, height: 1)
    let isWrong = reading.isRight == false
    if bar.width >= 2 {
      scene.frame.bar(answer, x: bar.x, y: y, width: bar.width, isBest ? (isWrong ? .alarm : .accent) : .dim)
    }
    let number = reading.isShare ? Number.fixed(answer * 100, decimals: 1) : Number.signed(answer)
    scene.frame.put(number, endingAt: rect.maxX - 2, y: y, role, isBest ? .bold : [])
    if isBest, reading.isShare { scene.frame.put("%", endingAt: rect.maxX, y: y, role, .bold) }
  }
}
