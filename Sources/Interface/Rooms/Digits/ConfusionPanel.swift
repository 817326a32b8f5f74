import Screen

/// What the network took for what, over all test pictures: rows are the truth, columns the answer.
struct ConfusionPanel: Drawable {
  let shell: Shell
  let rect: Rect
  let columns: Int

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .confusion || shell.stepPoints(at: .confusion)
    let y = rect.y - 1
    let end = scene.frame.heading("CONFUSION", x: rect.x, y: y, isCurrent: isCurrent)
    let note = "row: is   column: says"
    if end + 1 + note.count <= rect.maxX { scene.frame.put(note, endingAt: rect.maxX, y: y, .dim) }
    guard let counts = shell.snapshot?.test?.confusion, counts.count + 1 == rect.height else { return }
    let matrix = ConfusionMatrix(counts, names: shell.pictureClassNames)
    scene.frame.confusion(matrix, x: rect.x, y: rect.y, columns: columns)
    for truth in counts.indices {
      for said in counts.indices {
        let target = Target.confusion(truth: truth, said: said)
        let cell = Rect(x: rect.x + 2 + said * columns, y: rect.y + 1 + truth, width: columns, height: 1)
        scene.mark(cell, as: target)
        if shell.attention.current == target { drawCurrent(cell, matrix.share(truth: truth, answer: said), in: &scene) }
      }
    }
  }

  private func drawCurrent(_ cell: Rect, _ share: Double, in scene: inout Scene) {
    scene.frame.fill(cell)
    let text = Number.fixed(share * 100, decimals: 0)
    scene.frame.put(text, endingAt: cell.maxX, y: cell.y, .accent, [.bold, .underline])
  }
}
