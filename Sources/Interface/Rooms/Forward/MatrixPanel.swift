import Screen

/// Numbers in rows and columns, some of them lit.
struct MatrixPanel: Drawable {
  /// A row of numbers for each row of the rectangle.
  let rows: [[Double]]
  /// What stands over each column; empty for nothing.
  var columnNames: [String] = []
  /// What stands left of each row; empty for nothing.
  var rowNames: [String] = []
  /// The row and the column that are lit; nil for none.
  var lit: (row: Int?, column: Int?) = (nil, nil)
  let rect: Rect
  let part: Target

  func draw(in scene: inout Scene) {
    let width = ForwardLayout.numberColumns
    for (column, name) in columnNames.enumerated() {
      let isLit = lit.column == column
      scene.frame.put(
        scene.frame.shortened(name, to: width - 1), endingAt: rect.x + (column + 1) * width, y: rect.y - 1,
        isLit ? .accent : .dim, isLit ? .bold : [])
    }
    for (row, name) in rowNames.enumerated() {
      let isLit = lit.row == row
      scene.frame.put(
        scene.frame.shortened(name, to: ForwardLayout.nameColumns - 1), endingAt: rect.x, y: rect.y + row,
        isLit ? .accent : .dim, isLit ? .bold : [])
    }
    for (row, numbers) in rows.enumerated() where row < rect.height {
      for (column, number) in numbers.enumerated() { draw(number, row: row, column: column, in: &scene) }
    }
    scene.mark(rect, as: part)
  }

  /// A number; on the lit row or column its ground is lifted, and where both meet it is the accent's.
  private func draw(_ number: Double, row: Int, column: Int, in scene: inout Scene) {
    let width = ForwardLayout.numberColumns
    let place = Rect(x: rect.x + column * width, y: rect.y + row, width: width, height: 1)
    let text = Number.signed(number)
    let (isRow, isColumn) = (lit.row == row, lit.column == column)
    // One row or one column alone is lit as a whole; of a matrix that has both, the number where they meet.
    if lit.row != nil, lit.column != nil ? isRow && isColumn : isRow {
      light(place, text, number, isMeeting: lit.column != nil, in: &scene)
    } else if lit.row == nil, isColumn {
      light(place, text, number, isMeeting: false, in: &scene)
    } else {
      scene.frame.put(text, endingAt: place.maxX, y: place.y, number == 0 ? .dim : Number.role(number))
    }
  }

  private func light(_ place: Rect, _ text: String, _ number: Double, isMeeting: Bool, in scene: inout Scene) {
    scene.frame.fill(Rect(x: place.x + 1, y: place.y, width: place.width - 1, height: 1), .lift)
    scene.frame.put(text, endingAt: place.maxX, y: place.y, isMeeting ? .accent : .strong, .bold)
  }
}
