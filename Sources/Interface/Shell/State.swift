import Course
import Playground
import Screen

/// Everything the interface remembers between two frames: the shell, and the places that are open over it.
///
/// It changes in one place, `update(_:)`, by actions named for what the user did; `scene()` draws it and nothing else.
public struct State: Sendable {
  var shell: Shell
  var places = Places()

  /// The interface of an experiment that a trainer was started with, before anything of it is known.
  ///
  /// - Parameters:
  ///   - color: the colours that were asked for, of which `theme` is made; nil where it is made of those of the terminal.
  ///   - terminalDepth: what the terminal has, if that is something else.
  ///   - progress: what was done of the lectures before.
  public init(
    experiment: Experiment, size: Size, theme: Theme = Theme(), color: ColorDepth? = nil,
    terminalDepth: ColorDepth? = nil, keyMap: KeyMap = KeyMap(), progress: CourseProgress = CourseProgress()
  ) {
    shell = Shell(
      experiment: experiment, size: size, theme: theme, color: color, terminalDepth: terminalDepth ?? theme.depth,
      keyMap: keyMap)
    shell.progress = progress
    _ = standOnGround()
  }

  /// Takes in what happened and says what is to be done outside.
  ///
  /// This is the only place from which the interface's memory changes.
  public mutating func update(_ action: Action) -> [Effect] {
    var effects = take(action)
    if shell.overlay == nil { (shell.overlay, shell.beneath) = (shell.beneath, nil) }
    effects += goWhereAsked()
    effects += standOnGround()
    places.forEach { $0.follow(&shell) }
    return effects
  }

  private mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .keyPressed(let key):
      shell.notice = nil
      shell.dragStart = nil
      defer { if key != "q", key != .control("c") { shell.asksBeforeLeaving = false } }
      return press(key)
    case .pointerActed(let event):
      return point(event)
    case .pasted(let text):
      shell.notice = nil
      return shell.paste(text)
    case .resized(let size):
      shell.window = size
      shell.pointer = nil
      return []
    case .snapshotArrived(let arrived):
      return receive(arrived)
    case .refused(let refusal):
      return shell.receive(refusal)
    case .suspended:
      return shell.suspend()
    case .resumed:
      return shell.resume()
    case .reported(let sentence, isAlarm: true):
      shell.notice = Shell.Notice(text: sentence, isAlarm: true)
      return []
    case .reported(let sentence, isAlarm: false):
      shell.notice = Shell.Notice(text: sentence)
      return []
    case .filesFound(let files):
      shell.receive(files)
      return []
    case .nameTaken(let path, let thing, let free):
      shell.askAboutName(path, thing, free: free)
      return []
    case .saved(let thing, let sentence):
      if thing.library == nil { shell.keptPoints = shell.experiment.points }
      shell.notice = Shell.Notice(text: sentence)
      return []
    case .shown(let shown):
      shell.regions = shown
      return []
    case .opened(let experiment, let remarks, let hidden):
      return shell.open(experiment, remarks: remarks, hidden: hidden)
    case .cutOffFound(let run):
      shell.offer(run)
      return []
    case .lectureOpened(let lecture, let step):
      shell.turn = .open(.lecture(LectureRoom(lecture, step: step)))
      return []
    case .found(let findings):
      shell.atlas?.receive(findings)
      return []
    }
  }

  private mutating func receive(_ arrived: Snapshot) -> [Effect] {
    shell.receive(arrived)
    var effects: [Effect] = []
    places.forEach { effects += $0.receive(arrived, &shell) }
    places.closeWhatIsOver()
    return effects
  }

  // MARK: - Places

  /// Opens or leaves a place, as the last action asked.
  private mutating func goWhereAsked() -> [Effect] {
    guard let turn = shell.turn else { return [] }
    shell.turn = nil
    switch turn {
    case .open(let place): return open(place)
    case .replace(let place): return leaveTop() + open(place)
    case .leave: return leaveTop()
    }
  }

  private mutating func open(_ place: Place) -> [Effect] {
    places.push(place)
    var effects: [Effect] = []
    places.top { effects = $0.enter(&shell) }
    return effects
  }

  private mutating func leaveTop() -> [Effect] { places.pop()?.room.leave(&shell) ?? [] }

  /// The ground follows the data.
  private mutating func standOnGround() -> [Effect] {
    guard places.stand(onDigits: shell.showsImages) else { return [] }
    var effects: [Effect] = []
    places.ground { effects = $0.enter(&shell) }
    return effects
  }

  /// Esc: leaves the innermost thing that is open.
  private mutating func leave() -> [Effect] {
    if let overlay = shell.overlay { return overlay.sheet.cancel(&shell) }
    var isHeld = false
    places.top { isHeld = $0.letGo(&shell) }
    return isHeld ? [] : leaveTop()
  }

  // MARK: - Keys, commands, pointer

  private mutating func press(_ key: Key) -> [Effect] {
    guard let overlay = shell.overlay else {
      guard let command = shell.keyMap.command(for: key, in: keyScope) else { return [] }
      let word = word(for: command)
      defer { shell.note(key, word) }
      return perform(command)
    }
    shell.note(key, "")
    if key == .control("c") { return shell.quit() }
    if key == .escape { return leave() }
    return overlay.sheet.press(key, &shell)
  }

  /// Does what a command of the list says.
  private mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .leave: return leave()
    case .help:
      shell.overlay = .help(HelpSheet(scope: keyScope))
      return []
    case .enter where shell.divergence == nil || shell.attention.focus != nil:
      if let effects = places.act({ $0.perform(command, &shell) }) { return effects }
      return shell.attention.focus.map { enter($0) } ?? []
    case _:
      if let effects = places.act({ $0.perform(command, &shell) }) { return effects }
      guard let place = Place(openedBy: command, &shell) else { return shell.perform(command) }
      shell.turn = .open(place)
      return []
    }
  }

  /// Enter, where a room has no meaning of its own for it.
  private mutating func enter(_ target: Target) -> [Effect] {
    switch target {
    case .unit, .output: places.act { $0.activate(target, &shell) } ?? shell.enter(target)
    case _: activate(target)
    }
  }

  /// A click, or Enter on what it does the same to.
  private mutating func activate(_ target: Target) -> [Effect] {
    if let effects = places.act({ $0.activate(target, &shell) }) { return effects }
    switch target {
    case .command(let command):
      return shell.overlay?.sheet.perform(command, &shell) ?? perform(command)
    case .toggle(let toggle): return perform(toggle.command)
    case .state: return perform(.playOrPause)
    case .row(let index): return shell.overlay?.sheet.choose(row: index, &shell) ?? []
    case _: return shell.activate(target)
    }
  }

  /// Hover explains, a click acts, a drag slides and paints, the wheel adjusts.
  private mutating func point(_ event: PointerEvent) -> [Effect] {
    shell.pointer = event.point
    let target = shell.regions.target(at: event.point)
    switch event.kind {
    case .move:
      // What was said has been read by whoever asks about something else.
      if target != nil, target != shell.attention.pointed { shell.notice = nil }
      shell.attention.point(at: target)
      return []
    case .press:
      shell.notice = nil
      shell.dragStart = shell.session.lastNumber
      return press(target, event)
    case .drag, .release:
      defer { if event.kind == .release { (shell.dragged, shell.dragStart) = (nil, nil) } }
      guard let dragged = shell.dragged else { return [] }
      return places.act { $0.point(event, at: dragged, &shell) } ?? shell.drag(dragged, event) ?? []
    case .scrollUp, .scrollDown:
      let step = event.kind == .scrollUp ? 1 : -1
      if let overlay = shell.overlay { return overlay.sheet.scroll(by: -step, &shell) }
      guard let target else { return [] }
      return places.act { $0.wheel(target, by: step, &shell) } ?? shell.wheel(target, by: step) ?? []
    }
  }

  private mutating func press(_ target: Target?, _ event: PointerEvent) -> [Effect] {
    shell.attention.point(at: target)
    // A click beside an open list closes it.
    guard let target else { return shell.overlay?.sheet.cancel(&shell) ?? [] }
    if target.panel != nil { shell.attention.focus = target }
    if let effects = places.act({ $0.point(event, at: target, &shell) }) { return effects }
    return shell.drag(target, event) ?? activate(target)
  }
}

