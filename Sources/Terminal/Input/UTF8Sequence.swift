/// A character of more than one byte, on its way.
struct UTF8Sequence: Sendable {
  private var value: UInt32
  private var missing: Int
  /// The least value that needs this many bytes: a smaller one is a disguise, and not a character.
  private let least: UInt32

  /// `nil` if no character begins with this byte.
  init?(first byte: UInt8) {
    switch byte {
    case 0xc2...0xdf: (value, missing, least) = (UInt32(byte & 0x1f), 1, 0x80)
    case 0xe0...0xef: (value, missing, least) = (UInt32(byte & 0x0f), 2, 0x800)
    case 0xf0...0xf4: (value, missing, least) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return nil
    }
  }

  enum Step { case continues, ends(Unicode.Scalar), breaks }

  /// Takes the next byte. One that does not belong breaks the sequence, and begins anew.
  mutating func take(_ byte: UInt8) -> Step {
    guard byte & 0xc0 == 0x80 else { return .breaks }
    value = value << 6 | UInt32(byte & 0x3f)
    missing -= 1
    if missing > 0 { return .continues }
    // The controls of the second half (U+0080 to U+009F) are typed by no key.
    guard value >= max(least, 0xa0), let scalar = Unicode.Scalar(value) else { return .breaks }
    return .ends(scalar)
  }
}
