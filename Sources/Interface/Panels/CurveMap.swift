import Datasets
import Playground
import Screen

/// Data on a line: the network's answer as a curve over x₁, with the samples on it.
struct CurveMap: Drawable {
  let picture: OutputPicture
  let rect: Rect
  /// Answers from −1.5 to +1.5 have room.
  private let limit = 1.5

  func draw(in scene: inout Scene) {
    scene.frame.fill(rect, .surface)
    var canvas = DotCanvas(rect.size)
    func dot(_ x: Double, _ y: Double) -> DotPoint {
      DotPoint(
        x * Double(canvas.dotWidth - 1), (1 - (y + limit) / (2 * limit)) * Double(canvas.dotHeight - 1))
    }
    let theme = scene.frame.theme
    canvas.stroke([dot(0, 0), dot(1, 0)], theme.style(.rule))
    if let map, map.size.width > 1 {
      let points = (0..<map.size.width).map { column in
        dot((Double(column) + 0.5) / Double(map.size.width), Double(map[column, 0]))
      }
      canvas.stroke(points.filter { $0.y.isFinite }, theme.style(.accent), pen: .medium)
    }
    scene.frame.draw(canvas, x: rect.x, y: rect.y, overMap: true)
    guard let points = picture.samples else { return }
    if picture.showsTestSamples { for point in points.test { mark(point, .dim, in: &scene) } }
    for point in points.train { mark(point, .strong, in: &scene) }
  }

  private var map: FieldMap? {
    switch picture.answers {
    case .outputs(let maps): maps.first
    case .unit(let map): map
    case .none: nil
    }
  }

  private func mark(_ point: LabelledPoint, _ role: Role, in scene: inout Scene) {
    let domain = picture.plane(rect).x1
    let x = (point.x1 - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * Double(rect.width)
    let y = (1 - (point.label + limit) / (2 * limit)) * Double(rect.height)
    guard x >= 0, y >= 0, Int(x) < rect.width, Int(y) < rect.height else { return }
    scene.frame.mark("·", x: rect.x + Int(x), y: rect.y + Int(y), role)
  }
}
