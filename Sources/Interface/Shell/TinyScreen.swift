import Screen

/// Below 60×18 cells: one panel, epoch and test loss, and a sentence; the keys still work.
struct TinyScreen: Drawable {
  let shell: Shell

  func draw(in scene: inout Scene) {
    let size = shell.size
    guard size.width >= 20, size.height >= 6 else { return drawSentence(in: &scene) }
    scene.frame.band(y: 0)
    let x = scene.frame.put("nnplay", x: 1, y: 0, .accent, .bold)
    if size.width >= 40 { scene.frame.put(shell.sourceName, x: x + 2, y: 0, .strong, .bold) }
    scene.frame.put(word, endingAt: size.width - 1, y: 0, shell.divergence == nil ? .accent : .alarm, .bold)
    let rows = size.height - 2
    let mapWidth = min(rows * 2, size.width * 45 / 100)
    let map = Rect(x: 0, y: 1, width: mapWidth, height: rows)
    if !shell.showsImages {
      OutputPanel(picture: shell.outputPicture(), rect: map, headings: size.height).draw(in: &scene)
    }
    drawNumbers(x: shell.showsImages ? 1 : map.maxX + 2, in: &scene)
    drawKeys(in: &scene)
  }

  private var word: String {
    switch shell.snapshot?.state {
    case .running?: "training"
    case .paused?, nil: "paused"
    case .finished?: "stopped"
    case .diverged?: "diverged"
    }
  }

  private func drawNumbers(x: Int, in scene: inout Scene) {
    let size = shell.size
    let end = size.width - 1
    scene.frame.put("epoch", x: x, y: 1, .dim)
    scene.frame.put(Number.epoch(shell.snapshot?.epoch ?? 0), endingAt: end, y: 1)
    let test = shell.snapshot?.test?.loss ?? shell.snapshot?.train?.loss
    scene.frame.put(end - x >= 17 ? "test loss" : "loss", x: x, y: 2, .dim)
    if let test { scene.frame.put(Number.loss(test), endingAt: end, y: 2, .strong, .bold) }
    let lines = Paragraph("This window: \(size). From 60×18 on there is room for all.").lines(
      width: max(0, end - x), glyphs: scene.frame.theme.glyphs)
    let top = max(3, size.height - 1 - lines.count)
    if top - 3 >= 2 {
      let plot = Rect(x: x, y: 3, width: end - x, height: min(2, top - 3))
      scene.frame.chart(shell.curves.losses(in: plot), in: plot, unit: nil, showsLabels: false)
    }
    for (row, line) in lines.enumerated() where top + row < size.height - 1 {
      scene.frame.put(line.map { Span($0.text, row == 0 ? .text : .dim) }, x: x, y: top + row)
    }
  }

  private func drawKeys(in scene: inout Scene) {
    let hints = [
      KeyHint("Space", shell.isRunning ? "pause" : "train"), KeyHint("r", "rewind"), KeyHint("?", "keys"),
      KeyHint("q", "quit", isEssential: true),
    ]
    for (hint, rect) in scene.frame.keyBar(hints, y: shell.size.height - 1) {
      let command: Command =
        hint.key == "q" ? .quit : hint.key == "?" ? .help : hint.key == "r" ? .rewind : .playOrPause
      scene.mark(rect, as: .command(command))
    }
  }

  /// Too small for a picture: what is wrong, as much of it as fits.
  private func drawSentence(in scene: inout Scene) {
    let text = "\(shell.size): too small. From 60×18 on there is room for all. q quits."
    let lines = Paragraph(text).lines(width: max(1, shell.size.width), glyphs: scene.frame.theme.glyphs)
    for (row, line) in lines.prefix(shell.size.height).enumerated() { scene.frame.put(line, x: 0, y: row) }
  }
}
