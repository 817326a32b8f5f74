/// Which characters may be used.
public enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  /// Everything: half blocks, eighths, braille dots.
  case full
  /// Without braille, where a font lacks it: curves in eighths and quarters of a cell.
  case blocks
  /// What a font of the Linux console has room for: Latin letters, lines, whole blocks.
  case console
  /// The 95 characters of ASCII.
  case ascii

  /// The characters of the set, each named for its use.
  public var table: GlyphTable {
    switch self {
    case .full, .blocks: .full
    case .console: .console
    case .ascii: .ascii
    }
  }

  /// Whether a cell can show several pixels: two with colours of their own, four or eight in one.
  public var hasHalfBlocks: Bool { self == .full || self == .blocks }

  /// Whether the set has a character that can be seen.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .full, .blocks: true
    case .console: scalar.isASCII || (0xA0...0xFF).contains(scalar.value) || GlyphSet.beyondLatin1.contains(scalar)
    case .ascii: scalar.isASCII
    }
  }

  /// What all of Debian's console fonts for Western Europe (Lat15 of console-setup, at any size) have beyond Latin-1, of
  /// what is drawn or written here.
  private static let beyondLatin1 = Set("π–—‘’“”•ⁿ€←↑→↓−≈≠≤≥─━│┃┏┓┗┛├┤┬┴┼╭╮╯╰█░▒■▲▶▸▼◀◂●♦✗\u{FFFD}".unicodeScalars)
}
