import Playground
import Screen

/// A place with keys of its own: a value that draws itself, obeys commands and the pointer, and explains what it shows.
///
/// Rooms lie over each other. What the topmost cannot do it leaves, by nil, to the one beneath it, and at last to the
/// shell; so a room says only what is its own. Where it wants to go next it says with `Shell.turn`.
protocol Room: Sendable {
  /// This room as a place.
  var place: Place { get }
  /// Whose keys are in force.
  func keys(_ shell: Shell) -> KeyScope?
  /// Draws all but the row of keys; `explanation` is what the line above them says, `beneath` the rooms that this one
  /// lies over, of which it may show a part.
  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene)
  /// The pictures that the next frame wants from the trainer.
  func request(_ shell: Shell) -> SnapshotRequest?
  /// The commands that the row of keys offers, fewer in a narrow window.
  func bar(_ shell: Shell, narrow: Bool) -> [Command]?
  /// The word with which the row of keys names a command now.
  func word(for command: Command, _ shell: Shell) -> String?
  /// Where lists leave to be seen what they change.
  func besides(_ shell: Shell) -> Rect?
  /// What is to be said of a target, or with nil of the room as a whole.
  func explain(_ target: Target?, _ shell: Shell) -> Explanation?

  /// It was opened, or has become the ground.
  mutating func enter(_ shell: inout Shell) -> [Effect]
  /// Does what a command says.
  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]?
  /// Enter or a click on a target.
  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]?
  /// A button pressed over a target, held down since (`drag`), or let go.
  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]?
  /// The wheel over a target, a step up or down.
  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]?
  /// A picture of the run arrived.
  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect]
  /// Something happened: keeps what the room remembers true to the shell.
  mutating func follow(_ shell: inout Shell)
  /// Esc: lets go of what is held in it; false where there is nothing, and the room is left.
  mutating func letGo(_ shell: inout Shell) -> Bool
  /// It has nothing left to show, and is closed wherever it lies.
  var isOver: Bool { get }
  /// It was left.
  func leave(_ shell: inout Shell) -> [Effect]
}

extension Room {
  func keys(_ shell: Shell) -> KeyScope? { nil }
  func request(_ shell: Shell) -> SnapshotRequest? { nil }
  func bar(_ shell: Shell, narrow: Bool) -> [Command]? { nil }
  func word(for command: Command, _ shell: Shell) -> String? { nil }
  func besides(_ shell: Shell) -> Rect? { nil }
  func explain(_ target: Target?, _ shell: Shell) -> Explanation? { nil }

  mutating func enter(_ shell: inout Shell) -> [Effect] { [] }
  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? { nil }
  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? { nil }
  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? { nil }
  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? { nil }
  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] { [] }
  mutating func follow(_ shell: inout Shell) {}
  mutating func letGo(_ shell: inout Shell) -> Bool { shell.letGo() }
  var isOver: Bool { false }
  func leave(_ shell: inout Shell) -> [Effect] { [] }
}
