import Datasets
import Playground
import Screen

/// Placing and erasing samples on the map, by pointer and by keys; the run goes on with what is there.
struct PointsRoom: Room {
  private(set) var editor: PointEditor
  /// The run's data are no points on a plane any more.
  private(set) var isOver = false

  init(_ points: PointSet) { editor = PointEditor(points: points) }

  var place: Place { .points(self) }

  func keys(_ shell: Shell) -> KeyScope? { .points }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    PlaygroundScreen(shell: shell, explanation: explanation, editor: editor).draw(in: &scene)
  }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    let classes: [Command] = [.class1, .class2, .class3]
    return [.placePoint] + classes.prefix(classCount) + [.erasePoint, .undoPoint, .playOrPause, .save, .leave, .help]
  }

  /// The classes are called by their looks; the chosen one stands in brackets.
  func word(for command: Command, _ shell: Shell) -> String? {
    let index: Int? =
      switch command {
      case .class1: 0
      case .class2: 1
      case .class3: 2
      case _: nil
      }
    return index.map { $0 == editor.chosenClass ? "[\(shell.classLook($0))]" : shell.classLook($0) }
  }

  /// Where the next sample would be placed, and what it would be.
  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    guard target == .output || target == nil else { return nil }
    if shell.attention.pointerMovedLast, target == .output { return nil }
    var formula: [Span] = []
    for (index, value) in [editor.x1, editor.x2].enumerated() {
      formula.dim(index == 0 ? "" : "  ")
      formula.dim(shell.sourceName(ofCoordinate: index) + " ")
      formula.strong(Number.signed(value))
    }
    return Explanation(
      name: "Own points", formula: formula,
      sentence:
        "Enter or a click places a sample of class \(shell.classSign(editor.chosenClass)); x or the right button "
        + "erases the nearest. The run goes on with what is there.",
      hint: "Esc ends")
  }

  /// How many classes there are to choose from.
  private var classCount: Int { max(2, editor.points.classCount ?? 2) }

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.attention.focus(on: .output)
    return []
  }

  /// Esc keeps what was placed.
  mutating func letGo(_ shell: inout Shell) -> Bool { false }

  func leave(_ shell: inout Shell) -> [Effect] {
    shell.attention.focus(on: .output)
    return []
  }

  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    isOver = !editor.follow(snapshot)
    return []
  }

  // MARK: - Keys

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    var changed = editor
    switch command {
    case .class1: return choose(0, &shell)
    case .class2: return choose(1, &shell)
    case .class3: return choose(2, &shell)
    case .placePoint: changed.place(x1: editor.x1, x2: editor.x2)
    case .erasePoint: changed.erase(x1: editor.x1, x2: editor.x2, within: .infinity, showingTest: shell.showsTestData)
    case .undoPoint: changed.undo()
    case .left: return moveCursor(dx: -1, dy: 0, shell)
    case .right: return moveCursor(dx: 1, dy: 0, shell)
    case .up: return moveCursor(dx: 0, dy: -1, shell)
    case .down: return moveCursor(dx: 0, dy: 1, shell)
    case _: return nil
    }
    return adopt(changed, &shell)
  }

  private mutating func choose(_ wanted: Int, _ shell: inout Shell) -> [Effect] {
    guard wanted < classCount else {
      shell.notice = Shell.Notice(text: "These samples have \(classCount) classes.")
      return []
    }
    editor.chosenClass = wanted
    return []
  }

  /// Moves the cursor by cells of the map.
  private mutating func moveCursor(dx: Int, dy: Int, _ shell: Shell) -> [Effect] {
    guard let rect = shell.regions.rect(of: .output) else { return [] }
    let plane = shell.planeMap(rect)
    let here = plane.cell(x1: editor.x1, x2: editor.x2) ?? rect.center
    let next = Point(
      min(rect.maxX - 1, max(rect.x, here.x + dx)), min(rect.maxY - 1, max(rect.y, here.y + dy)))
    (editor.x1, editor.x2) = plane.point(at: next)
    return []
  }

  // MARK: - Pointer

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard target == .output else { return nil }
    guard event.kind != .release else { return [] }
    shell.dragged = .output
    guard let rect = shell.regions.rect(of: .output), rect.contains(event.point) else { return [] }
    let plane = shell.planeMap(rect)
    var changed = editor
    let (x1, x2) = plane.point(at: event.point)
    (changed.x1, changed.x2) = (x1, x2)
    let cell = (plane.x1.upperBound - plane.x1.lowerBound) / Double(rect.width)
    if event.button == .right {
      changed.erase(x1: x1, x2: x2, within: 2 * cell, showingTest: shell.showsTestData)
    } else {
      changed.place(x1: x1, x2: x2)
    }
    return adopt(changed, &shell)
  }

  private mutating func adopt(_ changed: PointEditor, _ shell: inout Shell) -> [Effect] {
    let isNew = changed.points != editor.points
    editor = changed
    guard isNew else { return [] }
    guard changed.points.trainCount > 0 else {
      shell.notice = Shell.Notice(
        text: "A network needs at least one sample: this one stays until another is placed.")
      return []
    }
    let effects = shell.ask(.editPoints(changed.points), takenBackBy: .open(shell.experiment))
    editor.give(byOrder: shell.session.lastNumber)
    return effects
  }
}

extension Shell {
  /// Opens the samples in play for placing and erasing.
  mutating func editPoints() {
    guard let points = snapshot?.material.editablePoints, points.dimensions == 2 else {
      notice = Notice(text: "Own points need a plane: choose a data set of points with d.")
      return
    }
    turn = .open(.points(PointsRoom(points)))
  }
}
