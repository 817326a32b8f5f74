/// Shades of one class on a map of three classes and more: from "nobody knows" to "certainly this one".
enum ClassShades {
  static let count = 7

  /// Steps from the neutral to the colour of a class, in what the terminal can show.
  static func steps(from neutral: Color, to color: Color, depth: ColorDepth) -> [Color] {
    guard depth.hasRamps, let start = OKLab(neutral), let end = OKLab(color) else {
      return Array(repeating: color, count: count)
    }
    return (0..<count).map { step in
      let share = Double(step) / Double(count - 1)
      let wanted = start.mixed(with: end, lightness: share, chroma: share)
      return depth == .full ? wanted.color : nearestEntry(wanted)
    }
  }

  /// The entry of the cube and the greys that looks most like a colour.
  static func nearestEntry(_ wanted: OKLab) -> Color {
    let distances = palette.map { wanted.squaredDistance(to: $0) }
    let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    return .indexed(UInt8(16 + nearest))
  }

  /// The 240 entries of the palette that no user changes.
  private static let palette: [OKLab] = (16...255).compactMap { OKLab(Color.indexed(UInt8($0))) }
}
