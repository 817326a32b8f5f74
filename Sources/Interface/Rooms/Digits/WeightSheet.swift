import Screen

/// What every unit of the first layer looks for, as pictures: blue where ink makes it answer more, orange where less.
struct WeightSheet: Drawable {
  let shell: Shell
  let explanation: Explanation

  /// The least width at which a picture of 28×28 is read.
  private static let leastColumns = 14

  private var room: Rect { Rect(columns: 2..<shell.size.width - 2, rows: 3..<shell.size.height - 3) }

  func draw(in scene: inout Scene) {
    let size = shell.size
    TitleRow(title: shell.title, rect: Rect(x: 0, y: 0, width: size.width, height: 1)).draw(in: &scene)
    let units = shell.network?.architecture.units(0) ?? 0
    let current = if case .unit(0, let unit)? = shell.attention.focus { unit } else { 0 }
    let tiles = MapTiles(
      maps: units, columns: 28, kernel: nil, in: room, current: current, least: Self.leastColumns
    ).tiles
    let end = scene.frame.heading("WEIGHTS OF LAYER 1", x: room.x, y: 1)
    let note = "\(tiles.count) of \(units)" + (tiles.count < units ? ", PageDown shows more" : "")
    scene.frame.put(note, x: end + 2, y: 1, .dim)
    for (unit, tile) in tiles {
      let target = Target.unit(layer: 0, unit: unit)
      if let weights = shell.weightPicture(layer: 0, unit: unit) {
        let picture = weights.resampled(width: tile.width, height: tile.height * 2).scaled()
        scene.frame.paint(picture, x: tile.x, halfRow: tile.y * 2)
      }
      if shell.attention.current == target {
        scene.frame.frame(x: tile.x, halfRow: tile.y * 2, width: tile.width, height: tile.height * 2)
      }
      scene.mark(tile, as: target)
    }
    let explain = Rect(x: 2, y: size.height - 2, width: size.width - 4, height: 1)
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: explain, rule: nil).draw(in: &scene)
  }

  /// Goes so many units on as are seen.
  static func turnPage(by step: Int, _ shell: inout Shell) {
    let shown = shell.regions.compactMap { if case .unit(0, let unit) = $0.target { unit } else { nil } }
    guard let first = shown.min(), let last = shown.max(), let units = shell.network?.architecture.units(0) else {
      return
    }
    let next = step > 0 ? min(units - 1, last + shown.count) : max(0, first - shown.count)
    shell.attention.focus(on: .unit(layer: 0, unit: next))
  }
}
