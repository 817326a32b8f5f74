extension Frame {
  /// Marks samples on a map: many as dots, two by four to the cell, few as glyphs.
  ///
  /// Dots tell the class by colour alone, so they need a ramp of colours and braille; without, as with fewer than 40
  /// samples or where `asGlyphs` says so, each cell shows one sample as a glyph. Test samples are glyphs of a shape of
  /// their own in cells that no training sample has.
  ///
  /// - Parameter current: the cell that is pointed at, whose sample is shown as a glyph.
  public mutating func samples(
    _ samples: [SampleMark], on map: PlaneMap, asGlyphs: Bool = false, current: Point? = nil
  ) {
    let areFew = samples.count { !$0.isTest } < Frame.fewSamples
    guard !asGlyphs, !areFew, theme.depth.hasRamps, theme.glyphs == .full else {
      return glyphs(samples, on: map)
    }
    var cells: [Point: DottedCell] = [:]
    for sample in samples where !sample.isTest {
      guard let dot = map.dot(x1: sample.x1, x2: sample.x2) else { continue }
      let cell = Point(map.area.x + dot.x >> 1, map.area.y + dot.y >> 2)
      cells[cell, default: DottedCell()].add(sample.kind, bit: 2 * (dot.y & 3) + (dot.x & 1))
    }
    for (cell, dotted) in cells where cell != current {
      guard let (kind, dots) = dotted.shown else { continue }
      mark(
        DotCanvas.brailleTable[Int(dots)], x: cell.x, y: cell.y, style: Style(theme.point(kind)),
        on: Pixel(under: dots))
    }
    let rest = samples.filter { sample in
      guard let cell = map.cell(x1: sample.x1, x2: sample.x2) else { return false }
      return cell == current || sample.isTest && cells[cell] == nil
    }
    glyphs(rest, on: map)
  }

  /// Fewer samples than this are glyphs, so that colour is not alone in telling them apart.
  static let fewSamples = 40

  /// One sample a cell: of several, the first.
  private mutating func glyphs(_ samples: [SampleMark], on map: PlaneMap) {
    var taken: Set<Point> = []
    for sample in samples {
      guard let cell = map.cell(x1: sample.x1, x2: sample.x2), let dot = map.dot(x1: sample.x1, x2: sample.x2),
        taken.insert(cell).inserted
      else { continue }
      self.sample(sample.kind, isTest: sample.isTest, x: cell.x, y: cell.y, on: dot.y & 3 < 2 ? .upper : .lower)
    }
  }

  /// Marks one sample. Its class is told by its glyph and its colour; those of the test set have a shape of their own.
  public mutating func sample(
    _ kind: SampleMark.Kind, isTest: Bool = false, x: Int, y: Int, on pixel: Pixel = .both
  ) {
    let table = theme.glyphs.table
    let color = theme.point(kind)
    let isPlain = !theme.depth.hasRamps
    switch kind {
    case .positive, .value(0...):
      mark(
        isTest ? table.positiveTest : table.positiveSample, x: x, y: y, style: Style(color, isPlain ? .bold : []),
        on: pixel)
    case .negative:
      mark(
        isTest ? table.negativeTest : table.negativeSample, x: x, y: y, style: Style(color, isTest ? [] : .bold),
        on: pixel)
    case .value:
      // A number's sign is told by its colour, and by the glyph where there is none.
      let glyph = isPlain ? (table.negativeTest, table.negativeSample) : (table.positiveTest, table.positiveSample)
      mark(isTest ? glyph.0 : glyph.1, x: x, y: y, style: Style(color, isPlain ? .bold : []), on: pixel)
    case .member(let number):
      let glyph = table.classSamples[abs(number) % table.classSamples.count]
      let isOwnShape = isTest && theme.depth != .none
      mark(isOwnShape ? table.memberTest : glyph, x: x, y: y, style: Style(color, isTest ? [] : .bold), on: pixel)
    }
  }
}

/// The samples of one cell as dots.
private struct DottedCell {
  private var dots: [(kind: SampleMark.Kind, bit: Int)] = []

  mutating func add(_ kind: SampleMark.Kind, bit: Int) { dots.append((kind, bit)) }

  /// The cell has one colour: that of the class with most samples, whose dots alone are shown; of numbers, their mean.
  var shown: (kind: SampleMark.Kind, dots: UInt8)? {
    guard let first = dots.first else { return nil }
    var kind = first.kind
    var shown = dots
    if case .value = first.kind {
      let values: [Float] = dots.compactMap { if case .value(let value) = $0.kind { value } else { nil } }
      kind = .value(values.reduce(0, +) / Float(values.count))
    } else {
      func count(_ kind: SampleMark.Kind) -> Int { dots.count { $0.kind == kind } }
      for other in dots where count(other.kind) > count(kind) { kind = other.kind }
      shown = dots.filter { $0.kind == kind }
    }
    return (kind, shown.reduce(0) { $0 | 1 << UInt8($1.bit) })
  }
}

extension Frame.Pixel {
  /// The half of a cell in which most of its dots lie.
  init(under dots: UInt8) {
    let (upper, lower) = ((dots & 0x0F).nonzeroBitCount, (dots >> 4).nonzeroBitCount)
    self = upper == lower ? .both : upper > lower ? .upper : .lower
  }
}

extension Theme {
  /// The colour of a sample on a map.
  func point(_ kind: SampleMark.Kind) -> Color {
    switch kind {
    case .positive: color(.positivePoint)
    case .negative: color(.negativePoint)
    case .member(let number): classPoint(number)
    case .value(let value): valuePoint(value)
    }
  }

  /// The colour of a number to be predicted: that of a line of such a weight, which stands out on the map's own shade.
  private func valuePoint(_ value: Float) -> Color {
    guard depth.hasRamps else { return color(value < 0 ? .negativePoint : .positivePoint) }
    return abs(value) < 0.1 ? color(.dim) : lineColor(weight: Double(value) * LineLook.scale(crowded: false))
  }
}
