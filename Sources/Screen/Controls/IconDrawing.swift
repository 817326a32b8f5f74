extension Frame {
  /// Draws the icon of a data set, bright if it is the chosen one.
  public mutating func icon(_ icon: DatasetIcon, in rect: Rect, isChosen: Bool) {
    if theme.glyphs == .ascii { return asciiIcon(icon, in: rect, isChosen: isChosen) }
    var canvas = DotCanvas(rect.size)
    for cellY in 0..<rect.height {
      for cellX in 0..<rect.width { iconCell(icon, Point(cellX, cellY), on: &canvas, isChosen: isChosen) }
    }
    draw(canvas, x: rect.x, y: rect.y)
  }

  /// The eight dots of a cell, in the colour of the class that has most of them.
  private func iconCell(_ icon: DatasetIcon, _ cell: Point, on canvas: inout DotCanvas, isChosen: Bool) {
    var counts: [DatasetIcon.Ink: Int] = [:]
    var dots: [Point] = []
    for y in 4 * cell.y..<4 * cell.y + 4 {
      for x in 2 * cell.x..<2 * cell.x + 2 {
        let u = (Double(x) + 0.5) / Double(canvas.size.width) - 1
        let v = 1 - (Double(y) + 0.5) / Double(canvas.size.height * 2)
        guard let ink = icon.ink(u: u, v: v), icon.isLine || isOnLattice(x, y, ink) else { continue }
        counts[ink, default: 0] += 1
        dots.append(Point(x, y))
      }
    }
    let positives = counts[.positive, default: 0]
    let negatives = counts[.negative, default: 0]
    let thirds = counts[.third, default: 0]
    let ink: DatasetIcon.Ink = thirds > max(positives, negatives) ? .third : positives >= negatives ? .positive : .negative
    let style = iconStyle(ink, isChosen: isChosen)
    for dot in dots { canvas.dot(at: dot, style) }
  }

  /// Every second dot; without colours the negative class has every fourth, so that the two can be told apart.
  private func isOnLattice(_ x: Int, _ y: Int, _ ink: DatasetIcon.Ink) -> Bool {
    if theme.depth == .none, ink == .negative { return x % 2 == 0 && y % 2 == 0 }
    return (x + y) % 2 == 0
  }

  private func iconStyle(_ ink: DatasetIcon.Ink, isChosen: Bool) -> Style {
    if theme.depth == .none { return Style(.terminal, isChosen ? .bold : .dim) }
    return switch ink {
    case .positive: theme.style(isChosen ? .positive : .positiveResting)
    case .negative: theme.style(isChosen ? .negative : .negativeResting)
    case .third: isChosen ? Style(theme.classPoint(2)) : Style(theme.classArea(2, certainty: 1))
    }
  }

  /// A letter a cell: `o` and `x` as on the map.
  private mutating func asciiIcon(_ icon: DatasetIcon, in rect: Rect, isChosen: Bool) {
    let table = theme.glyphs.table
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        let u = (2 * Double(x) + 1) / Double(rect.width) - 1
        let v = 1 - (2 * Double(y) + 1) / Double(rect.height)
        guard let ink = icon.ink(u: u, v: v), icon.isLine || (x + y) % 2 == 0 else { continue }
        let glyph =
          switch ink {
          case .positive: table.positiveSample
          case .negative: table.negativeSample
          case .third: table.classSamples[2]
          }
        write(glyph, x: rect.x + x, y: rect.y + y, iconStyle(ink, isChosen: isChosen))
      }
    }
  }
}
