import Playground
import Screen

/// One place of a map of trainings: what became of its first weights together, and of each.
struct AtlasPlace: Drawable {
  let study: AtlasStudy
  let cell: Atlas.Cell
  let rect: Rect

  func draw(in scene: inout Scene) {
    let x = rect.width < 30 ? rect.x : scene.frame.heading("HERE", x: rect.x, y: rect.y) + 2
    scene.frame.put(scene.frame.shortened(study.placeWords(cell), to: rect.maxX - x), x: x, y: rect.y, .strong)
    var y = rect.y + (rect.height > 14 ? 2 : 1)
    for (name, value) in figures {
      guard y < rect.maxY else { return }
      scene.frame.put(name, x: rect.x, y: y, .dim)
      scene.frame.put(value, endingAt: rect.maxX, y: y)
      y += 1
    }
    y += rect.height > 14 ? 1 : 0
    y = drawStarts(y, in: &scene)
    drawStart(y + (rect.height > 14 ? 1 : 0), in: &scene)
  }

  /// What the first weights come to together.
  private var figures: [(String, String)] {
    let ends = Array(study.ends(at: cell).values)
    let outcomes = ends.compactMap(\.outcome)
    let reached = outcomes.compactMap(\.reachedAt).sorted()
    var figures = [("reach the goal", "\(reached.count) of \(ends.count)")]
    if let middle = AtlasMeasure.epochs.value(of: ends), let first = reached.first, let last = reached.last {
      figures.append(("epochs, median", Number.count(Int(middle))))
      figures.append(("first, last", "\(Number.count(first)), \(Number.count(last))"))
    }
    let broken = ends.count(where: \.brokeDown)
    if broken > 0 { figures.append(("diverged", "\(broken)")) }
    if let loss = AtlasMeasure.loss.value(of: ends) {
      figures.append(
        (
          outcomes.contains { $0.testLoss != nil } ? "test loss, median" : "train loss, median",
          Number.loss(loss).trimmed
        ))
    }
    if let gap = AtlasMeasure.gap.value(of: ends) {
      figures.append(("test − train, median", Number.signed(gap, decimals: 4, width: 7).trimmed))
    }
    return figures
  }

  // MARK: - Each of them

  private static let group = 5
  private var groups: Int { max(1, (rect.width + 1) / (Self.group + 1)) }

  /// `■×××■ ×■■■×`: each of the first weights; returns the row after them.
  private func drawStarts(_ top: Int, in scene: inout Scene) -> Int {
    guard top + 1 < rect.maxY else { return top }
    let x = scene.frame.heading("EACH START", x: rect.x, y: top)
    if rect.width > 30 { scene.frame.put("■ reached it  × did not", x: x + 2, y: top, .dim) }
    let ends = study.ends(at: cell)
    let perRow = groups * Self.group
    for start in 0..<study.starts {
      let (row, column) = (start / perRow, start % perRow)
      let place = Point(rect.x + column + column / Self.group, top + 1 + row)
      guard place.y < rect.maxY else { break }
      let isChosen = start == study.start
      let (glyph, role) = sign(ends[start])
      scene.frame.put(glyph, x: place.x, y: place.y, isChosen ? .strong : role, isChosen ? [.bold, .underline] : [])
      scene.mark(Rect(x: place.x, y: place.y, width: 1, height: 1), as: .part(AtlasScreen.firstStart + start))
    }
    return top + 1 + (study.starts + perRow - 1) / perRow
  }

  private func sign(_ end: Trial.End?) -> (String, Role) {
    guard let end else { return ("·", .rule) }
    return end.outcome?.reachedAt != nil ? ("■", .positive) : ("×", end.brokeDown ? .alarm : .negative)
  }

  /// What became of the first weights that Enter opens.
  private func drawStart(_ y: Int, in scene: inout Scene) {
    guard y < rect.maxY else { return }
    var spans = [Span("\(study.start + 1). ", .strong)]
    switch study.ends(at: cell)[study.start] {
    case nil: spans.dim("is still to be trained")
    case .refused(let sentence)?: spans.append(Span(sentence, .alarm))
    case .trained(let outcome)?:
      if let epoch = outcome.divergedAt {
        spans.append(Span("diverged in epoch \(Number.count(epoch))", .alarm))
      } else {
        spans.dim(outcome.testLoss == nil ? "train loss " : "test loss ")
        spans.text(Number.loss(outcome.testLoss ?? outcome.trainLoss ?? .nan).trimmed)
        if let epoch = outcome.reachedAt { spans.dim("  goal at \(Number.count(epoch))") }
      }
    }
    scene.frame.put(scene.frame.shortenedAtWord(spans, to: rect.width), x: rect.x, y: y)
  }
}

extension Trial.End {
  /// What came of it; nil where it could not begin.
  var outcome: Outcome? {
    if case .trained(let outcome) = self { outcome } else { nil }
  }
}
