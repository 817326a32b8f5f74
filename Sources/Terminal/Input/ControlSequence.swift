/// The inside of a control sequence: what stands between ESC [ and its final letter.
struct ControlSequence: Sendable {
  /// `<`, `=`, `>` or `?` before the parameters: a private sequence.
  private(set) var marker: UInt8?
  /// The numbers between the semicolons; a missing one is 0.
  private(set) var parameters = [0]
  /// Whether the final letter followed at once.
  private(set) var isBare = true
  /// Whether it tells of a key let go: the third kind of event, behind the colon after the modifiers.
  private(set) var isRelease = false
  /// What stands behind the first number's colon: the character that the key types with Shift.
  private(set) var shifted: Int?
  /// The sign before the final letter that some answers have.
  private(set) var intermediate: UInt8?
  /// Whether there is in it what no key and no answer of ours has.
  private(set) var isForeign = false
  /// Behind a colon: a detail of the number before, which is kept by itself.
  private var detail: Int?
  private var colons = 0

  /// More numbers than any key has; further ones are not kept.
  private static let parameterLimit = 8
  /// No column, row or key has a higher number; it is one more than the last of Unicode.
  private static let valueLimit = 0x110000

  enum Step { case continues, ends, breaks }

  /// Takes the next byte: a part of the sequence, its final letter, or something that cannot stand in one.
  mutating func take(_ byte: UInt8) -> Step {
    switch byte {
    case 0x30...0x39 where detail != nil:
      detail = min((detail ?? 0) * 10 + Int(byte - 0x30), Self.valueLimit)
      if parameters.count == 1, colons == 1 { shifted = detail }
      isRelease = parameters.count == 2 && detail == 3
    case 0x30...0x39:
      let last = parameters.count - 1
      parameters[last] = min(parameters[last] * 10 + Int(byte - 0x30), Self.valueLimit)
    case 0x3a:
      detail = 0
      colons += 1
    case 0x3b:
      (detail, colons) = (nil, 0)
      if parameters.count < Self.parameterLimit { parameters.append(0) } else { isForeign = true }
    case 0x3c...0x3f where isBare:
      marker = byte
    case 0x20...0x2f where intermediate == nil:
      intermediate = byte
    case 0x20...0x3f:
      isForeign = true
    case 0x40...0x7e:
      return .ends
    default:
      return .breaks
    }
    isBare = false
    return .continues
  }
}
