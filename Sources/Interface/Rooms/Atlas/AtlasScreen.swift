import Playground
import Screen

/// The map of trainings, its axes and what its colours tell; beside it one place, with each of its first weights.
struct AtlasScreen: Drawable {
  let shell: Shell
  let study: AtlasStudy
  /// The place that is looked at.
  let cell: Atlas.Cell
  let explanation: Explanation

  /// The parts of the view that can be pointed at: the map, then each of a place's first weights.
  static let mapPart = 0
  static let firstStart = 1

  private var atlas: Atlas { study.atlas }

  func draw(in scene: inout Scene) {
    let layout = AtlasLayout(shell.size)
    drawTitle(layout, in: &scene)
    drawSettings(layout, in: &scene)
    scene.frame.heading("MAP", x: layout.map.x - AtlasLayout.labelColumns, y: layout.heading)
    scene.frame.put(
      scene.frame.shortened(study.measure.sentence, to: layout.map.width),
      x: layout.map.x - AtlasLayout.labelColumns + 5, y: layout.heading, .dim)
    let grid = AtlasGrid(atlas, in: layout.map)
    AtlasMap(study: study, cell: cell, grid: grid).draw(in: &scene)
    drawNumbers(grid, in: &scene)
    AtlasLegend(
      study: study, x: grid.rect.x, y: min(grid.rect.maxY + 2, layout.frame.explain.y - 2), width: layout.map.width
    ).draw(in: &scene)
    AtlasPlace(study: study, cell: cell, rect: layout.here).draw(in: &scene)
    layout.frame.drawExplanation(shell, explanation, in: &scene)
  }

  private func drawTitle(_ layout: AtlasLayout, in scene: inout Scene) {
    let (done, total) = (study.done, study.total)
    let count = "\(Number.count(done))\(done < total ? " of \(Number.count(total))" : "") runs"
    scene.frame.titleBar(
      TitleBar(
        source: "atlas  \(shell.sourceName)", shape: shell.networkName, state: done < total ? .running : .stopped,
        word: "\(done < total ? "training" : "done")   \(count)"))
  }

  /// `across rate 0.003 … 3   up units 1 … 12   goal test accuracy at least 0.95 within 200 epochs   4 first weights each`.
  private func drawSettings(_ layout: AtlasLayout, in scene: inout Scene) {
    let y = layout.frame.headings
    var x = layout.frame.explain.x
    for (word, dimension, command) in [
      ("across ", atlas.across, Command.axisAcross), ("up ", atlas.up, Command.axisUp),
    ] {
      let start = x
      x = scene.frame.put(word, x: x, y: y, .dim)
      x = scene.frame.put(dimension.axis.label, x: x, y: y, .strong, .bold)
      x = scene.frame.put(" \(scene.frame.shortened(dimension.words, to: 20))", x: x, y: y)
      scene.mark(Rect(x: start, y: y, width: x - start, height: 1), as: .command(command))
      x += 3
    }
    let each = "\(study.starts) starts each"
    let start = scene.frame.put(each, endingAt: layout.frame.explain.maxX, y: y, .dim)
    scene.mark(Rect(x: start, y: y, width: each.count, height: 1), as: .command(.moreStarts))
    let goal = [Span("goal ", .dim), Span(study.goalWords)]
    guard x + scene.frame.theme.glyphs.width(goal) + 2 < start else { return }
    scene.frame.put(goal, x: x, y: y)
  }

  /// The values along both axes, as many as have room.
  private func drawNumbers(_ grid: AtlasGrid, in scene: inout Scene) {
    for row in atlas.rows.indices {
      let place = grid.rect(of: Atlas.Cell(column: 0, row: row))
      // Cells of half a row share a row's number.
      guard grid.halfRows > 1 || row % 2 == 0 else { continue }
      let isHere = row == cell.row
      let number = scene.frame.shortened(atlas.rows[row].description, to: AtlasLayout.labelColumns - 1)
      scene.frame.put(number, endingAt: grid.rect.x - 1, y: place.y, isHere ? .strong : .dim)
    }
    let y = grid.rect.maxY
    var free = grid.rect.x
    for column in atlas.columns.indices {
      let place = grid.rect(of: Atlas.Cell(column: column, row: 0))
      let number = scene.frame.shortened(atlas.columns[column].description, to: 8)
      let width = scene.frame.theme.glyphs.width(number)
      let isLast = column == atlas.columns.count - 1
      // The last value always stands; others where they leave it room.
      let last = grid.rect.maxX - 9
      guard isLast || place.x >= free && place.x + width < last, place.x + (isLast ? 0 : width) <= grid.rect.maxX + 1
      else {
        continue
      }
      let x = isLast ? grid.rect.maxX - width : place.x
      scene.frame.put(number, x: x, y: y, column == cell.column ? .strong : .dim)
      free = x + width + 3
    }
  }
}
