/// A row of colours and the values they stand for.
struct Shades: Sendable {
  let colors: [Color]
  private let lowest: Float
  private let scale: Float

  init(colors: [Color], over range: ClosedRange<Float>) {
    self.colors = colors
    lowest = range.lowerBound
    scale = Float(max(0, colors.count - 1)) / (range.upperBound - range.lowerBound)
  }

  /// The place of a value among the shades; values beyond the ends get the ends, what is no number the first.
  func index(_ value: Float) -> Int {
    let place = (value - lowest) * scale + 0.5
    return place >= 1 ? Int(min(place, Float(colors.count - 1))) : 0
  }

  /// The colour of a value.
  func color(_ value: Float) -> Color { colors.isEmpty ? .terminal : colors[index(value)] }

  /// The shade half-way between two of these; the first, if either is none of them or they lie on two sides of a border.
  func middle(_ first: Color, _ second: Color) -> Color {
    guard first != second, let one = center(first), let other = center(second) else { return first }
    guard abs(one - other) <= colors.count / 2 else { return first }
    return colors[(one + other) / 2]
  }

  /// Where a colour stands; the middle of its places, if it has several in a row.
  private func center(_ color: Color) -> Int? {
    guard let start = colors.firstIndex(of: color), let end = colors.lastIndex(of: color) else { return nil }
    let run = colors[start...].prefix { $0 == color }.count
    return start + run > end ? (start + end) / 2 : start + run / 2
  }
}
