import Datasets
import Playground
import Screen

/// Data on a line: the network's answer as a curve over the input, with the samples on it.
struct CurveMap: Drawable {
  let picture: OutputPicture
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.frame.fill(rect, .surface)
    let plane = picture.plane(rect)
    let theme = scene.frame.theme
    var canvas = DotCanvas(rect.size)
    func height(_ value: Double) -> Double {
      (plane.x2.upperBound - value) / (plane.x2.upperBound - plane.x2.lowerBound) * Double(canvas.dotHeight) - 0.5
    }
    if plane.x2.contains(0) {
      canvas.stroke([DotPoint(0, height(0)), DotPoint(Double(canvas.dotWidth - 1), height(0))], theme.style(.rule))
    }
    let marks = picture.marks
    let areFew = marks.count < 40 || theme.glyphs != .full
    if !areFew {
      for mark in marks {
        guard let dot = plane.dot(x1: mark.x1, x2: mark.x2) else { continue }
        canvas.dot(at: dot, theme.style(mark.isTest ? .dim : .strong))
      }
    }
    if let map = curve, map.size.width > 1 {
      let points = (0..<map.size.width).map { column in
        DotPoint(
          (Double(column) + 0.5) / Double(map.size.width) * Double(canvas.dotWidth) - 0.5,
          height(picture.answer(map[column, 0])))
      }
      for stretch in points.split(whereSeparator: { !$0.y.isFinite }) {
        canvas.stroke(Array(stretch), theme.style(.accent), pen: areFew ? .medium : .thin, knockingOut: areFew)
      }
    }
    scene.frame.draw(canvas, x: rect.x, y: rect.y, overMap: true)
    guard areFew else { return }
    for mark in marks.reversed() {
      guard let cell = plane.cell(x1: mark.x1, x2: mark.x2) else { continue }
      let table = theme.glyphs.table
      scene.frame.mark(
        mark.isTest ? table.positiveTest : table.positiveSample, x: cell.x, y: cell.y, mark.isTest ? .dim : .strong)
    }
  }

  private var curve: FieldMap? {
    switch picture.answers {
    case .outputs(let maps): maps.first
    case .unit(let map): map
    case .none: nil
    }
  }
}
