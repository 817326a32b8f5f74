import Formulas
import Playground
import Screen

/// The room of the computation graph: every node with its value and its gradient, the picture of the graph where it has
/// room, and what the last step did, written out.
struct GraphScreen: Drawable {
  let shell: Shell
  let room: GraphRoom
  let explanation: Explanation

  private var graph: ComputationGraph { shell.graph }
  /// Columns of the list of nodes.
  private static let listColumns = 38

  func draw(in scene: inout Scene) {
    let frame = RoomFrame(shell.size)
    frame.draw(shell, explanation, in: &scene)
    let (isRoomy, heading) = (frame.isRoomy, frame.headings)
    let (left, right) = (frame.columns.lowerBound, frame.columns.upperBound)
    let end = scene.frame.heading("GRAPH", x: left, y: heading, isCurrent: true)
    scene.frame.put(
      scene.frame.shortened(graph.formula.text, to: right - end - 16), x: end + 2, y: heading, .strong, .bold)
    scene.frame.put(stage, endingAt: right, y: heading, .accent)
    let bottom = frame.size.height - (isRoomy ? 6 : 2)
    let stepRows = isRoomy ? 6 : 5
    let body = Rect(columns: left..<right, rows: heading + 2..<bottom - stepRows - 1)
    let picture = GraphPicture(
      graph: graph, chosen: room.chosen, rect: Rect(columns: left + Self.listColumns + 3..<right, rows: body.rows))
    let list = Rect(x: left, y: body.y, width: picture.fits ? Self.listColumns : body.width, height: body.height)
    drawList(list, in: &scene)
    if picture.fits { picture.draw(in: &scene) }
    drawStep(Rect(columns: left..<right, rows: bottom - stepRows..<bottom), in: &scene)
  }

  /// `forward 2 of 4`.
  private var stage: String {
    let half = graph.steps / 2
    if graph.step == 0 { return "\(half) nodes" }
    return graph.isBackward ? "back \(graph.step - half) of \(half)" : "forward \(graph.step) of \(half)"
  }

  // MARK: - The list

  private func drawList(_ rect: Rect, in scene: inout Scene) {
    let (values, gradients) = (graph.values, graph.gradients)
    let (valueEnd, gradientEnd) = (rect.maxX - 9, rect.maxX)
    scene.frame.put("value", endingAt: valueEnd, y: rect.y - 1, .dim)
    scene.frame.put("∂f/∂", endingAt: gradientEnd, y: rect.y - 1, .dim)
    let count = graph.formula.nodes.count
    let focus = graph.current ?? 0
    let first = max(0, min(focus - rect.height / 2, count - rect.height))
    for (row, node) in (first..<min(count, first + rect.height)).enumerated() {
      let y = rect.y + row
      let isCurrent = node == graph.current
      if isCurrent { scene.frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), .lift) }
      let isChosen = graph.formula.nodes[node].operation == .variable(room.chosen)
      let glyph = scene.frame.theme.glyphs.table.chosen
      if isChosen { scene.frame.put(String(Character(glyph)), x: rect.x, y: y, .accent) }
      scene.frame.put(
        scene.frame.shortened(graph.name(node), to: valueEnd - rect.x - 12), x: rect.x + 2, y: y,
        isCurrent ? .accent : graph.formula.nodes[node].operands.isEmpty ? .text : .strong)
      put(values[node], endingAt: valueEnd, y: y, in: &scene)
      put(gradients[node], endingAt: gradientEnd, y: y, in: &scene)
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: .part(node))
    }
  }

  private func put(_ number: Double?, endingAt x: Int, y: Int, in scene: inout Scene) {
    guard let number else {
      scene.frame.put("·", endingAt: x, y: y, .rule)
      return
    }
    scene.frame.put(
      Number.signed(number, decimals: 4, width: 8), endingAt: x, y: y, number.isFinite ? Number.role(number) : .alarm)
  }

  // MARK: - The step

  private func drawStep(_ rect: Rect, in scene: inout Scene) {
    scene.frame.heading("THIS STEP", x: rect.x, y: rect.y - 1)
    let lines = graph.complaint.map { [[Span($0, .alarm)]] } ?? []
    let wrapped = (lines + GraphStep(graph: graph).lines).flatMap { line in
      Paragraph(spans: line).lines(width: rect.width, glyphs: scene.frame.theme.glyphs)
    }
    for (line, y) in zip(wrapped, rect.rows) { scene.frame.put(line, x: rect.x, y: y) }
  }
}
