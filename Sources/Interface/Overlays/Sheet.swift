import Screen

/// Something that lies over the screen and takes the keys until it is left: a value, as a room is.
///
/// It changes itself by putting its successor into `Shell.overlay`, or nil to be gone.
protocol Sheet: Sendable {
  func draw(_ shell: Shell, in scene: inout Scene)
  /// What the row of keys says of it.
  var hints: [KeyRow.Entry] { get }
  /// A key other than Esc and Ctrl-C.
  func press(_ key: Key, _ shell: inout Shell) -> [Effect]
  /// Esc, or a click beside it.
  func cancel(_ shell: inout Shell) -> [Effect]
  /// A click on one of its lines.
  func choose(row: Int, _ shell: inout Shell) -> [Effect]
  /// The wheel, a line up or down.
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect]
  /// A command that was clicked in it; nil leaves it to the rooms.
  func perform(_ command: Command, _ shell: inout Shell) -> [Effect]?
}

extension Sheet {
  func cancel(_ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    return []
  }
  func choose(row: Int, _ shell: inout Shell) -> [Effect] { [] }
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] { [] }
  func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    command == .enter ? press(.enter, &shell) : nil
  }

  /// Any key closes; `q` leaves the program as well.
  func close(_ key: Key, _ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    return key == "q" ? shell.quit() : []
  }
}
