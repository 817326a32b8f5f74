import Screen

/// Keys that are told by the number of their character and by their modifiers: CSI u of kitty, and xterm's
/// modifyOtherKeys.
enum CharacterKeys {
  /// ESC [ code : shifted ; modifiers ; text u, of which only the code must be there.
  static func key(_ sequence: ControlSequence) -> Key? {
    let numbers = sequence.parameters
    let modifiers = numbers.count > 1 ? numbers[1] : 1
    // The text is what the key types, all said and done.
    if numbers.count > 2, Held(modifiers).isTyping { return typed(numbers[2]) }
    return key(code: numbers[0], modifiers: modifiers, shifted: sequence.shifted)
  }

  /// A key by its code and its modifiers plus one; `shifted` is the code that it has with Shift, where that is told.
  static func key(code: Int, modifiers: Int, shifted: Int? = nil) -> Key? {
    let held = Held(modifiers)
    switch code {
    case 0x09: return held.shift ? .backTab : .tab
    case 0x08, 0x0d, 0x1b, 0x7f: return KeySequences.ascii(UInt8(code))
    case 0xe000...0xf8ff: return PrivateUseKeys.key(code)
    case 0x40...0x7e where held.control && !held.isOther, 0x20 where held.control && !held.isOther:
      return KeySequences.ascii(UInt8(code) & 0x1f)
    default:
      guard held.isTyping else { return nil }
      if held.shift, let shifted { return typed(shifted) }
      return held.shift != held.capsLock ? upper(typed(code)) : typed(code)
    }
  }

  /// The key that types this character, if it is one that can be seen.
  private static func typed(_ code: Int) -> Key? {
    guard code >= 0x20, code < 0x7f || code >= 0xa0, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
    else { return nil }
    return .character(Character(scalar))
  }

  private static func upper(_ key: Key?) -> Key? {
    guard case .character(let letter)? = key, letter.isLowercase, let upper = letter.uppercased().first,
      letter.uppercased().count == 1
    else { return key }
    return .character(upper)
  }

  /// The modifiers that are held, and the locks that are on.
  private struct Held {
    let shift, control, capsLock: Bool
    /// Alt, Super, Hyper or Meta: they make it another key, of which we have none.
    let isOther: Bool
    var isTyping: Bool { !control && !isOther }

    /// The number that stands for them, which is one more than the sum of their bits.
    init(_ number: Int) {
      let bits = max(0, number - 1)
      shift = bits & 1 != 0
      control = bits & 4 != 0
      isOther = bits & 0b11_1010 != 0
      capsLock = bits & 64 != 0
    }
  }
}

/// The keys without a character of their own that kitty numbers in Unicode's area for private use.
private enum PrivateUseKeys {
  static func key(_ code: Int) -> Key? {
    switch code {
    case 57376...57398: .function(code - 57363)
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
    case 57409: .character(".")
    case 57410: .character("/")
    case 57411: .character("*")
    case 57412: .character("-")
    case 57413: .character("+")
    case 57414: .enter
    case 57415: .character("=")
    case 57416: .character(",")
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    default: nil
    }
  }
}
