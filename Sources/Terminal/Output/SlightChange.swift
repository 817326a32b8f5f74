import Screen

extension Cell {
  /// Whether both are pixels whose colours lie so near that a moving picture does not show the difference: about one step
  /// of a map's 65. It cannot add up, for what is compared is what the terminal shows.
  func differsSlightly(from other: Cell) -> Bool {
    guard let (upper, lower) = pixelColors, let (otherUpper, otherLower) = other.pixelColors else { return false }
    return upper.isNear(otherUpper) && lower.isNear(otherLower)
  }

  private var pixelColors: (upper: Color, lower: Color)? {
    guard attributes.isEmpty, accent == nil else { return nil }
    return switch glyph {
    case " ": (background, background)
    case "▀": (foreground, background)
    case "▄": (background, foreground)
    default: nil
    }
  }
}

extension Color {
  /// Of 255.
  private static let nearness = 8

  fileprivate func isNear(_ other: Color) -> Bool {
    if self == other { return true }
    guard case .rgb(let red, let green, let blue) = self, case .rgb(let r, let g, let b) = other else { return false }
    return abs(Int(red) - Int(r)) <= Self.nearness && abs(Int(green) - Int(g)) <= Self.nearness
      && abs(Int(blue) - Int(b)) <= Self.nearness
  }
}
