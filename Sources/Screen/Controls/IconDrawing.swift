extension Frame {
  /// Draws an icon, bright if it is the chosen one: in dots, or where there are none a letter a cell.
  public mutating func icon(_ icon: Icon, in rect: Rect, isChosen: Bool) {
    var canvas = DotCanvas(rect.size)
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        let (dots, ink) = iconDots(icon, in: Point(x, y), of: rect.size)
        if dots == 0 { continue }
        let style = iconStyle(ink, isChosen: isChosen)
        if theme.glyphs.hasHalfBlocks {
          canvas.set(dots, x: x, y: y, style)
        } else if dots.nonzeroBitCount >= 2 {
          write(iconLetter(ink), x: rect.x + x, y: rect.y + y, style)
        }
      }
    }
    if theme.glyphs.hasHalfBlocks { draw(canvas, x: rect.x, y: rect.y) }
  }

  /// Those of a cell's eight dots that are set, and the class that has most of them. A cell has one colour, so the dots
  /// of other classes are left out of an area; a line keeps them, to stay whole.
  private func iconDots(_ icon: Icon, in cell: Point, of size: Size) -> (dots: UInt8, ink: Icon.Ink) {
    var (negative, positive, third): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for row in 0..<4 {
      for column in 0..<2 {
        let (x, y) = (2 * cell.x + column, 4 * cell.y + row)
        let u = (Double(x) + 0.5) / Double(size.width) - 1
        let v = 1 - (Double(y) + 0.5) / Double(size.height * 2)
        guard let ink = icon.ink(u, v), icon.isLine || isOnLattice(x, y, ink) else { continue }
        let bit: UInt8 = 1 << UInt8(2 * row + column)
        switch ink {
        case .negative: negative |= bit
        case .positive: positive |= bit
        case .third: third |= bit
        }
      }
    }
    let isPositive = positive.nonzeroBitCount >= negative.nonzeroBitCount
    let larger = isPositive ? positive : negative
    let isThird = third.nonzeroBitCount > larger.nonzeroBitCount
    let dots = icon.isLine ? negative | positive | third : isThird ? third : larger
    return (dots, isThird ? .third : isPositive ? .positive : .negative)
  }

  /// Every second dot; without colours the negative class has every fourth, so that the two can be told apart.
  private func isOnLattice(_ x: Int, _ y: Int, _ ink: Icon.Ink) -> Bool {
    if theme.depth == .none, ink == .negative { return x % 2 == 0 && y % 2 == 0 }
    return (x + y) % 2 == 0
  }

  private func iconStyle(_ ink: Icon.Ink, isChosen: Bool) -> Style {
    if theme.depth == .none { return Style(.terminal, isChosen ? .bold : .dim) }
    return switch ink {
    case .positive: theme.style(isChosen ? .positive : .positiveResting)
    case .negative: theme.style(isChosen ? .negative : .negativeResting)
    case .third: isChosen ? Style(theme.classPoint(2)) : Style(theme.classArea(2, certainty: 1))
    }
  }

  /// The letter of a class, as its samples have it on the map.
  private func iconLetter(_ ink: Icon.Ink) -> Unicode.Scalar {
    let table = theme.glyphs.table
    return switch ink {
    case .positive: table.positiveSample
    case .negative: table.negativeSample
    case .third: table.classSamples[2]
    }
  }
}
