/// A key and what it does now, for the key bar.
public struct KeyHint: Hashable, Sendable {
  /// The key by its name, as `Key.name` writes it; or several of them: `Up Down`.
  public var key: String
  /// What pressing it does now, in a word: `train`, `pause`.
  public var meaning: String
  /// Shown however narrow the bar is: the way to all keys, and the way out.
  public var isEssential: Bool

  /// A hint that gives way where the bar is narrow, unless it is essential.
  public init(_ key: String, _ meaning: String, isEssential: Bool = false) {
    self.key = key
    self.meaning = meaning
    self.isEssential = isEssential
  }
}

extension Frame {
  /// Draws the key bar in row `y` and returns where each key stands, so that it can be clicked.
  ///
  /// Where not all keys have room, the last ones that are not essential are left out.
  @discardableResult
  public mutating func keyBar(_ hints: [KeyHint], y: Int, margin: Int = 1) -> [(hint: KeyHint, rect: Rect)] {
    fill(Rect(x: 0, y: y, width: size.width, height: 1), .band)
    let shown = fitting(hints, width: size.width - 2 * margin)
    var x = margin
    return shown.compactMap { hint in
      let start = x
      x = put(hint.key, x: x, y: y, .strong, .bold)
      x = put(hint.meaning, x: x + 1, y: y, .dim)
      let place = Rect(x: start, y: y, width: x - start, height: 1).intersection(bounds)
      x += 2
      return place.isEmpty ? nil : (hint, place)
    }
  }

  private func fitting(_ hints: [KeyHint], width: Int) -> [KeyHint] {
    var shown = hints.map { (hint: $0, width: theme.glyphs.width($0.key) + 1 + theme.glyphs.width($0.meaning) + 2) }
    var needed = shown.reduce(-2) { $0 + $1.width }
    while needed > width, let last = shown.lastIndex(where: { !$0.hint.isEssential }) {
      needed -= shown.remove(at: last).width
    }
    return shown.map(\.hint)
  }
}
