import NeuralEngine
import Playground
import Screen

/// The measures, to be read and closed.
struct FiguresSheet: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { FiguresPage(shell: shell).draw(in: &scene) }

  var hints: [KeyRow.Entry] { [.close, .quit] }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] { close(key, &shell) }
}

/// How good the network is, for training and test: loss, accuracy, R², and what was taken for what.
struct FiguresPage: Drawable {
  let shell: Shell

  /// Columns beside the matrix for each class's accuracy.
  private static let rightColumns = 9

  func draw(in scene: inout Scene) {
    let evaluation = shell.snapshot?.test ?? shell.snapshot?.train
    let matrix = evaluation?.confusion.map { ConfusionMatrix($0, names: shell.snapshot?.material.classNames) }
    var matrixSize = matrix?.size(columns: 4) ?? Size(0, 0)
    matrixSize.width += Self.rightColumns
    let room = scene.openPanel(
      Size(max(40, matrixSize.width), 5 + (matrix == nil ? 0 : matrixSize.height + 2)), title: "Measures",
      note: "epoch \(Number.count(shell.snapshot?.evaluatedEpoch ?? 0))")
    scene.frame.put("training", endingAt: room.x + 24, y: room.y, .dim, .bold)
    scene.frame.put("test", endingAt: room.x + 36, y: room.y, .dim, .bold)
    let rows: [(String, (Evaluation) -> String?)] = [
      ("samples", { Number.count($0.count) }), ("loss", { Number.loss($0.loss) }),
      ("accuracy", { $0.accuracy.map { Number.percent($0, decimals: 2) } }),
      ("R²", { $0.rSquared.map { Number.fixed($0, decimals: 4) } }),
    ]
    var y = room.y + 1
    for (name, figure) in rows {
      let train = shell.snapshot?.train.flatMap(figure)
      let test = shell.snapshot?.test.flatMap(figure)
      guard train != nil || test != nil else { continue }
      scene.frame.put(name, x: room.x, y: y, .dim)
      if let train { scene.frame.put(train, endingAt: room.x + 24, y: y, .strong) }
      if let test { scene.frame.put(test, endingAt: room.x + 36, y: y, .strong, .bold) }
      y += 1
    }
    guard let matrix, y + matrixSize.height + 2 <= room.maxY + 1 else { return }
    let end = scene.frame.heading("CONFUSION", x: room.x, y: y + 1)
    let set = shell.snapshot?.test == nil ? "training set" : "test set"
    scene.frame.put("\(set), % · row is, column says", x: end + 2, y: y + 1, .dim)
    scene.frame.confusion(matrix, x: room.x, y: y + 2, columns: 4)
    // Of each class how much is read right, to a tenth of a per cent.
    scene.frame.put("right", endingAt: room.x + matrixSize.width, y: y + 2, .dim)
    for truth in matrix.counts.indices {
      let share = Number.percent(matrix.share(truth: truth, answer: truth))
      scene.frame.put(share, endingAt: room.x + matrixSize.width, y: y + 3 + truth, .strong)
    }
  }
}
