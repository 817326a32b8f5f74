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
    if let note = notes.first(where: { end + 1 + $0.count <= rect.maxX }) {
      scene.frame.put(note, endingAt: rect.maxX, y: y, .dim)
    }
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

  /// How it is read; or, once the run has gone on, when it was counted.
  private var notes: [String] {
    guard let snapshot = shell.snapshot, snapshot.test != nil,
      snapshot.evaluatedEpoch != snapshot.epoch || snapshot.samplesInEpoch > 0
    else { return ["row: is   column: says"] }
    let epoch = Number.count(snapshot.evaluatedEpoch)
    return ["as of epoch \(epoch)", "epoch \(epoch)"]
  }

  private func drawCurrent(_ cell: Rect, _ share: Double, in scene: inout Scene) {
    scene.frame.fill(cell)
    let text = Number.fixed(share * 100, decimals: 0)
    scene.frame.put(text, endingAt: cell.maxX, y: cell.y, .accent, [.bold, .underline])
  }
}
