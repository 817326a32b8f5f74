import Screen

/// The last row: the keys in force, each with a word; every one can be clicked.
struct KeyRow: Drawable {
  let shell: Shell
  let rect: Rect

  func draw(in scene: inout Scene) {
    let entries = shell.overlay.map(overlayEntries) ?? roomEntries
    let hints = entries.map { KeyHint($0.keys, $0.word, isEssential: $0.command == .help || $0.command == .quit) }
    for (hint, place) in scene.frame.keyBar(hints, y: rect.y) {
      if let command = entries.first(where: { $0.keys == hint.key && $0.word == hint.meaning })?.command {
        scene.mark(place, as: .command(command))
      }
    }
  }

  private struct Entry {
    let keys: String
    let word: String
    var command: Command?
  }

  private var roomEntries: [Entry] {
    shell.keyBarCommands(narrow: rect.width < 100).map { command in
      Entry(
        keys: shell.keyMap.key(for: command, in: shell.room)?.name ?? "", word: shell.word(for: command),
        command: command)
    }
  }

  private func overlayEntries(_ overlay: Overlay) -> [Entry] {
    let close = Entry(keys: "Esc", word: "close", command: .leave)
    let quit = Entry(keys: "q", word: "quit", command: .quit)
    let move = Entry(keys: "Up Down", word: "move")
    return switch overlay {
    case .help, .message, .figures: [close, quit]
    case .equation: [Entry(keys: "Up Down", word: "scroll"), close, quit]
    case .picker(let picker):
      [move, Entry(keys: "Enter", word: "choose", command: .enter)]
        + (picker.takesTyping ? [Entry(keys: "0-9", word: "type a value")] : []) + [close]
    case .prompt: [Entry(keys: "Enter", word: "accept", command: .enter), Entry(keys: "Ctrl-U", word: "clear"), close]
    case .weights:
      [
        move, Entry(keys: "Left Right", word: "change by 0.1"),
        Entry(keys: "Enter", word: "type a value", command: .enter),
        Entry(keys: "Tab", word: "next unit"), close,
      ]
    }
  }
}

extension Shell {
  /// The commands that the key bar offers where nothing lies over the screen.
  func keyBarCommands(narrow: Bool) -> [Command] {
    if divergence != nil, room == .playground { return [.enter, .learningRate, .rewind, .nextPanel, .help, .quit] }
    switch room {
    case .playground:
      if isZoomed { return [.playOrPause, .stepEpoch, .rewind, .zoom, .help, .quit] }
      return narrow
        ? [.playOrPause, .stepEpoch, .rewind, .nextPanel, .lectures, .help, .quit]
        : [.playOrPause, .stepEpoch, .rewind, .newWeights, .newData, .nextPanel, .digitPad, .lectures, .help, .quit]
    case .digits:
      return narrow
        ? [.playOrPause, .clearPad, .undoStroke, .eraser, .nextPanel, .digitPad, .help, .quit]
        : [.playOrPause, .clearPad, .undoStroke, .eraser, .nextPanel, .zoom, .digitPad, .help, .quit]
    case .lecture:
      return narrow
        ? [.previousStep, .nextStep, .answer1, .playOrPause, .addUnit, .lectures, .help]
        : [.previousStep, .nextStep, .answer1, .playOrPause, .rewind, .addUnit, .lectures, .help, .quit]
    case .points: return [.placePoint, .erasePoint, .class1, .class2, .undoPoint, .playOrPause, .save, .leave, .help]
    }
  }

  /// The word that the key bar gives a command now.
  func word(for command: Command) -> String {
    switch command {
    case .playOrPause: isRunning ? "pause" : room == .lecture ? "run" : "train"
    case .enter: divergence.map { "back to epoch \(Number.count($0.lastSaneEpoch))" } ?? command.info.word
    case .stepEpoch: "step"
    case .rewind: "rewind"
    case .newData: "new data"
    case .nextPanel: "focus"
    case .digitPad: room != .digits ? "pad" : "leave the pad"
    case .lectures: lecture == nil ? "lectures" : "leave the lecture"
    case .zoom: isZoomed ? "back to all panels" : "zoom"
    case .clearPad: size.width < 100 ? "clear" : "clear the pad"
    case .undoStroke: size.width < 100 ? "undo" : "undo a stroke"
    case .eraser: pad.isErasing ? "pen" : "eraser"
    case .previousStep: "back"
    case .learningRate: "rate"
    case _: command.info.word
    }
  }
}
