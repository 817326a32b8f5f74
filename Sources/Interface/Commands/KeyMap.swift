import Screen

/// Which command each key gives in each room: the list of commands turned round, the user's own keys on top.
public struct KeyMap: Sendable, Equatable {
  private var commands: [KeyScope: [Key: Command]] = [:]

  /// The keys of the list of commands; where a room gives a key a meaning of its own, the room's wins.
  public init() {
    for scope in KeyScope.allCases {
      var map: [Key: Command] = [:]
      let inScope = Command.allCases.filter { $0.info.scopes.contains(scope) }
      for command in inScope.sorted(by: { $0.info.scopes.count > $1.info.scopes.count }) {
        for key in command.info.keys { map[key] = command }
      }
      commands[scope] = map
    }
  }

  /// The command that `key` gives in `scope`.
  public func command(for key: Key, in scope: KeyScope) -> Command? { commands[scope]?[key] }

  /// Gives `key` to `command` wherever that command applies.
  public mutating func bind(_ key: Key, to command: Command) {
    for scope in command.info.scopes { commands[scope, default: [:]][key] = command }
  }

  /// The first key in force for `command` in `scope`, if any key is.
  public func key(for command: Command, in scope: KeyScope) -> Key? {
    guard let map = commands[scope] else { return nil }
    return command.info.keys.first { map[$0] == command }
      ?? map.filter { $0.value == command }.map(\.key).min { $0.name < $1.name }
  }
}
