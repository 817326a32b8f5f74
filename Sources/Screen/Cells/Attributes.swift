/// What a terminal can do to a glyph besides colouring it.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  public let rawValue: UInt8

  /// The attributes whose bits are set; bits beyond the four are kept and mean nothing.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes; some terminals show a brighter colour instead.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter strokes; a terminal that lacks them shows plain ones.
  public static let dim = Attributes(rawValue: 2)
  /// A line below the glyph: it marks the letter that is a control's key.
  public static let underline = Attributes(rawValue: 4)
  /// Foreground and background change places.
  public static let reverse = Attributes(rawValue: 8)
}
