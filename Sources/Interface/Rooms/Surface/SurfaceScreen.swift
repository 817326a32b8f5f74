import Playground
import Screen

/// The room of the loss surface: the map with its axes at the left; at the right what plane it is, and the losses at
/// places of it.
struct SurfaceScreen: Drawable {
  let shell: Shell
  let room: SurfaceRoom
  let explanation: Explanation

  func draw(in scene: inout Scene) {
    let layout = MapRoomLayout(shell.size)
    scene.frame.heading(
      "LOSS SURFACE", x: layout.map.x, y: layout.frame.headings, isCurrent: shell.attention.current == .part(0))
    if let divergence = shell.divergence {
      DivergedPanel(rect: layout.map, divergence: divergence).draw(in: &scene)
    } else if let surface = room.surface(shell), let network = shell.network {
      let note =
        surface.progress < 1 ? "measuring \(Number.percent(surface.progress, decimals: 0))" : samplesNote(surface)
      scene.frame.put(note, endingAt: layout.map.maxX, y: layout.frame.headings, .dim)
      SurfaceMap(
        surface: surface, now: surface.axes.coordinates(of: network.parameters), cross: room.cross(shell, surface),
        rect: layout.map
      ).draw(in: &scene)
      drawAxes(surface, layout.map, in: &scene)
      drawLosses(surface, layout, in: &scene)
    } else {
      scene.frame.put("The loss around the weights is being measured.", x: layout.map.x, y: layout.map.y, .dim)
    }
    drawPlane(layout, in: &scene)
    if !layout.chart.isEmpty {
      shell.runPanel(
        heading: Rect(x: layout.side.x, y: layout.chart.y - 1, width: layout.side.width, height: 1), rect: layout.chart,
        showsAxis: true
      ).draw(in: &scene)
    }
    layout.frame.draw(shell, explanation, in: &scene)
  }

  private func samplesNote(_ surface: LossSurface) -> String {
    let (used, all) = surface.samples
    return used == all
      ? "on all \(Number.count(all)) samples" : "on \(Number.count(used)) of \(Number.count(all)) samples"
  }

  private func drawAxes(_ surface: LossSurface, _ map: Rect, in scene: inout Scene) {
    let (across, up) = room.axisNames(shell, surface)
    let left = scene.frame.put(Number.short(surface.across.lowerBound), x: map.x, y: map.maxY, .dim)
    let right = scene.frame.put(Number.short(surface.across.upperBound), endingAt: map.maxX, y: map.maxY, .dim)
    scene.frame.put(
      scene.frame.shortened(across, to: right - left - 2), centeredIn: left + 1..<right - 1, y: map.maxY, .dim)
    let margin = PlaygroundLayout.axisColumns
    let beside = [
      (Number.short(surface.up.upperBound), map.y), (scene.frame.shortened(up, to: margin - 1), map.y + 1),
      (Number.short(surface.up.lowerBound), map.maxY - 1),
    ]
    for (text, y) in beside { scene.frame.put("\(text) ", endingAt: map.x, y: y, .dim, on: .ground) }
    guard let scale = SurfaceScale(surface.losses) else { return }
    let (low, high) = (Number.loss(scale.lowest), Number.loss(scale.highest))
    let width = min(20, map.width - low.count - high.count - 8)
    guard width >= 4 else { return }
    let x = map.x + (map.width - width - low.count - high.count - 7) / 2
    let start = scene.frame.put("loss \(low)", x: x, y: map.maxY + 1, .dim) + 1
    let ramp = Picture(width: width, height: 2) { column, _ in Float(column) / Float(max(1, width - 1)) }
    scene.frame.paint(ramp, x: start, halfRow: (map.maxY + 1) * 2, .lossSurface)
    scene.frame.put(high, x: start + width + 1, y: map.maxY + 1, .dim)
  }

  // MARK: - Beside the map

  /// Where the rows of numbers end.
  private static let columns = (a: 18, b: 27, loss: 36)

  private func drawLosses(_ surface: LossSurface, _ layout: MapRoomLayout, in scene: inout Scene) {
    let (x, top) = (layout.side.x, layout.frame.headings)
    let now = surface.axes.coordinates(of: shell.network?.parameters ?? [])
    let isNarrow = layout.side.width < Self.columns.loss
    let columns = isNarrow ? (a: 15, b: 22, loss: layout.side.width) : Self.columns
    scene.frame.heading("PLACES", x: x, y: top)
    let (across, up) = room.axisNames(shell, surface)
    for (name, end) in [(across, columns.a), (up, columns.b), ("loss", columns.loss)] {
      scene.frame.put(scene.frame.shortened(name, to: 8), endingAt: x + end, y: top, .dim)
    }
    var rows: [(name: String, place: SurfacePoint, loss: Double?, role: Role)] = [
      ("training", now, shell.snapshot?.train?.loss, .accent)
    ]
    if let cross = room.cross(shell, surface) {
      let place = surface.place(column: cross.x, row: cross.y)
      rows.append(("the cross", place, surface.loss(near: place), .strong))
    }
    if let lowest = surface.lowest { rows.append(("lowest", lowest.place, lowest.loss, .text)) }
    for (row, line) in rows.enumerated() {
      let y = layout.side.y + row
      scene.frame.put(line.name, x: x, y: y, line.role)
      scene.frame.put(Number.signed(line.place.a), endingAt: x + columns.a, y: y, Number.role(line.place.a))
      scene.frame.put(Number.signed(line.place.b), endingAt: x + columns.b, y: y, Number.role(line.place.b))
      scene.frame.put(line.loss.map(Number.loss) ?? "–", endingAt: x + columns.loss, y: y, .strong, .bold)
    }
  }

  private func drawPlane(_ layout: MapRoomLayout, in scene: inout Scene) {
    let isRoomy = layout.frame.isRoomy
    var y = layout.side.y + (isRoomy ? 5 : 4)
    scene.frame.heading("PLANE", x: layout.side.x, y: y)
    scene.mark(Rect(x: layout.side.x, y: y, width: layout.side.width, height: 1), as: .command(.plane))
    y += isRoomy ? 2 : 1
    for line in Paragraph(room.planeWords(shell)).lines(width: layout.side.width, glyphs: scene.frame.theme.glyphs)
    where y < (layout.chart.isEmpty ? layout.side.maxY : layout.chart.y - 2) {
      scene.frame.put(line, x: layout.side.x, y: y)
      y += 1
    }
  }
}
