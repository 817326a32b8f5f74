extension Theme {
  /// The colour in which the samples and the name of a class stand, where there are three or more.
  public func classPoint(_ number: Int) -> Color {
    classPoints.isEmpty ? .terminal : classPoints[abs(number) % classPoints.count]
  }

  /// The colour of a class on a map, `certainty` 0 … 1.
  func classArea(_ number: Int, certainty: Float) -> Color {
    guard !classShades.isEmpty else { return .terminal }
    let shades = classShades[abs(number) % classShades.count]
    let certainty = certainty > 0 ? min(1, certainty) : 0
    return shades[Int(certainty * Float(shades.count - 1) + 0.5)]
  }
}

extension Frame {
  /// Paints what a network with three outputs or more says: the likeliest class in its colour, paler where unsure.
  ///
  /// - Parameter probabilities: one picture a class, all of one size.
  ///
  /// Certainty is the likeliest's lead over the second, or everywhere the same where the answers are `discrete`. Without
  /// colours each class has a density of its own.
  public mutating func paintClasses(_ probabilities: [Picture], x: Int, halfRow: Int, discrete: Bool = false) {
    guard let first = probabilities.first else { return }
    let area = Rect(x: x, y: halfRow >> 1, width: first.width, height: (first.height + (halfRow & 1) + 1) / 2)
      .intersection(clip)
    let hasPixels = theme.depth.hasRamps && theme.glyphs.hasHalfBlocks
    for y in area.rows {
      for column in area.columns {
        let upper = Frame.winner(probabilities, x: column - x, y: 2 * y - halfRow, discrete)
        let lower = Frame.winner(probabilities, x: column - x, y: 2 * y + 1 - halfRow, discrete)
        if hasPixels {
          if let upper { setPixel(x: column, halfRow: 2 * y, theme.classArea(upper.number, certainty: upper.lead)) }
          if let lower { setPixel(x: column, halfRow: 2 * y + 1, theme.classArea(lower.number, certainty: lower.lead)) }
        } else if let only = upper ?? lower {
          place(wholeCell(only.number, lead: only.lead), x: column, y: y)
        }
      }
    }
  }

  private static func winner(
    _ probabilities: [Picture], x: Int, y: Int, _ isDiscrete: Bool
  ) -> (number: Int, lead: Float)? {
    guard let first = probabilities.first, y >= 0, y < first.height else { return nil }
    var best = (number: 0, value: -Float.infinity)
    var second = -Float.infinity
    for (number, picture) in probabilities.enumerated() {
      let value = picture[x, y]
      if value > best.value {
        second = best.value
        best = (number, value)
      } else if value > second {
        second = value
      }
    }
    guard best.value.isFinite else { return nil }
    return (best.number, isDiscrete ? 1 : best.value - max(0, second))
  }

  private func wholeCell(_ number: Int, lead: Float) -> Cell {
    let isSure = lead >= 0.2
    if theme.depth == .none {
      let density = theme.glyphs.table.density
      return Cell(isSure ? density[number % density.count] : " ")
    }
    return .blank(isSure || theme.depth.hasRamps ? theme.classArea(number, certainty: lead) : theme.ground)
  }
}
