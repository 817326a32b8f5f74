import Interface
import Screen

/// Keys and pointer events from a file, played frame by frame; it can wait for the run and save what the screen shows.
///
///     # presses Space, waits for epoch 100 and saves the screen
///     key Space
///     until epoch 100
///     save hundred.txt
///
/// The commands: `key NAME …`, `type TEXT`, `move X,Y`, `click X,Y`, `drag X,Y X,Y …`, `wheel up|down X,Y`,
/// `wait FRAMES`, `until epoch N`, `until training|paused|stopped|diverged`, `until ready`, `until text WORDS`,
/// `save FILE` (`.txt` or `.ansi`). Columns and rows count from 0; what stands behind `#` is a remark. At its end the
/// program ends.
struct KeyScript {
  private var steps: ArraySlice<Step>
  private var framesToWait = 0

  /// One line.
  private struct Step {
    let line: Int
    let action: Action
  }

  private enum Action {
    case send([InputEvent])
    case wait(frames: Int)
    case until(Condition)
    case save(String)
  }

  private enum Condition {
    case epoch(Int)
    case state(String)
    case ready
    case text(String)
  }

  /// Whether nothing is left to play.
  var isOver: Bool { steps.isEmpty && framesToWait == 0 }

  /// Whether the next line waits for the run: then there is no hurry.
  var isWaiting: Bool {
    guard let step = steps.first else { return false }
    if case .until = step.action { return true }
    return framesToWait > 0
  }

  /// Reads a script.
  ///
  /// - Throws: `BadInput` that names the file, the line and what it may say.
  init(path: String) throws {
    let text = try TextFile.read(path)
    var steps: [Step] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let name = words.first else { continue }
      guard let action = Self.action(name, Array(words.dropFirst())) else {
        throw BadInput(
          "\(path):\(index + 1): \"\(line)\" is no line of a script: it takes key, type, move, click, drag, wheel, wait, "
            + "until or save."
        )
      }
      steps.append(Step(line: index + 1, action: action))
    }
    self.steps = steps[...]
  }

  /// Plays on after a frame was shown: the events up to the next line that waits.
  mutating func next(frame: Frame, state: State) throws -> [InputEvent] {
    if framesToWait > 0 {
      framesToWait -= 1
      if framesToWait > 0 { return [] }
    }
    while let step = steps.first {
      switch step.action {
      case .send(let events):
        steps.removeFirst()
        return events
      case .wait(let frames):
        steps.removeFirst()
        framesToWait = frames
        return []
      case .until(let condition):
        guard holds(condition, frame, state) else { return [] }
        steps.removeFirst()
      case .save(let path):
        try TextFile.write(path.hasSuffix(".ansi") ? frame.ansi : frame.lines.joined(separator: "\n") + "\n", to: path)
        steps.removeFirst()
      }
    }
    return []
  }

  private func holds(_ condition: Condition, _ frame: Frame, _ state: State) -> Bool {
    switch condition {
    case .epoch(let epoch): (state.snapshot?.epoch ?? 0) >= epoch
    case .state(let word): state.runWord == word
    case .ready: state.snapshot != nil
    case .text(let words): frame.lines.contains { $0.contains(words) }
    }
  }

  private static func action(_ name: String, _ words: [String]) -> Action? {
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
