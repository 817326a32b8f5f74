import Datasets
import Playground
import Screen

/// The large map: what the network answers over the plane, with the samples on it; or what one held unit answers.
struct OutputPanel: Drawable {
  let shell: Shell
  let rect: Rect
  let headings: Int
  var axisRow: Int?
  /// The samples as they are being placed, while they are.
  var editor: PointEditor?

  func draw(in scene: inout Scene) {
    drawHeading(in: &scene)
    scene.mark(rect, as: .output)
    switch shell.snapshot?.material.kind {
    case .curve1D?: CurveMap(shell: shell, rect: rect).draw(in: &scene)
    case .points2D?: drawMap(in: &scene)
    case .table?: drawNoMap(in: &scene)
    case .images?, nil: break
    }
    drawAxis(in: &scene)
    if shell.attention.current == .output {
      scene.frame.frame(x: rect.x, halfRow: rect.y * 2, width: rect.width, height: rect.height * 2)
    }
  }

  private func drawHeading(in scene: inout Scene) {
    var end = rect.x
    if case .unit(let layer, let unit)? = shell.attention.held {
      end = scene.frame.heading(
        shell.unitName(layer: layer, unit: unit).uppercased(), x: rect.x, y: headings, isCurrent: true)
    } else {
      end = scene.frame.heading("OUTPUT", x: rect.x, y: headings, isCurrent: shell.attention.current == .output)
    }
    guard let note = qualityNote else { return }
    let long = rect.width >= 36 ? note : note.replacing("test ", with: "")
    if end + 2 + long.count <= rect.maxX { scene.frame.put(long, endingAt: rect.maxX, y: headings, .dim) }
  }

  private var qualityNote: String? {
    if let divergence = shell.divergence { return "at epoch \(divergence.lastSaneEpoch)" }
    let name = shell.snapshot?.test == nil ? "train" : "test"
    guard let evaluation = shell.snapshot?.test ?? shell.snapshot?.train else { return nil }
    if let accuracy = evaluation.accuracy { return "\(name) accuracy \(Number.percent(accuracy))" }
    return evaluation.rSquared.map { "\(name) R² \(Number.fixed($0, decimals: 3))" }
  }

  private func drawMap(in scene: inout Scene) {
    let maps = shell.divergence == nil ? shell.snapshot?.maps : shell.sanePicture ?? shell.snapshot?.maps
    if shell.attention.held != nil, let map = shell.snapshot?.maps?.enlarged {
      scene.frame.paint(picture(map), x: rect.x, halfRow: rect.y * 2)
    } else if let outputs = maps?.outputs, outputs.count > 1 {
      scene.frame.paintClasses(outputs.map { picture($0) }, x: rect.x, halfRow: rect.y * 2)
    } else if let map = maps?.outputs.first {
      let shown = shell.targetsStartAtZero ? picture(map).spreadFromZeroToOne() : picture(map)
      scene.frame.paint(
        shell.discretises ? shown.discretized() : shown, x: rect.x, halfRow: rect.y * 2,
        shell.divergence == nil ? .signed : .stale)
    }
    guard shell.divergence == nil else { return drawLastPicture(in: &scene) }
    scene.frame.samples(shell.sampleMarks(of: editor?.points), on: shell.planeMap(rect))
    let place = editor.map { $0.cursor(on: shell.planeMap(rect)) } ?? shell.readPlace(in: rect)
    if let place { scene.frame.mark("+", x: place.x, y: place.y, .accent) }
  }

  private func picture(_ map: FieldMap) -> Picture {
    Picture(width: map.size.width, height: map.size.height, values: map.values)
      .resampled(width: rect.width, height: rect.height * 2)
  }

  /// Over the last sane picture: that it is no longer true.
  private func drawLastPicture(in scene: inout Scene) {
    guard let divergence = shell.divergence else { return }
    let middle = rect.y + rect.height / 2 - 1
    scene.frame.put(" no longer a number ", centeredIn: rect.columns, y: middle, .alarm, .bold, on: .ground)
    scene.frame.put(
      " this was epoch \(divergence.lastSaneEpoch) ", centeredIn: rect.columns, y: middle + 1, .dim, on: .ground)
  }

  private func drawNoMap(in scene: inout Scene) {
    let count = shell.snapshot?.material.inputNames.count ?? 0
    let text = ["\(count) inputs have no map:", "a plane has two."]
    for (row, line) in text.enumerated() {
      scene.frame.put(line, centeredIn: rect.columns, y: rect.y + rect.height / 2 + row - 1, .dim)
    }
  }

  private func drawAxis(in scene: inout Scene) {
    guard let axisRow else { return }
    let plane = shell.planeMap(rect)
    scene.frame.put(Number.plain(plane.x1.lowerBound, decimals: 2), x: rect.x, y: axisRow, .dim)
    scene.frame.put("x₁", centeredIn: rect.columns, y: axisRow, .dim)
    scene.frame.put(Number.plain(plane.x1.upperBound, decimals: 2), endingAt: rect.maxX, y: axisRow, .dim)
  }
}

extension Picture {
  /// An answer between 0 and 1 brought to −1 … +1, so that its colours mean the same as a tanh's.
  fileprivate func spreadFromZeroToOne() -> Picture {
    Picture(width: width, height: height, values: values.map { 2 * $0 - 1 })
  }
}

extension Shell {
  /// The part of the plane that the maps show, on the cells of one of them.
  func planeMap(_ area: Rect) -> PlaneMap {
    guard let domain = snapshot?.material.domain else { return PlaneMap(area) }
    return PlaneMap(area, x1: domain.x1, x2: domain.x2)
  }

  /// The cell of the map that the keyboard reads, while it does.
  func readPlace(in rect: Rect) -> Point? {
    guard attention.focus == .output, !attention.pointerMovedLast, let readCell else { return nil }
    return Point(rect.x + min(readCell.x, rect.width - 1), rect.y + min(readCell.y, rect.height - 1))
  }

  /// Whether the output answers 0 … 1 instead of −1 … +1.
  var targetsStartAtZero: Bool { resolved.output == .sigmoid || resolved.output == .step }

  /// The samples, or those given, as marks: those for training, and those for the test where they are shown.
  func sampleMarks(of edited: PointSet? = nil) -> [SampleMark] {
    guard let points = edited ?? snapshot?.material.points else { return [] }
    func kind(_ label: Double) -> SampleMark.Kind {
      switch points.kind {
      case .classes(let count) where count > 2: .member(Int(label))
      case .classes, .binary, .regression: label > 0 ? .positive : .negative
      }
    }
    let train = points.train.map { SampleMark(x1: $0.x1, x2: $0.x2, kind($0.label)) }
    guard showsTestData else { return train }
    return train + points.test.map { SampleMark(x1: $0.x1, x2: $0.x2, kind($0.label), isTest: true) }
  }
}
