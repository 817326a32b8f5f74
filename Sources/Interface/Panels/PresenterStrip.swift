import Playground
import Screen

/// For the last row of a class: the key that was pressed and what it did, the loss and the epoch, in large letters.
struct PresenterStrip: Drawable {
  /// The key pressed last, and what it does.
  struct Pressed: Sendable, Equatable {
    let key: String
    let word: String
  }

  let pressed: Pressed?
  /// What is shown while no key was pressed.
  let name: String
  /// Short texts with what they are of, the most important first.
  let figures: [(name: String, text: String)]
  let rect: Rect

  /// A rule, and letters of five half rows.
  private static let rows = 4

  /// What a window has left for everything else.
  static func above(_ window: Size) -> Size { Size(window.width, window.height - rows) }

  func draw(in scene: inout Scene) {
    scene.frame.rule(x: rect.x, y: rect.y, width: rect.width)
    guard scene.frame.theme.glyphs.hasHalfBlocks else { return drawPlain(in: &scene) }
    let (y, gap) = (rect.y + 1, 3)
    let key = pressed?.key.uppercased() ?? name.uppercased()
    var left = rect.x
    if Frame.bigWidth(key, scale: 1) <= rect.width {
      left = scene.frame.big(key, x: left, y: y, .accent, scale: 1) + gap
    }
    // The word comes before the figures: they stand on the screen anyway.
    let word = pressed?.word.uppercased() ?? ""
    if !word.isEmpty, left + Frame.bigWidth(word, scale: 1) <= rect.maxX {
      left = scene.frame.big(word, x: left, y: y, .strong, scale: 1) + gap
    }
    var right = rect.maxX
    for (name, text) in figures {
      let width = max(Frame.bigWidth(text, scale: 1), name.count + 1 + Frame.bigWidth(text, scale: 1))
      guard right - width >= left else { break }
      scene.frame.put(name, x: right - width, y: y + 2, .text, .bold)
      scene.frame.big(text, x: right - width + name.count + 1, y: y, .strong, scale: 1)
      right -= width + gap
    }
  }

  /// Where letters cannot be put together from blocks they stand as they are.
  private func drawPlain(in scene: inout Scene) {
    let key = pressed.map { "\($0.key)   \($0.word)" } ?? name
    scene.frame.put(key, x: rect.x, y: rect.y + 2, .accent, .bold)
    let text = figures.map { "\($0.name) \($0.text)" }.joined(separator: "   ")
    scene.frame.put(text, endingAt: rect.maxX, y: rect.y + 2, .strong, .bold)
  }
}

extension Shell {
  /// Whether keys and figures are shown in large letters; only where the window has the rows.
  var isPresenting: Bool { presents && WindowClass(PresenterStrip.above(window)) != .tiny }

  /// The strip of large letters above the row of keys.
  var presenterStrip: PresenterStrip {
    let loss = snapshot.flatMap { $0.test?.loss ?? $0.train?.loss }
    var figures: [(name: String, text: String)] = [("epoch", "\(snapshot?.epoch ?? 0)")]
    if let loss {
      figures.insert((snapshot?.test == nil ? "loss" : "test loss", Number.loss(loss).replacing(" ", with: "")), at: 0)
    }
    return PresenterStrip(
      pressed: pressed, name: sourceName, figures: figures,
      rect: Rect(x: 1, y: size.height - 1, width: size.width - 2, height: window.height - size.height))
  }

  /// Notes a key for the strip; capitals are said to be such.
  mutating func note(_ key: Key, _ word: String) {
    var name = key.name
    if case .character(let letter) = key, letter.isUppercase { name = "Shift \(letter)" }
    pressed = PresenterStrip.Pressed(key: name, word: word)
  }
}
