import Screen

/// The last row: the keys in force, each with a word; every one can be clicked.
struct KeyBar: Drawable {
  let state: State
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.frame.fill(rect, .band)
    var x = rect.x + 1
    for entry in entries {
      let width = scene.frame.theme.glyphs.width(entry.keys) + 1 + scene.frame.theme.glyphs.width(entry.word)
      guard x + width <= rect.maxX - 1 else { break }
      let start = x
      x = scene.frame.put(entry.keys, x: x, y: rect.y, .strong, .bold) + 1
      x = scene.frame.put(entry.word, x: x, y: rect.y, .dim)
      if let command = entry.command {
        scene.mark(Rect(x: start, y: rect.y, width: x - start, height: 1), as: .command(command))
      }
      x += 2
    }
  }

  private struct Entry {
    let keys: String
    let word: String
    var command: Command?
  }

  private var entries: [Entry] {
    if let overlay = state.overlay { return overlayEntries(overlay) }
    let narrow = rect.width < 100
    return state.keyBarCommands(narrow: narrow).map { command in
      Entry(keys: state.keyMap.key(for: command, in: state.room)?.name ?? "", word: state.word(for: command), command: command)
    }
  }

  private func overlayEntries(_ overlay: Overlay) -> [Entry] {
    let close = Entry(keys: "Esc", word: "close", command: .leave)
    switch overlay {
    case .help, .message: return [close, Entry(keys: "q", word: "quit", command: .quit)]
    case .equation: return [Entry(keys: "Up Down", word: "scroll"), close]
    case .picker(let picker):
      return [Entry(keys: "Up Down", word: "move"), Entry(keys: "Enter", word: "choose", command: .enter), close]
        + (picker.takesTyping ? [Entry(keys: "0-9", word: "type a value")] : [])
    case .prompt: return [Entry(keys: "Enter", word: "accept", command: .enter), close]
    case .weights:
      return [
        Entry(keys: "Up Down", word: "move"), Entry(keys: "Left Right", word: "change by 0.1"),
        Entry(keys: "Enter", word: "type a value", command: .enter), close,
      ]
    }
  }
}
