import NeuralEngine
import Screen

/// The room inside a network: the picture, the maps of the layers, the answers; below, one place.
struct InsideScreen: Drawable {
  let shell: Shell
  let room: InsideRoom
  let digits: DigitsRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    let layout = InsideLayout(shell.size)
    drawPicture(layout, in: &scene)
    if let divergence = shell.divergence {
      DivergedPanel(rect: layout.maps, divergence: divergence).draw(in: &scene)
    } else if let reading = shell.reading, let network = shell.network, let spot = room.spot(shell) {
      for (layer, rect) in layout.columns(of: reading.mapLayers, around: spot.layer) {
        MapsPanel(
          shell: shell, room: room, reading: reading, network: network, layer: layer, spot: spot, rect: rect,
          heading: layout.frame.headings
        ).draw(in: &scene)
      }
      PlacePanel(shell: shell, room: room, reading: reading, network: network, spot: spot, rect: layout.place).draw(
        in: &scene)
      drawAnswers(reading, layout, in: &scene)
    }
    drawChart(layout, in: &scene)
    layout.frame.draw(shell, explanation, in: &scene)
  }

  // MARK: - The picture

  /// While one draws, the pad; else what the network sees, with the window of the place, or with where the evidence stands.
  private func drawPicture(_ layout: InsideLayout, in scene: inout Scene) {
    let rect = layout.picture
    if shell.isOnPad {
      return PadPanel(shell: shell, room: digits, rect: rect, headings: layout.frame.headings).draw(in: &scene)
    }
    SeenPanel(shell: shell, rect: rect, headings: layout.frame.headings).draw(in: &scene)
    // A drag on the picture draws.
    scene.mark(rect, as: .pad)
    guard let network = shell.network, let reading = shell.reading else { return }
    let shape = network.architecture.input
    if let occlusion = room.occlusion {
      drawEvidence(occlusion, shape, rect, in: &scene)
    } else if let spot = room.spot(shell), spot.layer == 0, let sum = network.windowSum(at: spot, reading) {
      let cell = Rect(rows: sum.window.rows, columns: sum.window.columns, of: shape, in: rect)
      scene.frame.frame(x: cell.x, halfRow: cell.y, width: cell.width, height: cell.height)
    }
  }

  private func drawEvidence(_ occlusion: Occlusion, _ shape: Shape, _ rect: Rect, in scene: inout Scene) {
    let map = occlusion.map
    let evidence = Picture(width: rect.width, height: rect.height * 2) { x, y in
      let place = occlusion.place(row: y * shape.rows / (rect.height * 2), column: x * shape.columns / rect.width)
      return map[place % occlusion.columns, place / occlusion.columns]
    }
    scene.frame.paint(evidence, x: rect.x, halfRow: rect.y * 2)
    let window = occlusion.window(at: place(occlusion))
    let cell = Rect(rows: window.rows, columns: window.columns, of: shape, in: rect)
    scene.frame.frame(x: cell.x, halfRow: cell.y, width: cell.width, height: cell.height, .strong)
  }

  private func place(_ occlusion: Occlusion) -> Int {
    let middle = room.coverMiddle(shell)
    return occlusion.place(row: middle.y, column: middle.x)
  }

  // MARK: - The answers

  private func drawAnswers(_ reading: DigitReading, _ layout: InsideLayout, in scene: inout Scene) {
    let covered = room.occlusion.map { $0.answers(at: place($0)) }
    let names = shell.pictureClassNames
    if layout.answers.height > 1, covered == nil {
      return AnswersPanel(
        shell: shell, rect: layout.answers, labelColumns: min(8, names.map(\.count).max() ?? 1),
        headings: layout.frame.headings
      ).draw(in: &scene)
    }
    let answers = covered?.answers ?? reading.answers
    let isList = layout.answers.height > 1
    let y = isList ? layout.frame.headings : layout.answers.y
    let end = scene.frame.heading(covered == nil ? "OUTPUT" : "COVERED", x: layout.answers.x, y: y)
    if isList {
      let best = covered?.order.first ?? reading.best
      scene.frame.put(
        [Span("it is ", .dim), Span(shell.classPhrase(best), .accent, .bold)], endingAt: layout.answers.maxX, y: y)
    }
    let pitch = isList ? 0 : (layout.answers.maxX - end - 1) / max(1, names.count)
    for (index, answer) in answers.enumerated() {
      let (x, row) = isList ? (layout.answers.x, layout.answers.y + index) : (end + 2 + index * pitch, y)
      guard row < layout.answers.maxY else { return }
      let isBest = answers.allSatisfy { $0 <= answer }
      let role: Role = isBest ? .accent : .dim
      let name = scene.frame.shortened(names[safe: index] ?? "", to: isList ? 8 : max(1, pitch - 3))
      let after = scene.frame.put(name, x: x, y: row, isBest ? .strong : .dim)
      let width = isList ? layout.answers.width - 16 : max(2, pitch - name.count - 1)
      scene.frame.bar(answer, x: isList ? x + 9 : after, y: row, width: width, role)
      if isList { scene.frame.put(Number.percent(answer), endingAt: layout.answers.maxX, y: row, role) }
      scene.mark(
        Rect(x: x, y: row, width: isList ? layout.answers.width : pitch, height: 1), as: .answer(index))
    }
  }

  // MARK: - How well it does

  private func drawChart(_ layout: InsideLayout, in scene: inout Scene) {
    guard layout.chart.height >= 4 else {
      if let accuracy = shell.snapshot?.test?.accuracy {
        let spans = [Span("test ", .dim), Span(Number.percent(accuracy), .strong)]
        scene.frame.put(spans, endingAt: layout.chart.maxX, y: layout.chart.y)
      }
      return
    }
    let heading = Rect(x: layout.chart.x, y: layout.chart.y - 1, width: layout.chart.width, height: 1)
    shell.runPanel(
      heading: heading,
      rect: Rect(columns: layout.chart.x + 5..<layout.chart.maxX, rows: layout.chart.y..<layout.chart.maxY - 1),
      showsAxis: true
    ).draw(in: &scene)
  }
}
