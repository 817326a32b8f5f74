import Datasets
import Playground
import Screen

/// The pad that a digit is drawn on: strokes as points, pen or eraser, and a cursor for those without a mouse.
public struct DigitPad: Sendable, Equatable {
  var isErasing = false
  mutating func penUp() {}
  mutating func draw(at point: Point, in rect: Rect, erasing: Bool) {}
}

extension State {
  mutating func togglePad() -> [Effect] { [] }
  mutating func performOnPad(_ command: Command) {}
  func explainDigits() -> Explanation { Explanation(name: "Digits") }
  var digitsRequest: SnapshotRequest { SnapshotRequest() }
}
