import Playground
import Screen

/// What happened, why, and which keys help, in the place of the network.
struct DivergedPanel: Drawable {
  let rect: Rect
  let divergence: Divergence

  func draw(in scene: inout Scene) {
    var y = rect.y
    let width = rect.width - 2
    func lines(_ text: String) -> [[Span]] { Paragraph(text).lines(width: width, glyphs: scene.frame.theme.glyphs) }
    scene.frame.put("The run diverged at epoch \(Number.count(divergence.epoch)).", x: rect.x, y: y, .alarm, .bold)
    y += 2
    let roomy = rect.height >= 14
    for line in lines(divergence.symptomSentence) {
      scene.frame.put(line, x: rect.x, y: y)
      y += 1
    }
    if roomy { y += 1 }
    scene.frame.heading("WHY", x: rect.x, y: y)
    y += 1
    for line in lines(divergence.causeSentence) {
      scene.frame.put(line, x: rect.x, y: y)
      y += 1
    }
    if roomy { y += 1 }
    scene.frame.heading("WHAT HELPS", x: rect.x, y: y)
    y += 1
    let back =
      "back to epoch \(Number.count(divergence.lastSaneEpoch)) with rate \(Number.plain(divergence.returnRate))"
    let keys: [(String, String, Command)] = [
      ("Enter", back, .enter), ("e", "choose another rate, then r", .learningRate),
      ("r", "the same weights from the start", .rewind),
    ]
    for (index, (key, what, command)) in keys.enumerated() where y < rect.maxY {
      let isFirst = index == 0
      if isFirst {
        scene.frame.write(scene.frame.theme.glyphs.table.chosen, x: rect.x, y: y, scene.frame.theme.style(.accent))
      }
      scene.frame.put(key, x: rect.x + 2, y: y, isFirst ? .accent : .strong, .bold)
      scene.frame.put(scene.frame.shortened(what, to: width - 9), x: rect.x + 9, y: y, isFirst ? .strong : .text)
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: .command(command))
      y += 1
    }
  }
}
