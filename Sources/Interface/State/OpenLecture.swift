import Playground
import Screen

/// A lecture that is open: where the reader is, and what was answered and reached.
public struct OpenLecture: Sendable, Equatable {}

extension State {
  mutating func followLecture() -> [Effect] { [] }
  mutating func toggleLectures() -> [Effect] { [] }
  mutating func open(_ lecture: Lecture) -> [Effect] { [] }
  mutating func openLecture(named name: String) -> [Effect] { [] }
  mutating func turnStep(by step: Int) -> [Effect] { [] }
  mutating func answer(_ choice: Int) -> [Effect] { [] }
  func explainLecture() -> Explanation { Explanation(name: "Lecture") }
}
