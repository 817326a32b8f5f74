import Words

extension Frame {
  /// The frame as a picture in SVG, 10 × 20 units a cell: letters are text, all else is areas and lines.
  public var svg: String {
    let shapes = FrameShapes(self)
    let (width, height) = (size.width * Int(GlyphShape.width), size.height * Int(GlyphShape.height))
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" "
      + "font-family=\"monospace\" font-size=\"16\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
    for row in 0..<size.height {
      grounds(row, shapes, &out)
      var column = 0
      while column < size.width {
        let end = textEnd(row, from: column)
        if end > column {
          write(row, column..<end, shapes, &out)
          column = end
        } else {
          draw(self[column, row], x: column, y: row, shapes, &out)
          column += 1
        }
      }
    }
    return out + "</svg>\n"
  }

  /// Rectangles for runs of one ground.
  private func grounds(_ row: Int, _ shapes: FrameShapes, _ out: inout String) {
    var start = 0
    while start < size.width {
      let ground = shapes.colors(of: self[start, row]).ground
      let end = (start..<size.width).first { shapes.colors(of: self[$0, row]).ground != ground } ?? size.width
      out +=
        "<rect x=\"\(start * 10)\" y=\"\(row * 20)\" width=\"\((end - start) * 10)\" height=\"20\" fill=\"\(hex(ground))\" "
        + "shape-rendering=\"crispEdges\"/>\n"
      start = end
    }
  }

  /// Where a run of letters in one look ends; its start where there is none.
  private func textEnd(_ row: Int, from start: Int) -> Int {
    let first = self[start, row]
    guard first.isText else { return start }
    return (start..<size.width).first { column in
      let cell = self[column, row]
      return !cell.isText || cell.foreground != first.foreground || cell.background != first.background
        || cell.attributes != first.attributes
    } ?? size.width
  }

  private func write(_ row: Int, _ columns: Range<Int>, _ shapes: FrameShapes, _ out: inout String) {
    let cells = columns.map { self[$0, row] }
    guard cells.contains(where: { $0.glyph != " " && !$0.isCovered }) else { return }
    let text = cells.filter { !$0.isCovered }.map(\.escaped).joined()
    let (glyph, _) = shapes.colors(of: cells[0])
    let attributes = cells[0].attributes
    out +=
      "<text x=\"\(columns.lowerBound * 10)\" y=\"\(row * 20 + 15)\" textLength=\"\(columns.count * 10)\" "
      + "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"\(hex(glyph))\""
      + (attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
      + (attributes.contains(.underline) ? " text-decoration=\"underline\"" : "") + ">\(text)</text>\n"
  }

  private func draw(_ cell: Cell, x: Int, y: Int, _ shapes: FrameShapes, _ out: inout String) {
    let color = hex(shapes.colors(of: cell).glyph)
    let shape = shapes.shape(of: cell)
    let (left, top) = (Double(x) * GlyphShape.width, Double(y) * GlyphShape.height)
    for area in shape.areas {
      let density = area.density < 1 ? " fill-opacity=\"\(area.density)\"" : ""
      out +=
        "<rect x=\"\(plain(left + area.x))\" y=\"\(plain(top + area.y))\" width=\"\(plain(area.width))\" "
        + "height=\"\(plain(area.height))\" fill=\"\(color)\"\(density) shape-rendering=\"crispEdges\"/>\n"
    }
    for line in shape.lines {
      guard let first = line.points.first else { continue }
      let points = line.points.count == 1 ? [first, first] : line.points
      let path = points.map { "\(plain(left + $0.x)),\(plain(top + $0.y))" }.joined(separator: " ")
      out += "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"\(plain(line.width))\"/>\n"
    }
  }

  private func hex(_ color: FrameShapes.RGB) -> String {
    "#" + [color.red, color.green, color.blue].map { hexadecimal($0) }.joined()
  }

  private func plain(_ number: Double) -> String { shortest((number * 100).rounded() / 100) }
}

extension Cell {
  /// Whether a font draws it: not what is made of areas, rules and dots, whose edges have to meet.
  fileprivate var isText: Bool { isCovered || !(0x2500...0x28ff).contains(glyph.value) }

  /// The character as XML has it.
  fileprivate var escaped: String {
    switch glyph {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case _: String(Character(glyph)) + (accent.map { String(Character($0)) } ?? "")
    }
  }
}
