import NeuralEngine
import Playground
import Screen

/// How good the network is, for training, validation and test: loss, accuracy, R², what was taken for what, and of each
/// class precision, recall and F1; beside it, or in its place, one class at a threshold.
struct FiguresPage: Drawable {
  let shell: Shell
  let sheet: FiguresSheet

  /// Columns beside the matrix for each class's precision, recall and F1.
  private static let shareColumns = [11, 8, 8]
  private static let gap = 2

  /// A share in per cent; a dash where it has no value.
  static func share(_ share: Double?) -> String {
    share.map { String(Number.percent($0).drop { $0 == " " }) } ?? "–"
  }

  func draw(in scene: inout Scene) {
    let evaluation = shell.snapshot?.test ?? shell.snapshot?.train
    let matrix = evaluation?.confusion.map { ConfusionMatrix($0, names: shell.snapshot?.material.classNames) }
    let reading = shell.thresholdReading(of: sheet.chosen, at: sheet.threshold)
    let own = ownSize(matrix)
    let threshold = reading == nil ? Size(0, 0) : ThresholdPanel.size
    let both = Size(own.width + Self.gap + threshold.width, max(own.height, threshold.height))
    let fitsBoth = reading != nil && both.width + 6 <= scene.frame.size.width
    let showsThreshold = reading != nil && (fitsBoth || sheet.showsThreshold)
    let showsOwn = fitsBoth || !showsThreshold
    let room = scene.openPanel(
      fitsBoth ? both : showsOwn ? own : threshold, title: "Measures",
      note: "epoch \(Number.count(shell.snapshot?.evaluatedEpoch ?? 0))")
    if showsOwn { drawOwn(matrix, size: own, in: room, &scene) }
    guard let reading, showsThreshold else {
      if reading != nil { drawTurn(to: "ROC", room, &scene) }
      return
    }
    let x = fitsBoth ? room.x + own.width + Self.gap : room.x
    let rect = Rect(x: x, y: room.y, width: threshold.width, height: threshold.height)
    guard rect.maxY <= room.maxY + 1 else { return }
    ThresholdPanel(reading: reading, rect: rect, canChoose: (matrix?.counts.count ?? 0) > 2).draw(in: &scene)
    if !fitsBoth { drawTurn(to: "confusion", room, &scene) }
  }

  /// The word that leads to the other half where both have no room.
  private func drawTurn(to word: String, _ room: Rect, _ scene: inout Scene) {
    let text = "Tab \(word)"
    let x = scene.frame.put(text, endingAt: room.maxX, y: room.maxY, .accent)
    scene.mark(Rect(x: x, y: room.maxY, width: room.maxX - x, height: 1), as: .row(FiguresSheet.Row.turn.index))
  }

  private func ownSize(_ matrix: ConfusionMatrix?) -> Size {
    guard let matrix else { return Size(38, 5) }
    let size = matrix.size(columns: 4)
    return Size(max(38, size.width + Self.shareColumns.reduce(0, +)), 5 + size.height + 2)
  }

  private func drawOwn(_ matrix: ConfusionMatrix?, size: Size, in room: Rect, _ scene: inout Scene) {
    var y = drawTable(in: room, &scene)
    guard let matrix, y + matrix.size(columns: 4).height + 2 <= room.maxY + 1 else { return }
    let end = scene.frame.heading("CONFUSION", x: room.x, y: y + 1)
    let set = shell.snapshot?.test == nil ? "train" : "test"
    scene.frame.put("\(set) % · row is, column says", x: end + 1, y: y + 1, .dim)
    y += 2
    scene.frame.confusion(matrix, x: room.x, y: y, columns: 4)
    let canChoose = matrix.counts.count > 2
    for row in -1..<matrix.counts.count {
      let figures = row < 0 ? nil : ClassFigures(matrix.counts, of: row)
      let cells =
        figures.map { [Self.share($0.precision), Self.share($0.recall), Self.share($0.f1)] }
        ?? ["precision", "recall", "F1"]
      var x = room.x + matrix.size(columns: 4).width
      for (cell, width) in zip(cells, Self.shareColumns) {
        x += width
        scene.frame.put(cell, endingAt: x, y: y + 1 + row, figures == nil ? .dim : .strong)
      }
      guard canChoose, row >= 0 else { continue }
      if row == sheet.chosen {
        scene.frame.write(
          scene.frame.theme.glyphs.table.chosen, x: room.x - 2, y: y + 1 + row, scene.frame.theme.style(.accent))
      }
      scene.mark(
        Rect(x: room.x - 2, y: y + 1 + row, width: size.width + 2, height: 1),
        as: .row(FiguresSheet.Row.member(row).index))
    }
  }

  /// Loss and accuracy or R² of each part of the data; returns the row below.
  private func drawTable(in room: Rect, _ scene: inout Scene) -> Int {
    let snapshot = shell.snapshot
    let hasValidation = snapshot?.validation != nil
    let columns: [(name: String, of: Evaluation?)] =
      [("training", snapshot?.train)] + (hasValidation ? [("valid.", snapshot?.validation)] : [])
      + [("test", snapshot?.test)]
    let rows: [(String, (Evaluation) -> String?)] = [
      ("samples", { Number.count($0.count) }), ("loss", { Number.loss($0.loss) }),
      ("accuracy", { $0.accuracy.map { Number.percent($0, decimals: 2) } }),
      ("R²", { $0.rSquared.map { Number.fixed($0, decimals: 4) } }),
    ]
    let ends = hasValidation ? [room.x + 18, room.x + 28, room.x + 38] : [room.x + 24, room.x + 36]
    for (column, end) in zip(columns, ends) {
      scene.frame.put(column.name, endingAt: end, y: room.y, .dim, .bold)
    }
    var y = room.y + 1
    for (name, figure) in rows {
      let values = columns.map { $0.of.flatMap(figure) }
      guard values.contains(where: { $0 != nil }) else { continue }
      scene.frame.put(name, x: room.x, y: y, .dim)
      for (index, (value, end)) in zip(values, ends).enumerated() {
        guard let value else { continue }
        scene.frame.put(value, endingAt: end, y: y, .strong, index == values.count - 1 ? .bold : [])
      }
      y += 1
    }
    return y
  }
}
