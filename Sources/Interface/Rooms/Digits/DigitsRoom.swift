import Datasets
import Playground
import Screen

/// The ground for pictures: draw one and watch it being read; below, how well the network reads those of the test.
struct DigitsRoom: Room {
  private(set) var pad = DigitPad()
  /// The pictures of the test that are shown.
  private(set) var gallery = Gallery()
  /// Whether the first layer's weights are shown as a sheet of pictures.
  private(set) var showsWeights = false
  /// The test picture that was chosen, counted from 0.
  private var chosenTest: Int?
  /// The picture that was read last.
  private var shown: DigitReading.Subject?

  var place: Place { .digits(self) }

  func keys(_ shell: Shell) -> KeyScope? { shell.isOnPad ? .digits : .pictures }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    DigitsScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  /// The test pictures whose answers the next frame shows.
  func request(_ shell: Shell) -> SnapshotRequest? {
    guard WindowClass(shell.size) != .tiny, !shell.isZoomed else { return SnapshotRequest() }
    guard !showsWeights else { return SnapshotRequest() }
    return SnapshotRequest(testSamples: gallery.pages(shell, of: shell.digitsLayout.slots.count).pictures(gallery.page))
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
    shell.reading = nil
    if shell.isOnPad { pad.showCursor() }
    return []
  }

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .digitPad: togglePad(&shell)
    case .clearPad: pad.clear()
    case .undoStroke: pad.undo()
    case .eraser: pad.toggleEraser()
    case .weights: openWeights(&shell)
    case .mistakes: gallery.show(.mistakes)
    case .nextPage: turnPage(by: 1, &shell)
    case .previousPage: turnPage(by: -1, &shell)
    case .nextPicture: choosePicture(by: 1, shell)
    case .previousPicture: choosePicture(by: -1, shell)
    case .left where shell.isOnPad: walk(dx: -1, dy: 0, &shell)
    case .right where shell.isOnPad: walk(dx: 1, dy: 0, &shell)
    case .up where shell.isOnPad: walk(dx: 0, dy: -1, &shell)
    case .down where shell.isOnPad: walk(dx: 0, dy: 1, &shell)
    case _: return nil
    }
    return []
  }

  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    switch target {
    case .pad: pad.togglePen()
    case .confusion(let truth, let said): gallery.show(.cell(truth: truth, said: said))
    case .layer where shell.reading?.mapLayers ?? 0 > 0: shell.turn = .open(.inside(InsideRoom()))
    case _: return nil
    }
    return []
  }

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    if target == .epsilon, let rect = shell.regions.rect(of: .epsilon) {
      shell.dragged = .epsilon
      shell.setEpsilon(
        Frame.sliderShare(column: event.point.x, x: rect.x, width: rect.width) * PictureQuestion.mostEpsilon)
      return []
    }
    guard target == .pad else { return nil }
    if event.kind == .release {
      pad.liftPen()
    } else if let rect = shell.regions.rect(of: .pad) {
      shell.dragged = .pad
      pad.draw(at: event.point, in: rect, erasing: event.button == .right)
    }
    return []
  }

  /// Esc: all pictures of the test again.
  mutating func letGo(_ shell: inout Shell) -> Bool {
    if showsWeights {
      showsWeights = false
    } else if shell.letGo() {
      return true
    } else if gallery != Gallery() {
      gallery = Gallery()
    } else {
      return false
    }
    return true
  }

  // MARK: - Pages

  /// `w`: what the units of the first layer look for; of maps, their kernels inside the network.
  private mutating func openWeights(_ shell: inout Shell) {
    if shell.reading?.mapLayers ?? 0 > 0 {
      shell.turn = .open(.inside(InsideRoom()))
    } else {
      showsWeights.toggle()
      shell.attention.focus(on: showsWeights ? .unit(layer: 0, unit: 0) : nil)
    }
  }

  private mutating func turnPage(by step: Int, _ shell: inout Shell) {
    if showsWeights { return WeightSheet.turnPage(by: step, &shell) }
    gallery.turn(by: step, of: gallery.pages(shell, of: shell.digitsLayout.slots.count).number)
  }

  private mutating func choosePicture(by step: Int, _ shell: Shell) {
    guard let count = shell.snapshot?.material.images?.test.count, count > 0 else { return }
    chosenTest = ((chosenTest ?? (step > 0 ? -1 : count)) + step + count) % count
  }

  // MARK: - Drawing

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
    shell.reading = nil
    return []
  }

  /// Keeps the reading true to the picture, and to a network that has changed; another picture is not asked what it would
  /// become.
  mutating func follow(_ shell: inout Shell) {
    guard let snapshot = shell.snapshot, case .images = snapshot.material.kind else {
      shell.reading = nil
      return
    }
    let subject = subject(shell.attention)
    if let shown = shown, shown != subject, shell.question != .saliency { shell.question = nil }
    shown = subject
    guard
      shell.reading?.subject != subject || shell.reading?.handling != shell.handling
        || shell.reading?.asked?.question != shell.question
    else { return }
    shell.reading = DigitReading(
      subject, of: snapshot.material, by: snapshot.network, handled: shell.handling, asking: shell.question)
  }

  /// The picture that the network is shown: a test picture that was chosen, else the drawing, else the first test picture.
  ///
  /// The choice lasts until nothing is chosen any more, or the pad has the focus.
  private mutating func subject(_ attention: Attention) -> DigitReading.Subject {
    switch attention.focus {
    case .testDigit(let index)?: chosenTest = index
    case nil, .pad?: chosenTest = nil
    case _: break
    }
    if let chosenTest { return .test(chosenTest) }
    return pad.drawing.isEmpty ? .test(0) : .drawing(pad.drawing)
  }
}
