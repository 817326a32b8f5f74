/// Pasted text between its brackets, ESC [ 200 ~ and ESC [ 201 ~.
struct PastedText: Sendable {
  private var bytes: [UInt8] = []
  private var ending = 0

  private static let end: [UInt8] = Array("\u{1b}[201~".utf8)
  /// Longer than any link or table that is meant to be pasted; the rest is dropped.
  private static let limit = 1 << 20

  /// Takes the next byte and says whether it completed the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    // Terminals take Ctrl-C out of what they paste: this one was typed, by someone whose paste never ended.
    if byte == 0x03 { return true }
    bytes.append(byte)
    if byte == Self.end[ending] {
      ending += 1
    } else {
      ending = byte == Self.end[0] ? 1 : 0
    }
    if ending == Self.end.count {
      bytes.removeLast(Self.end.count)
      return true
    }
    if bytes.count > Self.limit, ending == 0 { bytes.removeLast() }
    return false
  }

  /// The text so far; bytes that are no UTF-8 become U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
