import Datasets
import Playground
import Screen

/// Placing and erasing samples on the map, by pointer and by keys; the run goes on with what is there.
extension Shell {
  /// Opens the editor on the samples of the data set, or closes it and keeps what was placed.
  mutating func toggleEditor() -> [Effect] {
    guard editor == nil else {
      editor = nil
      attention.focus(on: .output)
      return []
    }
    guard let points = snapshot?.material.points, points.dimensions == 2 else {
      notice = Notice(text: "Own points need a plane: choose a data set of points with d.")
      return []
    }
    editor = PointEditor(points: points)
    attention.focus(on: .output)
    notice = Notice(
      text: "Click places a sample, the right button erases one. 1 and 2 choose the class, arrows and Enter work too.")
    return []
  }

  mutating func performOnPoints(_ command: Command) -> [Effect] {
    guard var editor else { return [] }
    switch command {
    case .class1, .class2, .class3:
      let wanted = command == .class1 ? 0 : command == .class2 ? 1 : 2
      let count = max(2, editor.points.classCount ?? 2)
      guard wanted < count else {
        notice = Notice(text: "These samples have \(count) classes.")
        return []
      }
      editor.chosenClass = wanted
      self.editor = editor
      notice = Notice(text: "The next sample is of class \(wanted + 1).")
      return []
    case .placePoint: editor.place(x1: editor.x1, x2: editor.x2)
    case .erasePoint: editor.erase(x1: editor.x1, x2: editor.x2, within: .infinity)
    case .undoPoint: editor.undo()
    case _: return []
    }
    return adopt(editor)
  }

  /// A press or a drag on the map while the editor is open.
  mutating func paintPoint(at point: Point, in rect: Rect, erasing: Bool) -> [Effect] {
    guard var editor, rect.contains(point) else { return [] }
    let (x1, x2) = planeMap(rect).point(at: point)
    (editor.x1, editor.x2) = (x1, x2)
    let plane = planeMap(rect)
    let cell = (plane.x1.upperBound - plane.x1.lowerBound) / Double(rect.width)
    if erasing { editor.erase(x1: x1, x2: x2, within: 2 * cell) } else { editor.place(x1: x1, x2: x2) }
    return adopt(editor)
  }

  /// Moves the editor's cursor by cells of the map.
  mutating func moveCursor(dx: Int, dy: Int) -> [Effect] {
    guard var editor, let rect = regions.rect(of: .output) else { return [] }
    let plane = planeMap(rect)
    let here = plane.cell(x1: editor.x1, x2: editor.x2) ?? rect.center
    let next = Point(
      min(rect.maxX - 1, max(rect.x, here.x + dx)), min(rect.maxY - 1, max(rect.y, here.y + dy)))
    (editor.x1, editor.x2) = plane.point(at: next)
    self.editor = editor
    return []
  }

  private mutating func adopt(_ changed: PointEditor) -> [Effect] {
    let isNew = changed.points != editor?.points
    editor = changed
    guard isNew else { return [] }
    guard changed.points.trainCount > 0 else {
      notice = Notice(text: "A network needs at least one sample: this one stays until another is placed.")
      return []
    }
    return [send(.editPoints(changed.points))]
  }
}
