import Playground
import Screen

extension State {
  mutating func copyLink() -> [Effect] { [] }
  mutating func openPasted(_ text: String) -> [Effect] { [] }
}
