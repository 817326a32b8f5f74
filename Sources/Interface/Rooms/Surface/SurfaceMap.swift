import Playground
import Screen

/// The loss as colours with contours, the path of descent on it, where training is, and the cross.
struct SurfaceMap: Drawable {
  let surface: LossSurface
  /// Where training is now.
  let now: SurfacePoint
  /// The pixel of the cross.
  let cross: Point?
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.mark(rect, as: .part(0))
    guard let scale = SurfaceScale(surface.losses) else { return }
    let side = surface.side
    let heights = Picture(width: side, height: side, values: surface.losses.map { Float(scale.height($0)) })
    scene.frame.paint(
      heights.resampled(width: rect.width, height: rect.height * 2), x: rect.x, halfRow: rect.y * 2, .lossSurface)
    if scene.frame.theme.depth.hasRamps {
      let contours = SurfaceContours(
        surface, scale, size: rect.size, style: scene.frame.theme.style(.contour))
      scene.frame.draw(contours.dots, x: rect.x, y: rect.y, overMap: true)
      for (place, text) in contours.labels {
        scene.frame.put(text, x: rect.x + place.x, y: rect.y + place.y, .contour)
      }
    }
    drawPath(in: &scene)
  }

  private func drawPath(in scene: inout Scene) {
    var canvas = DotCanvas(rect.size)
    let style = scene.frame.theme.style(.accent)
    for (index, stroke) in surface.path.enumerated() {
      let isLast = index == surface.path.count - 1
      let places = (isLast ? stroke + [now] : stroke).map { place in
        DotPoint(
          share(place.a, surface.across) * Double(canvas.dotWidth) - 0.5,
          (1 - share(place.b, surface.up)) * Double(canvas.dotHeight) - 0.5)
      }
      canvas.stroke(places, style, knockingOut: false)
    }
    scene.frame.draw(canvas, x: rect.x, y: rect.y, overMap: true)
    if let here = cell(now) { scene.frame.cursor(scene.frame.theme.glyphs.table.knob, x: here.x, y: here.y) }
    if let cross {
      let cell = Self.cell(ofPixel: cross, in: rect, side: surface.side)
      scene.frame.mark("+", x: cell.x, y: cell.y, .strong)
    }
  }

  private func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The cell of a place; nil beyond the edges.
  private func cell(_ place: SurfacePoint) -> Point? {
    let (x, y) = (share(place.a, surface.across), 1 - share(place.b, surface.up))
    guard (0..<1).contains(x), (0..<1).contains(y) else { return nil }
    return Point(rect.x + Int(x * Double(rect.width)), rect.y + Int(y * Double(rect.height)))
  }

  /// The cell in which the middle of a pixel lies.
  static func cell(ofPixel pixel: Point, in rect: Rect, side: Int) -> Point {
    Point(
      rect.x + (2 * pixel.x + 1) * rect.width / (2 * side), rect.y + (2 * pixel.y + 1) * rect.height / (2 * side))
  }

  /// The pixel in the middle of a cell.
  static func pixel(of cell: Point, in rect: Rect, side: Int) -> Point {
    Point(
      min(side - 1, max(0, (2 * (cell.x - rect.x) + 1) * side / (2 * max(1, rect.width)))),
      min(side - 1, max(0, (2 * (cell.y - rect.y) + 1) * side / (2 * max(1, rect.height)))))
  }
}
