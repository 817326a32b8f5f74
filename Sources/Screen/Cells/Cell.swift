/// One place of the screen: a glyph with its style on a ground.
public struct Cell: Hashable, Sendable {
  /// The character shown: a blank cell has a space, the right half of a wide character `Cell.covered`.
  public var glyph: Unicode.Scalar
  /// An accent to be set over the glyph, where text from outside brings one (`e` and U+0301).
  public var accent: Unicode.Scalar?
  /// The colour of the glyph.
  public var foreground: Color
  /// The colour of the ground behind the glyph.
  public var background: Color
  /// What is done to the glyph besides colouring it.
  public var attributes: Attributes

  /// A cell without an accent, in the terminal's own colours unless others are named.
  public init(
    _ glyph: Unicode.Scalar, foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
  ) {
    self.glyph = glyph
    self.accent = nil
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Nothing but ground.
  public static func blank(_ background: Color, _ attributes: Attributes = []) -> Cell {
    Cell(" ", background: background, attributes: attributes)
  }

  /// The glyph of a cell that the wide character on its left covers: nothing is to be written there.
  public static let covered: Unicode.Scalar = "\u{0}"

  /// Whether the wide character on the left stands here too.
  public var isCovered: Bool { glyph == Cell.covered }
}
