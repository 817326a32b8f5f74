/// A key, or the one of several keys that a terminal cannot tell apart (Tab is Control-I, Enter Control-M).
public enum Key: Hashable, Sendable {
  /// A key that types something: upper and lower case are different keys; Space is `" "`.
  case character(Character)
  case enter
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 is `function(1)`.
  case function(Int)
  /// Control with a lower-case letter: `control("c")`.
  case control(Character)
}

extension Key {
  /// The key that types a space; its name is `Space`.
  public static let space = Key.character(" ")

  /// The name on the key bar, in help and in settings: `Space`, `Left`, `Ctrl-C`, `a`. Never an arrow.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-\(character.uppercased())"
    }
  }

  /// The keys that have a name of their own, apart from those that type.
  static let named: [Key] = [
    .space, .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown,
  ]

  /// The key of a name, as `name` writes it; `nil` where there is none. Names are read without regard to case,
  /// single letters with it.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lowered = name.lowercased()
    if let key = Key.named.first(where: { $0.name.lowercased() == lowered }) {
      self = key
    } else if lowered.hasPrefix("ctrl-"), let letter = lowered.dropFirst(5).first, lowered.count == 6 {
      self = .control(letter)
    } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
