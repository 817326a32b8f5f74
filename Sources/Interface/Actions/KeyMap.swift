import Screen

/// Which command each key gives in each room: the list of commands turned round, the user's own keys on top.
public struct KeyMap: Sendable, Equatable {
  private var commands: [Room: [Key: Command]] = [:]

  /// The keys of the list of commands; where a room gives a key a meaning of its own, the room's wins.
  public init() {
    for room in Room.allCases {
      var map: [Key: Command] = [:]
      let inRoom = Command.allCases.filter { $0.info.rooms.contains(room) }
      for command in inRoom.sorted(by: { $0.info.rooms.count > $1.info.rooms.count }) {
        for key in command.info.keys { map[key] = command }
      }
      commands[room] = map
    }
  }

  /// The command that `key` gives in `room`.
  public func command(for key: Key, in room: Room) -> Command? { commands[room]?[key] }

  /// Gives `key` to `command` wherever that command applies.
  public mutating func bind(_ key: Key, to command: Command) {
    for room in command.info.rooms { commands[room, default: [:]][key] = command }
  }

  /// The first key in force for `command` in `room`, if any key is.
  public func key(for command: Command, in room: Room) -> Key? {
    let inForce = (commands[room] ?? [:]).filter { $0.value == command }.map(\.key)
    return command.info.keys.first(where: inForce.contains) ?? inForce.min { $0.name < $1.name }
  }
}

extension Key {
  /// The key's name as it is written in help, key bar and settings file.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(String(character).uppercased())"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .function(let number): "F\(number)"
    }
  }
}
