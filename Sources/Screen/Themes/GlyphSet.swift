/// Which characters may be used.
public enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  /// Everything: half blocks, eighths, braille dots.
  case full
  /// Without braille, where a font lacks it: curves in eighths and quarters of a cell.
  case blocks
  /// The 95 characters of ASCII.
  case ascii

  /// The characters of the set, each named for its use.
  public var table: GlyphTable { self == .ascii ? .ascii : .full }

  /// Whether a cell can show two pixels, one above the other.
  public var hasHalfBlocks: Bool { self != .ascii }
}
