extension Frame {
  /// Writes text from column `x` on and returns the column after it; what does not fit is clipped.
  ///
  /// The ground stays as it is unless `ground` names another.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, _ role: Role = .text, _ attributes: Attributes = [], on ground: Role? = nil
  ) -> Int {
    put(text, x: x, y: y, style: theme.style(role).adding(attributes), on: ground.map { theme.color($0) })
  }

  /// Writes text in a style of its own, such as the colour of a class.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, style: Style, on ground: Color? = nil) -> Int {
    var column = x
    for scalar in theme.glyphs.spelled(text).unicodeScalars {
      let columns = scalar.columns
      if columns == 0 {
        // A joiner or a direction mark would only confuse the terminal; an accent belongs to the glyph before.
        if scalar.properties.generalCategory == .nonspacingMark, column > x { accent(scalar, x: column - 1, y: y) }
        continue
      }
      if let ground {
        for covered in column..<column + columns { place(.blank(ground), x: covered, y: y) }
      }
      if columns == 2 {
        putWide(scalar, x: column, y: y, style)
      } else {
        write(scalar, x: column, y: y, style)
      }
      column += columns
    }
    return column
  }

  /// A wide character takes two cells; one that the clip would cut in half is left out.
  private mutating func putWide(_ glyph: Unicode.Scalar, x: Int, y: Int, _ style: Style) {
    guard clip.contains(Point(x, y)), clip.contains(Point(x + 1, y)) else {
      write(" ", x: x, y: y, style)
      write(" ", x: x + 1, y: y, style)
      return
    }
    write(glyph, x: x, y: y, style)
    write(Cell.covered, x: x + 1, y: y, style)
  }

  /// Writes spans one after the other and returns the column after the last.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, on ground: Role? = nil) -> Int {
    spans.reduce(x) { put($1.text, x: $0, y: y, $1.role, $1.attributes, on: ground) }
  }

  /// Writes text so that it ends just before column `end`, and returns the column it starts in.
  @discardableResult
  public mutating func put(
    _ text: String, endingAt end: Int, y: Int, _ role: Role = .text, _ attributes: Attributes = [],
    on ground: Role? = nil
  ) -> Int {
    let start = end - theme.glyphs.width(text)
    put(text, x: start, y: y, role, attributes, on: ground)
    return start
  }

  /// Writes spans so that they end just before column `end`, and returns the column they start in.
  @discardableResult
  public mutating func put(_ spans: [Span], endingAt end: Int, y: Int, on ground: Role? = nil) -> Int {
    let start = end - theme.glyphs.width(spans)
    put(spans, x: start, y: y, on: ground)
    return start
  }

  /// Writes text in the middle of some columns and returns the column it starts in.
  @discardableResult
  public mutating func put(
    _ text: String, centeredIn columns: Range<Int>, y: Int, _ role: Role = .text, _ attributes: Attributes = [],
    on ground: Role? = nil
  ) -> Int {
    let start = columns.lowerBound + Frame.floorHalf(columns.count - theme.glyphs.width(text))
    put(text, x: start, y: y, role, attributes, on: ground)
    return start
  }

  /// Half of a number, rounded down below zero too, so that text wider than its room stands out evenly.
  private static func floorHalf(_ value: Int) -> Int { value >> 1 }

  /// Spans cut to `width` columns after a whole word, with an ellipsis where something is missing.
  public func shortenedAtWord(_ spans: [Span], to width: Int) -> [Span] {
    guard theme.glyphs.width(spans) > width else { return spans }
    let mark = theme.glyphs == .ascii ? "..." : " …"
    let lines = Paragraph(spans: spans).lines(width: width - theme.glyphs.width(mark), glyphs: theme.glyphs)
    guard let first = lines.first else { return [] }
    return first + [Span(mark, .dim)]
  }

  /// The text cut to `width` columns, with an ellipsis in the last where something is missing.
  public func shortened(_ text: String, to width: Int) -> String {
    guard theme.glyphs.width(text) > width else { return text }
    let mark = theme.glyphs.contains("…") ? "…" : "~"
    var kept = String.UnicodeScalarView()
    var columns = 0
    for scalar in theme.glyphs.spelled(text).unicodeScalars {
      guard columns + scalar.columns <= width - 1 else { break }
      kept.append(scalar)
      columns += scalar.columns
    }
    return width > 0 ? String(kept) + mark : ""
  }
}
