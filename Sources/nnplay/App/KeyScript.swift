import Interface
import Playground
import Screen
import Words

/// Keys and pointer events from a file, played frame by frame; it can wait for the run and save what the screen shows.
///
///     # presses Space, waits for epoch 100 and saves the screen
///     key Space
///     until epoch 100
///     save hundred.txt
///
/// The commands: `key NAME …`, `type TEXT`, `move X,Y`, `click X,Y`, `drag X,Y X,Y …`, `wheel up|down X,Y`,
/// `wait FRAMES`, `until epoch N`, `until training|paused|stopped|diverged`, `until ready`, `until text WORDS`,
/// `limit FRAMES`, `size COLUMNSxROWS`, `save FILE` (`.txt` or `.ansi`). Columns and rows count from 0; what stands behind
/// `#` is a remark. At its end the program ends. What does not come within the limit ends it too, with status 1.
package struct KeyScript {
  private let path: String
  private var lines: ArraySlice<ScriptLine>
  private var framesToWait = 0
  /// How many frames `until` may wait.
  private var limit = 30_000
  /// Frames that the line at hand has waited, and those of them in which nothing trained.
  private var waited = 0
  private var waitedIdle = 0

  /// Of frames in which nothing trains, this many are enough: what is waited for will not come by itself.
  private static let idleLimit = 500

  /// Whether nothing is left to play.
  var isOver: Bool { lines.isEmpty && framesToWait == 0 }

  /// Whether the next line waits for the run: then there is no hurry.
  var isWaiting: Bool {
    guard let line = lines.first else { return false }
    if case .until = line.action { return true }
    return framesToWait > 0
  }

  /// Reads a script.
  ///
  /// - Parameter isHeadless: whether it plays without a terminal, so that the screen may have any size.
  /// - Throws: `BadInput` that names the file, the line and what it may say.
  package init(path: String, isHeadless: Bool) throws {
    let text = try TextFile.read(path)
    var lines: [ScriptLine] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let name = words.first else { continue }
      guard let action = ScriptLine.action(name, Array(words.dropFirst())) else {
        throw BadInput(
          "\(path):\(index + 1): \(quoted(String(line))) is no line of a script: it takes key, type, move, click, drag, wheel, wait, "
            + "until, limit, size or save.")
      }
      if case .size = action, !isHeadless {
        throw BadInput(
          "\(path):\(index + 1): a terminal has its own size: leave the line out, or send standard output to a file.")
      }
      lines.append(ScriptLine(number: index + 1, text: words.joined(separator: " "), action: action))
    }
    self.path = path
    self.lines = lines[...]
  }

  /// Plays on after a frame was shown: the events up to the next line that waits.
  ///
  /// - Throws: `NotReached` where what a line waits for has not come within the limit.
  mutating func next(frame: Frame, state: State) throws -> [InputEvent] {
    if framesToWait > 0 {
      framesToWait -= 1
      if framesToWait > 0 { return [] }
    }
    while let line = lines.first {
      switch line.action {
      case .send(let events):
        lines.removeFirst()
        return events
      case .size(let size):
        lines.removeFirst()
        return [.resized(size)]
      case .wait(let frames):
        lines.removeFirst()
        framesToWait = frames
        return []
      case .limit(let frames): limit = frames
      case .until(let condition):
        guard holds(condition, frame, state) else {
          try wait(for: line, state)
          return []
        }
        (waited, waitedIdle) = (0, 0)
      case .save(let path):
        try TextFile.write(path.hasSuffix(".ansi") ? frame.ansi : frame.lines.joined(separator: "\n") + "\n", to: path)
      }
      lines.removeFirst()
    }
    return []
  }

  /// Counts a frame that was waited in vain.
  private mutating func wait(for line: ScriptLine, _ state: State) throws {
    waited += 1
    if state.isAnswered, !state.isTraining, !state.isSurveying { waitedIdle += 1 }
    let isIdle = waitedIdle >= min(limit, Self.idleLimit)
    guard isIdle || waited >= limit else { return }
    let epoch = state.snapshot?.epoch ?? 0
    throw NotReached(
      "\(path):\(line.number): \"\(line.text)\" has not come in \(grouped(waited)) frames; the run is \(state.runWord), at epoch "
        + "\(grouped(epoch)): \(isIdle ? "let it train first" : "allow more with a line limit FRAMES").")
  }

  private func holds(_ condition: ScriptLine.Condition, _ frame: Frame, _ state: State) -> Bool {
    switch condition {
    case .epoch(let epoch): (state.snapshot?.epoch ?? 0) >= epoch
    case .state(let word): state.runWord == word
    case .ready: state.snapshot != nil
    case .text(let words): frame.lines.contains { $0.contains(words) }
    }
  }
}