extension State {
  /// Whose keys are in force.
  public var keyScope: KeyScope { places.first { $0.keys(shell) } ?? .playground }

  /// What the explain line says now.
  var explanation: Explanation {
    var target = shell.attention.current
    if case .row? = target { target = shell.attention.focus }
    if let key = shell.overlay?.key(shell) { target = .control(key) }
    if case .picker(let list)? = shell.overlay, let words = list.explanation { return words }
    if target == nil, let divergence = shell.divergence { return shell.explain(divergence) }
    // The state of the run is the room as a whole.
    let subject = target == .state ? nil : target
    return places.first { $0.explain(subject, shell) } ?? shell.explain(subject)
  }

  /// Draws everything: a pure function of what the interface remembers.
  public func scene() -> Scene {
    let size = shell.window
    var scene = Scene(size, theme: shell.theme)
    guard size.width > 0, size.height > 0 else { return scene }
    let isTiny = WindowClass(shell.size) == .tiny
    if isTiny {
      TinyScreen(shell: shell).draw(in: &scene)
    } else {
      let rooms = places.rooms
      rooms[0].draw(shell, explanation, over: rooms.dropFirst(), in: &scene)
    }
    if let overlay = shell.overlay {
      scene.coverAll()
      scene.besides = places.first { $0.besides(shell) }
      overlay.sheet.draw(shell, in: &scene)
    }
    if !isTiny {
      let row = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
      KeyRow(entries: keyRow, rect: row).draw(in: &scene)
      if shell.isPresenting { shell.presenterStrip.draw(in: &scene) }
    }
    return scene
  }

  /// The keys in force, as the last row shows them.
  private var keyRow: [KeyRow.Entry] {
    if let overlay = shell.overlay { return overlay.sheet.hints }
    let (scope, isNarrow) = (keyScope, shell.size.width < 100)
    return (places.first { $0.bar(shell, narrow: isNarrow) } ?? []).map { command in
      KeyRow.Entry(
        keys: shell.keyMap.key(for: command, in: scope)?.name ?? "", word: word(for: command), command: command)
    }
  }

  /// What a command does now, in a word.
  private func word(for command: Command) -> String {
    places.first { $0.word(for: command, shell) } ?? shell.word(for: command)
  }

  /// The pictures that the next frame wants from the trainer.
  public var snapshotRequest: SnapshotRequest { places.first { $0.request(shell) } ?? SnapshotRequest() }
}
