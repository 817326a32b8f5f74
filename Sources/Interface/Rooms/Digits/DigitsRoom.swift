import Datasets
import Playground
import Screen

/// The ground for pictures: draw one and watch it being read; below, how well the network reads those of the test.
struct DigitsRoom: Room {
  private(set) var pad = DigitPad()
  /// What the network makes of the picture it is shown now.
  private(set) var reading: DigitReading?

  var place: Place { .digits(self) }

  func keys(_ shell: Shell) -> KeyScope? { shell.isOnPad ? .digits : .playground }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    DigitsScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  /// The test pictures whose answers the next frame shows.
  func request(_ shell: Shell) -> SnapshotRequest? {
    guard WindowClass(shell.size) != .tiny, !shell.isZoomed else { return SnapshotRequest() }
    let count = shell.digitsLayout.slots.count
    return SnapshotRequest(testSamples: Array(0..<count), wrongSamples: count)
  }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    guard shell.isOnPad else { return PlaygroundRoom().bar(shell, narrow: narrow) }
    return narrow
      ? [.playOrPause, .clearPad, .undoStroke, .eraser, .nextPanel, .digitPad, .help, .quit]
      : [.playOrPause, .clearPad, .undoStroke, .eraser, .nextPanel, .zoom, .digitPad, .help, .quit]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    let isNarrow = shell.size.width < 100
    return switch command {
    case .digitPad where shell.isOnPad: "leave the pad"
    case .clearPad: isNarrow ? "clear" : "clear the pad"
    case .undoStroke: isNarrow ? "undo" : "undo a stroke"
    case .eraser: pad.isErasing ? "pen" : "eraser"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    DigitsExplanation(shell: shell, room: self).explain(target)
  }

  // MARK: - The pad

  /// Opened by the pad's key, it has the pad's cursor.
  mutating func enter(_ shell: inout Shell) -> [Effect] {
    reading = nil
    if shell.isOnPad { pad.showCursor() }
    return []
  }

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .digitPad: togglePad(&shell)
    case .clearPad: pad.clear()
    case .undoStroke: pad.undo()
    case .eraser: pad.toggleEraser()
    case .left where shell.isOnPad: walk(dx: -1, dy: 0, &shell)
    case .right where shell.isOnPad: walk(dx: 1, dy: 0, &shell)
    case .up where shell.isOnPad: walk(dx: 0, dy: -1, &shell)
    case .down where shell.isOnPad: walk(dx: 0, dy: 1, &shell)
    case _: return nil
    }
    return []
  }

  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    guard target == .pad else { return nil }
    pad.togglePen()
    return []
  }

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard target == .pad else { return nil }
    if event.kind == .release {
      pad.liftPen()
    } else if let rect = shell.regions.rect(of: .pad) {
      shell.dragged = .pad
      pad.draw(at: event.point, in: rect, erasing: event.button == .right)
    }
    return []
  }

  /// `p`: the focus goes to the pad, and its keys are in force; or back to nothing.
  private mutating func togglePad(_ shell: inout Shell) {
    if shell.isOnPad {
      pad.hideCursor()
      shell.attention.focus(on: nil)
    } else {
      shell.attention.focus(on: .pad)
      pad.showCursor()
    }
  }

  /// An arrow with the focus on the pad: the cursor walks.
  private mutating func walk(dx: Int, dy: Int, _ shell: inout Shell) {
    shell.attention.focus(on: .pad)
    pad.walk(dx: dx, dy: dy)
  }

  // MARK: - Reading

  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    reading = nil
    return []
  }

  /// Keeps the reading true to the picture, and to a network that has changed.
  mutating func follow(_ shell: Shell) {
    guard let snapshot = shell.snapshot, case .images = snapshot.material.kind else {
      reading = nil
      return
    }
    let subject = subject(shell.attention)
    if reading?.subject != subject { reading = DigitReading(subject, of: snapshot.material, by: snapshot.network) }
  }

  /// The picture that the network is shown: a test picture that has the focus, else the drawing, else the first test
  /// picture.
  private func subject(_ attention: Attention) -> DigitReading.Subject {
    if case .testDigit(let index)? = attention.focus { return .test(index) }
    return pad.drawing.isEmpty ? .test(0) : .drawing(pad.drawing)
  }
}
