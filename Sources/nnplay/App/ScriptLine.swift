import Interface
import Screen

/// A line of a script: what it does, and how to name it.
struct ScriptLine {
  /// Where it stands, counted from 1.
  let number: Int
  /// The line itself.
  let text: String
  let action: Action

  enum Action {
    case send([InputEvent])
    case wait(frames: Int)
    case until(Condition)
    case limit(frames: Int)
    case size(Size)
    case save(String)
  }

  enum Condition {
    case epoch(Int)
    case state(String)
    case ready
    case text(String)
  }

  /// What a line says to do; nil where it is no line of a script.
  static func action(_ name: String, _ words: [String]) -> Action? {
    switch name {
    case "key":
      let keys = words.compactMap(Key.init(name:))
      return keys.isEmpty || keys.count != words.count ? nil : .send(keys.map(InputEvent.key))
    case "type":
      return words.isEmpty ? nil : .send(words.joined(separator: " ").map { .key(.character($0)) })
    case "wait":
      return words.first.flatMap { Int($0) }.map { .wait(frames: max(1, $0)) }
    case "save":
      return words.count == 1 ? .save(words[0]) : nil
    case "until":
      return condition(words).map(Action.until)
    case "size":
      return words.count == 1 ? Size(typed: words[0]).map(Action.size) : nil
    case "limit":
      return words.count == 1 ? Int(words[0]).flatMap { $0 > 0 ? .limit(frames: $0) : nil } : nil
    case "wheel":
      guard words.count == 2, let place = point(words[1]) else { return nil }
      return .send([.pointer(PointerEvent(words[0] == "up" ? .scrollUp : .scrollDown, x: place.x, y: place.y))])
    case "move", "click", "drag":
      let points = words.compactMap(point)
      return points.isEmpty || points.count != words.count ? nil : .send(pointer(name, points))
    default:
      return nil
    }
  }

  private static func condition(_ words: [String]) -> Condition? {
    switch words.first {
    case "epoch"?: words.count == 2 ? Int(words[1]).map(Condition.epoch) : nil
    case "ready"?: .ready
    case "text"?: words.count > 1 ? .text(words.dropFirst().joined(separator: " ")) : nil
    case let word? where ["training", "paused", "stopped", "diverged"].contains(word): .state(word)
    default: nil
    }
  }

  private static func point(_ text: String) -> Point? {
    let parts = text.split(separator: ",").compactMap { Int($0) }
    return parts.count == 2 ? Point(parts[0], parts[1]) : nil
  }

  private static func pointer(_ name: String, _ points: [Point]) -> [InputEvent] {
    func event(_ kind: PointerEvent.Kind, _ point: Point) -> InputEvent {
      .pointer(PointerEvent(kind, x: point.x, y: point.y))
    }
    guard let first = points.first, let last = points.last else { return [] }
    switch name {
    case "move": return points.map { event(.move, $0) }
    case "click": return points.flatMap { [event(.move, $0), event(.press, $0), event(.release, $0)] }
    default: return [event(.press, first)] + points.dropFirst().map { event(.drag, $0) } + [event(.release, last)]
    }
  }
}
