extension Frame {
  /// Paints a picture with its upper left pixel in column `x` of half row `halfRow`.
  ///
  /// With ramps, two pixels share a cell (without half blocks one, their mean, as a coloured space). In sixteen colours the value
  /// is told by a ground or a shade of two colours, without colours by the density of a glyph; both are cell by cell,
  /// so there it is better to stand at whole rows.
  public mutating func paint(_ picture: Picture, x: Int, halfRow: Int, _ tone: Tone = .signed) {
    let area = Rect(x: x, y: halfRow >> 1, width: picture.width, height: (picture.height + (halfRow & 1) + 1) / 2)
      .intersection(clip)
    guard !area.isEmpty else { return }
    let shades = theme.shades(tone)
    let hasPixels = theme.glyphs.hasHalfBlocks && (theme.depth.hasRamps || (theme.depth == .sixteen && !tone.isSigned))
    for y in area.rows {
      let row = 2 * y - halfRow
      for column in area.columns {
        let upper = row >= 0 ? picture[column - x, row] : .nan
        let lower = row + 1 < picture.height ? picture[column - x, row + 1] : .nan
        if upper.isNaN, lower.isNaN { continue }
        if hasPixels {
          paint(upper, lower, x: column, y: y, shades)
        } else {
          let value = upper.isNaN ? lower : lower.isNaN ? upper : (upper + lower) / 2
          place(wholeCell(value, tone, shades), x: column, y: y)
        }
      }
    }
  }

  /// Two pixels of a cell, of which one may be missing.
  private mutating func paint(_ upper: Float, _ lower: Float, x: Int, y: Int, _ shades: Shades) {
    if upper.isNaN {
      setPixel(x: x, halfRow: 2 * y + 1, shades.color(lower))
    } else if lower.isNaN {
      setPixel(x: x, halfRow: 2 * y, shades.color(upper))
    } else {
      place(Cell(upper: shades.color(upper), lower: shades.color(lower)), x: x, y: y)
    }
  }

  /// A value as one cell, for terminals that cannot show two pixels in it.
  private func wholeCell(_ value: Float, _ tone: Tone, _ shades: Shades) -> Cell {
    switch theme.depth {
    case .palette, .full:
      return .blank(shades.color(value))
    case .eight, .sixteen:
      if tone == .signed { return fewColors(value) }
      if theme.depth == .sixteen { return .blank(shades.color(value)) }
      return dense(value, tone)
    case .none:
      return dense(value, tone)
    }
  }

  /// Ground for a strong value, a shade for a weak one, nothing in the middle; cut at ±0.2 and ±0.6.
  private func fewColors(_ value: Float) -> Cell {
    let weak = theme.glyphs.table.weakShade
    switch value {
    case ..<(-0.6): return .blank(theme.color(.negativeResting))
    case ..<(-0.2): return Cell(weak, foreground: theme.color(.negative), attributes: theme.style(.negative).attributes)
    case ..<0.2: return .blank(theme.ground)
    case ..<0.6: return Cell(weak, foreground: theme.color(.positive), attributes: theme.style(.positive).attributes)
    default: return .blank(theme.color(.positiveResting))
    }
  }

  /// One of five densities, low to high, in equal fifths.
  private func dense(_ value: Float, _ tone: Tone) -> Cell {
    let density = theme.glyphs.table.density
    let share = tone.isSigned ? (value + 1) / 2 : value
    let place = share > 0 ? Int(min(share * Float(density.count), Float(density.count - 1))) : 0
    let glyph = density[place]
    let isFaint = tone == .unused || tone == .stale
    return Cell(glyph, attributes: isFaint && glyph != " " ? .dim : [])
  }
}
