import Playground
import Screen

/// The large map: what the network answers over the plane, with the samples on it; or what one held unit answers.
struct OutputPanel: Drawable {
  let picture: OutputPicture
  let rect: Rect
  let headings: Int
  /// Where the axes and the legend stand, if they have room.
  var axes: MapAxes?

  func draw(in scene: inout Scene) {
    drawHeading(in: &scene)
    scene.mark(rect, as: .output)
    switch picture.kind {
    case .curve1D?: CurveMap(picture: picture, rect: rect).draw(in: &scene)
    case .points2D?: drawMap(in: &scene)
    case .table?: drawSamples(in: &scene)
    case .images?, nil: break
    }
    if picture.kind != .table { axes?.draw(picture, beside: rect, in: &scene) }
    if picture.isCurrent { scene.frame.corners(of: rect) }
  }

  private func drawHeading(in scene: inout Scene) {
    let end = scene.frame.heading(picture.heading, x: rect.x, y: headings, isCurrent: picture.isHeadingCurrent)
    guard let note = picture.note else { return }
    let shown = rect.width >= 36 ? note : note.replacing("test ", with: "")
    if end + 2 + shown.count <= rect.maxX { scene.frame.put(shown, endingAt: rect.maxX, y: headings, .dim) }
  }

  private func drawMap(in scene: inout Scene) {
    drawAnswers(in: &scene)
    if let epoch = picture.staleEpoch { return drawStaleness(since: epoch, in: &scene) }
    scene.frame.samples(
      picture.marks, on: picture.plane(rect), asGlyphs: picture.showsGlyphs, current: picture.pointed)
    if let probed = picture.crossCell(picture.probed, rect) { scene.frame.mark("+", x: probed.x, y: probed.y, .accent) }
    guard let cross = picture.crossCell(rect) else { return }
    if let glyph = picture.cursor {
      scene.frame.cursor(glyph, x: cross.x, y: cross.y)
    } else {
      scene.frame.mark("+", x: cross.x, y: cross.y, .accent)
    }
  }

  /// What the network answers, in the colours of the ramp or of the classes.
  private func drawAnswers(in scene: inout Scene) {
    switch picture.answers {
    case .unit(let map): scene.frame.paint(pixels(map), x: rect.x, halfRow: rect.y * 2)
    case .outputs(let maps) where maps.count > 1:
      scene.frame.paintClasses(maps.map(pixels), x: rect.x, halfRow: rect.y * 2, discrete: picture.isDiscrete)
    case .outputs(let maps):
      for map in maps {
        let shown = picture.startsAtZero ? pixels(map).spreadFromZeroToOne() : pixels(map).divided(by: picture.reach)
        scene.frame.paint(
          picture.isDiscrete ? shown.discretized() : shown, x: rect.x, halfRow: rect.y * 2,
          picture.staleEpoch == nil ? .signed : .stale)
      }
    case .none: break
    }
  }

  private func pixels(_ map: FieldMap) -> Picture {
    Picture(width: map.size.width, height: map.size.height, values: map.values)
      .resampled(width: rect.width, height: rect.height * 2)
  }

  /// Over the last sane picture: that it is no longer true.
  private func drawStaleness(since epoch: Int, in scene: inout Scene) {
    let middle = rect.y + rect.height / 2 - 1
    scene.frame.put(" no longer a number ", centeredIn: rect.columns, y: middle, .alarm, .bold, on: .ground)
    scene.frame.put(" this was epoch \(epoch) ", centeredIn: rect.columns, y: middle + 1, .dim, on: .ground)
  }

  /// Of more inputs than a plane has: the answers to the samples, and below what they are.
  private func drawSamples(in scene: inout Scene) {
    drawAnswers(in: &scene)
    if let epoch = picture.staleEpoch { return drawStaleness(since: epoch, in: &scene) }
    guard let row = axes?.row else { return }
    let caption = picture.classNames.isEmpty ? "samples, smallest at the top" : "samples, class by class"
    scene.frame.put(scene.frame.shortened(caption, to: rect.width), x: rect.x, y: row, .dim)
    if let legendRow = axes?.legendRow {
      MapLegend(picture, scene.frame.theme).draw(
        in: Rect(x: rect.x, y: legendRow, width: rect.width, height: 1), &scene)
    }
  }
}

extension Picture {
  /// An answer between 0 and 1 brought to −1 … +1, so that its colours mean the same as a tanh's.
  fileprivate func spreadFromZeroToOne() -> Picture {
    Picture(width: width, height: height, values: values.map { 2 * $0 - 1 })
  }

  /// Answers in units of the one that has the full colour.
  fileprivate func divided(by reach: Double) -> Picture {
    reach == 1 ? self : Picture(width: width, height: height, values: values.map { $0 / Float(reach) })
  }
}
