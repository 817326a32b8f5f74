import Playground
import Screen

/// The axes of a large map and the legend of its colours: numbers and names below it and in the columns left of it.
struct MapAxes {
  /// The row under the map.
  let row: Int
  /// A row for the legend alone; nil puts it between the two numbers of the axis.
  var legendRow: Int?

  func draw(_ picture: OutputPicture, beside rect: Rect, in scene: inout Scene) {
    let plane = picture.plane(rect)
    let names = picture.axisNames
    let margin = PlaygroundLayout.axisColumns
    let left = scene.frame.put(Number.short(plane.x1.lowerBound), x: rect.x, y: row, .dim)
    let right = scene.frame.put(Number.short(plane.x1.upperBound), endingAt: rect.maxX, y: row, .dim)
    let beside = [
      (Number.short(plane.x2.upperBound), rect.y), (scene.frame.shortened(names.up, to: margin), rect.y + 1),
      (Number.short(plane.x2.lowerBound), rect.maxY - 1),
    ]
    for (text, y) in beside { scene.frame.put(" \(text) ", endingAt: rect.x, y: y, .dim, on: .ground) }
    if let legendRow {
      scene.frame.put(
        scene.frame.shortened(names.across, to: right - left - 2), centeredIn: rect.columns, y: row, .dim)
      MapLegend(picture, scene.frame.theme).draw(
        in: Rect(x: rect.x, y: legendRow, width: rect.width, height: 1), &scene)
    } else {
      scene.frame.put(scene.frame.shortened(names.across, to: margin), endingAt: rect.x - 1, y: row, .dim)
      let room = Rect(x: left + 1, y: row, width: right - left - 2, height: 1)
      MapLegend(picture, scene.frame.theme).draw(in: room, &scene)
    }
  }
}

/// What the colours of a map stand for, in one line: the ramp between the answers at its ends, or each class with its
/// glyph.
struct MapLegend {
  private typealias Piece = (text: String, style: Style)
  /// What stands left of the ramp and right of it; without a ramp the left pieces are all there is.
  private var left: [Piece] = []
  private var right: [Piece] = []
  private var hasRamp = false

  init(_ picture: OutputPicture, _ theme: Theme) {
    let table = theme.glyphs.table
    if case .outputs(let maps) = picture.answers, maps.count > 1 {
      for (index, name) in picture.classNames.enumerated() {
        let glyph = table.classSamples[index % table.classSamples.count]
        left.append((left.isEmpty ? "\(glyph) \(name)" : "  \(glyph) \(name)", Style(theme.classPoint(index), .bold)))
      }
      return
    }
    guard picture.kind == .points2D || picture.kind == .table else { return }
    hasRamp = true
    var ends = ("−1", "+1")
    var classes = picture.classNames
    if case .unit = picture.answers {
      classes = []
    } else if picture.startsAtZero {
      ends = ("0", "1")
    } else if picture.samples?.kind == .regression {
      let reach = Float(picture.reach)
      ends = (Number.short(picture.answer(-reach)), Number.short(picture.answer(reach)))
    }
    left = [(ends.0, theme.style(.dim))]
    right = [(ends.1, theme.style(.dim))]
    guard classes.count == 2 else { return }
    // Two classes that are called by their numbers need no name beside them.
    let names = classes.map { ["−1", "+1"].contains($0) ? "" : " " + $0 }
    left.insert(("\(table.negativeSample)\(names[0]) ", theme.style(.negative)), at: 0)
    right.append((" \(table.positiveSample)\(names[1])", theme.style(.positive)))
  }

  /// Draws the line into the middle of a row; in little room the classes are left out, and in less the line.
  func draw(in rect: Rect, _ scene: inout Scene) {
    var legend = self
    guard !legend.put(in: rect, &scene) else { return }
    if hasRamp {
      legend.left = [left[left.count - 1]]
      legend.right = [right[0]]
    } else {
      // Each class keeps its glyph and as much of its name as all have room for.
      let each = max(1, (rect.width + 1) / max(1, left.count) - 1)
      legend.left = left.enumerated().map { index, piece in
        let name = piece.text.drop { $0 == " " }.description
        return ((index == 0 ? "" : " ") + scene.frame.shortened(name, to: each), piece.style)
      }
    }
    _ = legend.put(in: rect, &scene)
  }

  private func put(in rect: Rect, _ scene: inout Scene) -> Bool {
    func width(_ pieces: [Piece]) -> Int {
      pieces.reduce(0) { $0 + scene.frame.theme.glyphs.width($1.text) }
    }
    let text = width(left) + width(right) + (hasRamp ? 2 : 0)
    // A third of the row at most, so that the legend is not read as part of the axis.
    let ramp = hasRamp ? min(20, max(4, rect.width / 3), rect.width - text) : 0
    guard hasRamp ? ramp >= 4 : text <= rect.width else { return false }
    var x = rect.x + (rect.width - text - ramp) / 2
    for piece in left { x = scene.frame.put(piece.text, x: x, y: rect.y, style: piece.style) }
    guard hasRamp else { return true }
    scene.frame.ramp(x: x + 1, y: rect.y, width: ramp)
    x += ramp + 2
    for piece in right { x = scene.frame.put(piece.text, x: x, y: rect.y, style: piece.style) }
    return true
  }
}
