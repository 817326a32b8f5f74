extension Frame {
  /// The frame as text, a string a row, without spaces at the end.
  public var lines: [String] {
    (0..<size.height).map { row in
      var scalars = String.UnicodeScalarView()
      for cell in cells[row * size.width..<(row + 1) * size.width] where !cell.isCovered {
        scalars.append(cell.glyph)
        if let accent = cell.accent { scalars.append(accent) }
      }
      while scalars.last == " " { scalars.removeLast() }
      return String(scalars)
    }
  }

  /// The frame as text, for files and READMEs.
  public var text: String { lines.map { $0 + "\n" }.joined() }
}
