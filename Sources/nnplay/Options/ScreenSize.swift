import Screen
import Words

extension Size {
  /// No screen is larger.
  private static let sides = 1...1000
  /// What may stand between columns and rows.
  private static let signs: Set<Character> = ["x", "X", "×", "*", ","]

  /// The size that a text such as `120x40` or `120×40` names; nil for any other text, and for sides beyond 1 to 1000.
  init?(typed text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { Self.signs.contains($0) }.map { Int($0.trimmingBlanks) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], Self.sides.contains(width),
      Self.sides.contains(height)
    else { return nil }
    self.init(width, height)
  }

  /// The size that an option names.
  ///
  /// - Throws: `BadInput` with what is taken.
  init(option text: String) throws {
    guard let size = Size(typed: text) else {
      throw BadInput("--size cannot be \"\(text)\": it takes columns and rows from 1 to 1000, such as 120x40.")
    }
    self = size
  }
}
