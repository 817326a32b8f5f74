import Datasets
import Playground
import Screen

/// Samples of one's own: placed and erased on the map, with undo.
public struct PointEditor: Sendable, Equatable {
  /// The samples as they are now.
  public private(set) var points: PointSet
  /// The samples that the run was given last, and the number of the order that gave them.
  private(set) var given: PointSet
  private var orderNumber = 0
  /// Where keys place and erase, on the plane.
  var x1 = 0.0
  var x2 = 0.0
  /// The class of the next sample, counted from 0; of two, the second is +1.
  var chosenClass = 1
  private var past: [PointSet] = []

  /// The most steps that can be taken back.
  private static let memory = 500

  init(points: PointSet) {
    self.points = points
    given = points
  }

  /// Notes that the run was given the samples as they are now.
  mutating func give(byOrder number: Int) {
    given = points
    orderNumber = number
  }

  /// Takes up the samples that the run really has, where something else has changed them; false where it has none.
  mutating func follow(_ snapshot: Snapshot) -> Bool {
    guard snapshot.generation >= orderNumber, snapshot.material.editablePoints != given else { return true }
    guard let points = snapshot.material.editablePoints, points.dimensions == 2 else { return false }
    let cursor = (x1, x2)
    self = PointEditor(points: points)
    (x1, x2) = cursor
    return true
  }

  /// The cell of the cursor on a map.
  func cursor(on map: PlaneMap) -> Point? { map.cell(x1: x1, x2: x2) }

  /// The label of the next sample: −1 or +1 for two classes and for numbers, else the class.
  private var label: Double {
    switch points.kind {
    case .classes(let count) where count > 2: Double(chosenClass)
    case .classes, .binary, .regression: chosenClass == 0 ? -1 : 1
    }
  }

  /// Places a training sample of the chosen class.
  mutating func place(x1: Double, x2: Double) {
    remember()
    points.points.insert(LabelledPoint(x1: x1, x2: x2, label: label), at: points.trainCount)
    points.trainCount += 1
  }

  /// Erases the nearest sample within a distance, of those that are seen: test samples only where they are shown.
  mutating func erase(x1: Double, x2: Double, within distance: Double, showingTest: Bool) {
    func squared(_ point: LabelledPoint) -> Double {
      (point.x1 - x1) * (point.x1 - x1) + (point.x2 - x2) * (point.x2 - x2)
    }
    let seen = showingTest ? points.points.indices : 0..<points.trainCount
    guard let nearest = seen.min(by: { squared(points.points[$0]) < squared(points.points[$1]) }),
      squared(points.points[nearest]).squareRoot() <= distance
    else { return }
    remember()
    points.points.remove(at: nearest)
    if nearest < points.trainCount { points.trainCount -= 1 }
  }

  /// Takes the last placing or erasing back.
  mutating func undo() {
    if let before = past.popLast() { points = before }
  }

  private mutating func remember() {
    past.append(points)
    if past.count > Self.memory { past.removeFirst() }
  }
}
