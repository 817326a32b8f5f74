extension Unicode.Scalar {
  /// How many columns a terminal gives the character: 0 for marks set over the one before, 2 for East Asian and emoji.
  ///
  /// Source: Unicode Standard Annex 11 (East Asian Width) and general categories, as terminals follow them.
  public var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x2500...0x25FC).contains(value) || (0x2800...0x28FF).contains(value) { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Vowels and final consonants of Korean syllables join the consonant before.
    if (0x1160...0x11FF).contains(value) { return 0 }
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return properties.isEmojiPresentation || Unicode.Scalar.wideRanges.contains { $0.contains(value) }
  }

  /// The blocks whose characters are wide or full-width, unassigned places of ideographs included.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD,
    0x30000...0x3FFFD,
  ]
}
