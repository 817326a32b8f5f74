import Formulas
import Screen

/// The picture of a computation graph: what is needed stands left of what needs it, each node a box of two rows, its value
/// above its gradient.
struct GraphPicture: Drawable {
  let graph: ComputationGraph
  /// The variable that is chosen.
  let chosen: Int
  let rect: Rect

  /// Columns of a box at least, and the gap between two columns of them.
  private static let box = 8
  private static let gap = 4
  private static let rowsEach = 3

  /// The column of each node, counted from the left: as far right as what needs it allows.
  private var columns: [Int] {
    let nodes = graph.formula.nodes
    var depth = nodes.map { _ in 0 }
    for (index, node) in nodes.enumerated() {
      depth[index] = (node.operands.map { depth[$0] + 1 }.max()) ?? 0
    }
    // A leaf stands next to the first node that needs it.
    for index in nodes.indices where nodes[index].operands.isEmpty {
      let users = nodes.indices.filter { nodes[$0].operands.contains(index) }
      if let first = users.map({ depth[$0] }).min() { depth[index] = first - 1 }
    }
    return depth
  }

  /// The row of boxes of each node: leaves one below the other, all else in the middle of what it needs.
  private var rows: [Int] {
    let nodes = graph.formula.nodes
    let columns = self.columns
    let leaves = nodes.indices.filter { nodes[$0].operands.isEmpty }.sorted {
      nodes[$0].place.lowerBound < nodes[$1].place.lowerBound
    }
    var heights = nodes.map { _ in 0.0 }
    for (row, leaf) in leaves.enumerated() { heights[leaf] = Double(row) }
    for (index, node) in nodes.enumerated() where !node.operands.isEmpty {
      heights[index] = node.operands.reduce(0) { $0 + heights[$1] } / Double(node.operands.count)
    }
    var rows = nodes.map { _ in 0 }
    for column in 0...(columns.max() ?? 0) {
      var next = 0
      for node in nodes.indices.filter({ columns[$0] == column }).sorted(by: { heights[$0] < heights[$1] }) {
        rows[node] = max(next, Int(heights[node].rounded()))
        next = rows[node] + 1
      }
    }
    return rows
  }

  private var columnCount: Int { (columns.max() ?? 0) + 1 }
  private var rowCount: Int { (rows.max() ?? 0) + 1 }

  /// Whether all boxes have room.
  var fits: Bool {
    columnCount * (Self.box + Self.gap) - Self.gap <= rect.width && rowCount * Self.rowsEach - 1 <= rect.height
  }

  func draw(in scene: inout Scene) {
    let (columns, rows) = (self.columns, self.rows)
    let pitch = (rect.width + Self.gap) / columnCount
    let width = min(14, pitch - Self.gap)
    let boxes = graph.formula.nodes.indices.map { node in
      Rect(x: rect.x + columns[node] * pitch, y: rect.y + rows[node] * Self.rowsEach, width: width, height: 2)
    }
    drawLines(boxes, in: &scene)
    let (values, gradients) = (graph.values, graph.gradients)
    for (node, box) in boxes.enumerated() {
      let isCurrent = node == graph.current
      scene.frame.fill(box, isCurrent ? .lift : .surface)
      let isChosen = graph.formula.nodes[node].operation == .variable(chosen)
      let name = graph.formula.nodes[node].operation.symbol ?? graph.name(node)
      scene.frame.put(
        scene.frame.shortened(name, to: width - 6), x: box.x, y: box.y, isCurrent || isChosen ? .accent : .strong, .bold
      )
      put(values[node], box.maxX, box.y, in: &scene)
      put(gradients[node], box.maxX, box.y + 1, in: &scene)
      scene.mark(box, as: .part(node))
    }
  }

  private func put(_ number: Double?, _ end: Int, _ y: Int, in scene: inout Scene) {
    guard let number else { return }
    scene.frame.put(Number.signed(number), endingAt: end, y: y, number.isFinite ? Number.role(number) : .alarm)
  }

  /// Lines from what is needed to what needs it; where the step is, in the accent.
  private func drawLines(_ boxes: [Rect], in scene: inout Scene) {
    var canvas = DotCanvas(rect.size)
    for (node, box) in boxes.enumerated() {
      for operand in graph.formula.nodes[node].operands {
        let (from, to) = (boxes[operand], box)
        let role: Role = node == graph.current ? .accent : .rule
        canvas.curve(
          from: DotPoint(Double((from.maxX - rect.x) * 2), Double((from.y - rect.y) * 4 + 4)),
          to: DotPoint(Double((to.x - rect.x) * 2 - 1), Double((to.y - rect.y) * 4 + 4)), scene.frame.theme.style(role),
          knockingOut: false)
      }
    }
    scene.frame.draw(canvas, x: rect.x, y: rect.y)
  }
}
