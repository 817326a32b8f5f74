import Screen

extension Color {
  /// The palette number that shows this colour on a terminal of `depth`, or `nil` for the terminal's own.
  ///
  /// A theme made for the depth names only colours that it has; this is for frames made for another one.
  func entry(within depth: ColorDepth) -> UInt8? {
    let limit: UInt8
    switch depth {
    case .none: return nil
    case .eight, .sixteen: limit = 15
    case .palette, .full: limit = 255
    }
    if case .indexed(let entry) = self, entry <= limit { return entry }
    guard let (red, green, blue) = components else { return nil }
    // The first sixteen are the user's, and nobody knows what they look like: they serve where there are no others.
    let candidates: ClosedRange<UInt8> = limit == 15 ? 0...15 : 16...255
    return candidates.min { distance($0, red, green, blue) < distance($1, red, green, blue) }
  }
}

extension Color {
  /// The palette number of exactly this colour of 24 bits, which is shorter to say; `nil` if there is none.
  ///
  /// From 16 on, terminals have the palette of xterm: a cube of six brightnesses, and greys.
  var exactEntry: UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    if red == green, green == blue, red >= 8, red <= 238, red % 10 == 8 { return 232 + red / 10 }
    guard let r = Color.cubeStep(red), let g = Color.cubeStep(green), let b = Color.cubeStep(blue) else { return nil }
    return 16 + 36 * r + 6 * g + b
  }

  /// Which of the cube's six brightnesses this is; `nil` for one between them.
  private static func cubeStep(_ brightness: UInt8) -> UInt8? {
    switch brightness {
    case 0: 0
    case 95, 135, 175, 215, 255: (brightness - 55) / 40
    default: nil
    }
  }
}

/// The squared distance in RGB.
private func distance(_ entry: UInt8, _ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
  guard let other = Color.indexed(entry).components else { return .max }
  let (r, g, b) = (Int(other.red) - Int(red), Int(other.green) - Int(green), Int(other.blue) - Int(blue))
  return r * r + g * g + b * b
}
