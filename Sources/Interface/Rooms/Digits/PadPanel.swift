import Datasets
import Playground
import Screen

/// The pad: what was drawn, as it was drawn.
struct PadPanel: Drawable {
  let shell: Shell
  let room: DigitsRoom
  let rect: Rect
  let headings: Int

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current == .pad || shell.stepPoints(at: .pad)
    let word = shell.pictureWord == "digit" ? "DIGIT" : "DRAWING"
    let end = scene.frame.heading("YOUR \(word)", x: rect.x, y: headings, isCurrent: isCurrent)
    if end + 2 + mode.count <= rect.maxX {
      let role: Role = room.pad.isPenDown || room.pad.isErasing ? .accent : .dim
      scene.frame.put(mode, endingAt: rect.maxX, y: headings, role)
    }
    let pixels = room.pad.drawing.smoothed().padImage(
      width: rect.width, height: rect.height * 2, pad: (width: 1, height: 1), penWidth: DigitPad.penWidth)
    let picture = Picture(width: rect.width, height: rect.height * 2, values: pixels.map { Float($0) / 255 })
    scene.frame.paint(picture, x: rect.x, halfRow: rect.y * 2, .pen)
    if room.pad.drawing.isEmpty { drawInvitation(in: &scene) }
    drawCursor(in: &scene)
    scene.mark(rect, as: .pad)
  }

  /// What pointer and keys do now.
  private var mode: String {
    let tool = room.pad.isErasing ? "eraser" : "pen"
    if room.pad.cursor != nil { return "\(tool) \(room.pad.isPenDown ? "down" : "up")" }
    return room.pad.isErasing ? "eraser" : "drag to draw"
  }

  private func drawInvitation(in scene: inout Scene) {
    let lines = rect.width >= 26 ? ["drag to draw,", "or Enter puts the pen down"] : ["drag to draw", "or Enter"]
    for (row, line) in lines.enumerated() {
      scene.frame.put(line, centeredIn: rect.columns, y: rect.y + rect.height / 2 + 1 + row, .dim)
    }
    // Without colours the pad has no ground of its own: its corners say where it is.
    guard !scene.frame.theme.depth.hasRamps else { return }
    for (x, y) in [(rect.x, rect.y), (rect.maxX - 1, rect.y), (rect.x, rect.maxY - 1), (rect.maxX - 1, rect.maxY - 1)] {
      scene.frame.put("+", x: x, y: y, .dim)
    }
  }

  /// One pixel of the accent; in few colours a cross.
  private func drawCursor(in scene: inout Scene) {
    guard let cursor = room.pad.cursor else { return }
    let x = rect.x + Int(cursor.x * Double(rect.width))
    let halfRow = rect.y * 2 + Int(cursor.y * Double(rect.height * 2))
    if scene.frame.theme.depth.hasRamps, scene.frame.theme.glyphs.hasHalfBlocks {
      // A pixel of the network may be several of the pad.
      let side = max(1, rect.width / DigitPad.steps)
      for dy in 0..<side {
        for dx in 0..<side {
          scene.frame.setPixel(x: x - side / 2 + dx, halfRow: halfRow - side / 2 + dy, scene.frame.theme.color(.accent))
        }
      }
    } else {
      scene.frame.mark(room.pad.isPenDown ? "*" : "+", x: x, y: halfRow / 2, .accent)
    }
  }
}

/// The picture as the network is shown it; or, while a unit is held, what that unit looks for.
struct SeenPanel: Drawable {
  let shell: Shell
  let rect: Rect
  let headings: Int

  func draw(in scene: inout Scene) {
    scene.mark(rect, as: .seen)
    if case .unit(let layer, let unit)? = shell.attention.held, let look = shell.weightPicture(layer: layer, unit: unit)
    {
      let name = shell.unitName(layer: layer, unit: unit).uppercased()
      scene.frame.heading(name, x: rect.x, y: headings, isCurrent: true)
      return scene.frame.paint(
        look.resampled(width: rect.width, height: rect.height * 2).scaled(), x: rect.x, halfRow: rect.y * 2)
    }
    if let image = shell.reading?.asked { return draw(image, in: &scene) }
    let heading = rect.width >= 24 ? "THE NETWORK SEES" : "IT SEES"
    let end = scene.frame.heading(heading, x: rect.x, y: headings, isCurrent: shell.attention.current == .seen)
    guard let reading = shell.reading else {
      let empty = Picture(width: rect.width, height: rect.height * 2) { _, _ in 0 }
      return scene.frame.paint(empty, x: rect.x, halfRow: rect.y * 2, .ink)
    }
    let note =
      switch reading.subject {
      case _ where !reading.handling.isNone: reading.handling.words
      case .drawing: "\(reading.picture.width)×\(reading.picture.height)"
      case .test(let index): "test \(shell.pictureWord) \(index + 1)"
      }
    let short = note.replacing("\(shell.pictureWord) ", with: "")
    if let shown = [note, short].first(where: { end + 2 + $0.count <= rect.maxX }) {
      scene.frame.put(shown, endingAt: rect.maxX, y: headings, .dim)
    }
    scene.frame.paint(
      reading.picture.resampled(width: rect.width, height: rect.height * 2), x: rect.x, halfRow: rect.y * 2,
      reading.isRight == false ? .wrongInk : .ink)
  }

  /// The picture with what was asked about it painted over: blue for more, orange for less.
  private func draw(_ image: AskedPicture, in scene: inout Scene) {
    let words: (long: String, short: String)
    switch image.question {
    case .saliency: words = ("WHAT MOVES THE ANSWER", "SALIENCY")
    case .become(let label):
      let name = shell.classPhrase(label).uppercased()
      words = ("WHAT MAKES IT \(name)", "AS \(name)")
    case .attack: words = ("ATTACK", "ATTACK")
    }
    scene.frame.heading(
      rect.width >= words.long.count ? words.long : words.short, x: rect.x, y: headings, isCurrent: true)
    for isPaint in [false, true] {
      let layer = image.layer(isPaint: isPaint, width: rect.width, height: rect.height * 2)
      scene.frame.paint(layer, x: rect.x, halfRow: rect.y * 2, isPaint ? .signed : .ink)
    }
    guard case .attack(let epsilon) = image.question else { return }
    scene.frame.put("ε \(Number.fixed(epsilon, decimals: 2))", endingAt: rect.maxX, y: headings, .strong)
    let slider = Rect(x: rect.x, y: rect.maxY, width: rect.width, height: 1)
    scene.frame.bar(epsilon / PictureQuestion.mostEpsilon, x: slider.x, y: slider.y, width: slider.width, .accent)
    scene.mark(slider, as: .epsilon)
  }
}

extension Shell {
  /// The weights of a unit that looks at the picture itself, as a picture; nil for units further on, and for maps.
  func weightPicture(layer: Int, unit: Int) -> Picture? {
    guard layer == 0, let network, let material = snapshot?.material, network.layout.layers[0].isDense,
      unit < network.architecture.units(0)
    else { return nil }
    return material.weightPicture(network.weights(layer: layer, unit: unit))
  }
}
