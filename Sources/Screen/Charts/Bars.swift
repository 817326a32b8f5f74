extension Frame {
  /// A bar of `width` cells, of which `share` (0 … 1) is full, in eighths of a cell.
  public mutating func bar(_ share: Double, x: Int, y: Int, width: Int, _ role: Role = .positive) {
    guard width > 0 else { return }
    let table = theme.glyphs.table
    let eighths = Int((min(1, max(0, share.isNaN ? 0 : share)) * Double(width * 8)).rounded())
    let part = eighths % 8
    // Without part glyphs half a cell counts as a whole one.
    let full = eighths / 8 + (table.barParts.isEmpty && part > 3 ? 1 : 0)
    for column in 0..<width {
      if column < full {
        write(table.barFull, x: x + column, y: y, theme.style(role))
      } else if column == full, part > 0, !table.barParts.isEmpty {
        write(table.barParts[part - 1], x: x + column, y: y, theme.style(role))
      } else {
        write(table.barRest, x: x + column, y: y, theme.style(.rule))
      }
    }
  }

  /// One dash for each step of `count`: those done in the accent, those to come at rest.
  public mutating func progress(_ done: Int, of count: Int, x: Int, y: Int, width: Int) {
    guard count > 0 else { return }
    let dash = theme.glyphs.table.progress
    for step in 0..<count {
      let start = step * (width + 1) / count
      let end = (step + 1) * (width + 1) / count - 1
      let style = theme.style(step < done ? .accent : .rule)
      for column in start..<max(start, end) { write(dash, x: x + column, y: y, style) }
    }
  }
}
