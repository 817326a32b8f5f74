import Screen

/// Tells a paste from typing where the terminal does not put it in brackets: it comes faster than any hand types.
///
/// What may have been typed ahead while the program was busy, and a key that repeats itself, stay keys.
package struct UnbracketedPaste: Sendable {
  private var held: [Character] = []
  /// How many of them a hand may have typed.
  private var byHand = 0.0

  /// The shortest paste; a link is longer.
  private static let shortest = 16.0
  /// So many at once may be the beginning of a paste, and are held back until the next read.
  private static let suspicious = 4.0
  /// Keys a second; the keyboard's own repetition is as fast.
  private static let handSpeed = 30.0
  /// Longer than any link; the rest is dropped.
  private static let limit = 1 << 20

  /// Nothing is held back.
  package init() {}

  /// Whether characters are held back that may turn out to be a paste; when nothing follows them, call `timeOut()`.
  package var isWaiting: Bool { !held.isEmpty }

  /// Takes the events of one read, all of which came within `time`, and returns those that are certain.
  package mutating func take(_ events: [InputEvent], within time: Duration) -> [InputEvent] {
    let now = time / .seconds(1) * Self.handSpeed
    byHand += now
    var certain: [InputEvent] = []
    for event in events {
      if case .key(let key) = event, let character = Self.character(of: key) {
        if held.count < Self.limit { held.append(character) }
      } else {
        certain += timeOut() + [event]
        byHand = now
      }
    }
    if !isFaster(by: Self.suspicious) { certain += timeOut() }
    return certain
  }

  /// What was held back, as the paste or the keys that it was.
  package mutating func timeOut() -> [InputEvent] {
    defer { (held, byHand) = ([], 0) }
    if isFaster(by: Self.shortest) { return [.paste(String(held))] }
    return held.map { .key(Self.key(of: $0)) }
  }

  /// Whether there are so many more different characters than a hand could have typed.
  private func isFaster(by count: Double) -> Bool {
    guard let first = held.first, held.contains(where: { $0 != first }) else { return false }
    return Double(held.count { $0 != "\r" && $0 != "\t" }) >= count + byHand.rounded(.down)
  }

  private static func character(of key: Key) -> Character? {
    switch key {
    case .character(let character): character
    case .enter: "\r"
    case .tab: "\t"
    default: nil
    }
  }

  private static func key(of character: Character) -> Key {
    switch character {
    case "\r": .enter
    case "\t": .tab
    default: .character(character)
    }
  }
}
