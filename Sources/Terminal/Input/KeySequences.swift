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
    default: return control(letter, ControlSequence())
    }
  }

  /// The final letter and the numbers after ESC [. Modifiers are let go: no key of ours has one.
  static func control(_ letter: UInt8, _ sequence: ControlSequence) -> Key? {
    let parameters = sequence.parameters
    return switch Unicode.Scalar(letter) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    // rxvt's, with Shift or Control. With numbers these letters end answers.
    case "a" where sequence.isBare: .up
    case "b" where sequence.isBare: .down
    case "c" where sequence.isBare: .right
    case "d" where sequence.isBare: .left
    case "F": .end
    case "H": .home
    case "P": .function(1)
    case "Q": .function(2)
    // With numbers it is the answer to a question for the cursor's place.
    case "R" where sequence.isBare: .function(3)
    case "S": .function(4)
    case "Z": .backTab
    case "u": CharacterKeys.key(sequence)
    case "~" where parameters.first == 27 && parameters.count == 3:
      CharacterKeys.key(code: parameters[2], modifiers: parameters[1])
    case "~", "^", "@": numbered(parameters.first ?? 0)
    default: nil
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
