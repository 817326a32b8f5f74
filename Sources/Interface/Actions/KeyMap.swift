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
