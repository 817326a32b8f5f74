import Screen

/// The last row: the keys in force, each with a word; every one can be clicked.
struct KeyRow: Drawable {
  let entries: [Entry]
  let rect: Rect

  /// Keys and what they do; the command that a click gives, if it gives one.
  struct Entry {
    let keys: String
    let word: String
    var command: Command?
  }

  func draw(in scene: inout Scene) {
    let hints = entries.map { KeyHint($0.keys, $0.word, isEssential: $0.command == .help || $0.command == .quit) }
    for (hint, place) in scene.frame.keyBar(hints, y: rect.y) {
      if let command = entries.first(where: { $0.keys == hint.key && $0.word == hint.meaning })?.command {
        scene.mark(place, as: .command(command))
      }
    }
  }
}

extension KeyRow.Entry {
  static let close = KeyRow.Entry(keys: "Esc", word: "close", command: .leave)
  static let quit = KeyRow.Entry(keys: "q", word: "quit", command: .quit)
  static let move = KeyRow.Entry(keys: "Up Down", word: "move")
}

extension Shell {
  /// The word that the key bar gives a command where no room has one of its own.
  func word(for command: Command) -> String {
    switch command {
    case .playOrPause: isRunning ? "pause" : "train"
    case .enter: divergence.map { "back to epoch \(Number.count($0.lastSaneEpoch))" } ?? command.info.word
    case .stepEpoch: "step"
    case .rewind: "rewind"
    case .newData: "new data"
    case .addLayer: "layer"
    case .addUnit: "unit"
    case .dataset: "data"
    case .editPoints: "draw"
    case .nextPanel: "focus"
    case .digitPad: "pad"
    case .lectures: "lectures"
    case .zoom:
      switch enlarged {
      case nil: "zoom"
      case .map? where !showsImages: "network"
      case .network?: "loss"
      case .map?, .loss?: "back to all panels"
      }
    case .previousStep: "back"
    case .learningRate: "rate"
    case _: command.info.word
    }
  }
}
