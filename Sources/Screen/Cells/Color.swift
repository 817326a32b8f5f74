/// The colour of a glyph or of the ground behind it.
public enum Color: Hashable, Sendable {
  /// The terminal's own: its text colour in front, its background behind.
  case terminal
  /// An entry of the terminal's palette: 0–15 as the user set them, 16–231 the cube, 232–255 the greys.
  case indexed(UInt8)
  /// Red, green and blue, for terminals of 24 bits.
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// The six brightnesses of the palette's 6×6×6 cube.
  static let cubeSteps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The sixteen colours of xterm; a user's terminal may have others, so they serve measuring and pictures alone.
  static let xtermSixteen: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  /// Red, green and blue of the colour; `nil` for the terminal's own, which nobody knows.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminal:
      return nil
    case .rgb(let red, let green, let blue):
      return (red, green, blue)
    case .indexed(let entry) where entry < 16:
      return Color.xtermSixteen[Int(entry)]
    case .indexed(let entry) where entry < 232:
      let cube = Int(entry) - 16
      return (Color.cubeSteps[cube / 36], Color.cubeSteps[cube / 6 % 6], Color.cubeSteps[cube % 6])
    case .indexed(let entry):
      let grey = 8 + (entry - 232) * 10
      return (grey, grey, grey)
    }
  }

  /// The same colour in 24 bits, so that a palette somebody changed does not change ours.
  public var trueColor: Color {
    guard let (red, green, blue) = components else { return .terminal }
    return .rgb(red, green, blue)
  }
}
