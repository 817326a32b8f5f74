import Screen

/// Which key is meant by which bytes.
enum KeySequences {
  /// A single byte below 128, ESC excepted.
  static func ascii(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7f: .backspace
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1b: .escape
    case 0x1c...0x1f: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// The letter after ESC O: arrows and F1 to F4, and the keypad where it has keys of its own.
  static func singleShift(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(letter - 0x40)))
    default: return control(letter, [0])
    }
  }

  /// The final letter and the numbers after ESC [. Modifiers are let go: no key of ours has one.
  static func control(_ letter: UInt8, _ parameters: [Int]) -> Key? {
    switch Unicode.Scalar(letter) {
    case "A", "a": .up
    case "B", "b": .down
    case "C", "c": .right
    case "D", "d": .left
    case "F": .end
    case "H": .home
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    case "Z": .backTab
    case "u": other(code: parameters[0], modifiers: parameters.count > 1 ? parameters[1] : 1)
    case "~" where parameters.first == 27 && parameters.count == 3: other(code: parameters[2], modifiers: parameters[1])
    case "~", "^", "@": numbered(parameters.first ?? 0)
    default: nil
    }
  }

  /// A key by its character's number and its modifiers plus one: CSI u of kitty, and xterm's modifyOtherKeys.
  private static func other(code: Int, modifiers: Int) -> Key? {
    let held = max(0, modifiers - 1)
    let (shift, control) = (held & 1 != 0, held & 4 != 0)
    guard (1...0x7f).contains(code) else { return nil }
    let byte = UInt8(code)
    switch byte {
    case 0x09: return shift ? .backTab : .tab
    case 0x08, 0x0d, 0x1b, 0x7f: return ascii(byte)
    case 0x20...0x7e:
      // Alt, Super, Hyper and Meta make it another key, of which we have none.
      if held & 0b11_1010 != 0 { return nil }
      if control { return byte >= 0x40 || byte == 0x20 ? ascii(byte & 0x1f) : nil }
      let isLower = (0x61...0x7a).contains(byte)
      return ascii(shift && isLower ? byte - 0x20 : byte)
    default: return nil
    }
  }

  /// The number before `~`; rxvt writes `^` or `@` there when a modifier is held.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    // The numbers have gaps where the VT220's keyboard had them.
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}
