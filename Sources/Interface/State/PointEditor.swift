import Datasets
import Playground
import Screen

/// Samples of one's own: placed and erased on the map, with undo.
public struct PointEditor: Sendable, Equatable {
  var points: PointSet
  /// Where keys place and erase, on the plane.
  var x1 = 0.0
  var x2 = 0.0
  var chosenClass = 1
  var past: [PointSet] = []

  /// The cell of the cursor on a map.
  func cursor(on map: Rect) -> Point? { PlaneMap(map).cell(x1: x1, x2: x2) }
}

extension State {
  mutating func toggleEditor() -> [Effect] { [] }
  mutating func performOnPoints(_ command: Command) -> [Effect] { [] }
  mutating func paintPoint(at point: Point, in rect: Rect, erasing: Bool) -> [Effect] { [] }
}
