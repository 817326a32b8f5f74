import Glibc
import Playground
import Screen

/// The cells of a map of trainings, in the colour of + the good ones and in that of − the bad ones, a dot where none reached the goal, a cross where all broke down.
struct AtlasMap: Drawable {
  let study: AtlasStudy
  /// The place that is looked at.
  let cell: Atlas.Cell
  let grid: AtlasGrid

  func draw(in scene: inout Scene) {
    let scale = AtlasScale(study)
    let columns = study.atlas.columns.count
    let rows = study.atlas.rows.count
    let shades = (0..<rows * columns).map { index -> Float in
      let cell = Atlas.Cell(column: index % columns, row: index / columns)
      return study.source(of: cell).flatMap { study.value(at: $0) }.map { scale.shade(of: $0) } ?? .nan
    }
    let picture = Picture(width: columns * grid.width, height: rows * grid.halfRows) { x, y in
      shades[(rows - 1 - y / grid.halfRows) * columns + x / grid.width]
    }
    scene.frame.clipped(to: grid.rect) { frame in
      frame.paint(picture, x: grid.rect.x, halfRow: grid.rect.y * 2)
    }
    for row in 0..<rows {
      for column in 0..<columns { drawSign(Atlas.Cell(column: column, row: row), in: &scene) }
    }
    let here = grid.rect(of: cell)
    scene.frame.put("[", x: here.x, y: here.center.y, .accent, .bold)
    if here.width > 1 { scene.frame.put("]", x: here.maxX - 1, y: here.center.y, .accent, .bold) }
    scene.mark(grid.rect, as: .part(AtlasScreen.mapPart))
  }

  /// What a colour alone does not say.
  private func drawSign(_ cell: Atlas.Cell, in scene: inout Scene) {
    let ends = study.ends(at: cell)
    guard !ends.isEmpty, grid.halfRows > 1 else { return }
    let place = grid.rect(of: cell).center
    if ends.values.allSatisfy(\.brokeDown) {
      scene.frame.put("×", x: place.x, y: place.y, .alarm)
    } else if study.measure == .success || study.measure == .epochs,
      AtlasMeasure.success.value(of: Array(ends.values)) == 0
    {
      scene.frame.put("·", x: place.x, y: place.y, .dim)
    }
  }
}

/// How good a value is: −1 for the worst of a map, 1 for the best.
struct AtlasScale {
  /// The value of the worst cell and of the best.
  let worst: Double
  let best: Double
  private let isLogarithmic: Bool

  init(_ study: AtlasStudy) {
    let spread = study.spread
    switch study.measure {
    case .success: (worst, best, isLogarithmic) = (0, 1, false)
    case .epochs: (worst, best, isLogarithmic) = (spread?.upperBound ?? 1, spread?.lowerBound ?? 0, false)
    case .gap: (worst, best, isLogarithmic) = (spread?.upperBound ?? 1, spread?.lowerBound ?? 0, false)
    case .loss:
      // A loss of exactly 0 has no place among factors.
      let least = max(spread?.lowerBound ?? 1e-6, 1e-12)
      (worst, best, isLogarithmic) = (max(spread?.upperBound ?? 1, least), least, true)
    }
  }

  /// How good a value is.
  func shade(of value: Double) -> Float {
    func place(_ value: Double) -> Double { isLogarithmic ? log(max(value, 1e-12)) : value }
    let share = (place(value) - place(worst)) / (place(best) - place(worst))
    return Float(share.isFinite ? min(max(2 * share - 1, -1), 1) : 1)
  }
}

/// The colours from the worst to the best, with both values.
struct AtlasLegend: Drawable {
  let study: AtlasStudy
  let x: Int
  let y: Int
  let width: Int

  private static let columns = 12

  func draw(in scene: inout Scene) {
    let scale = AtlasScale(study)
    var x = scene.frame.put("\(words(scale.worst)) ", x: x, y: y, .dim)
    let ramp = Picture(width: Self.columns, height: 2) { x, _ in 2 * Float(x) / Float(Self.columns - 1) - 1 }
    scene.frame.paint(ramp, x: x, halfRow: y * 2)
    x = scene.frame.put(" \(words(scale.best))", x: x + Self.columns, y: y, .dim)
    let signs = [
      Span("· ", .dim), Span("none reaches the goal", .dim), Span("   × ", .alarm), Span("all diverged", .dim),
    ]
    let short = [Span("· ", .dim), Span("none", .dim), Span("  × ", .alarm), Span("diverged", .dim)]
    let room = self.x + width - x - 3
    let fitting = [signs, short].first { scene.frame.theme.glyphs.width($0) <= room }
    scene.frame.put(fitting ?? [], x: x + 3, y: y)
  }

  private func words(_ value: Double) -> String {
    switch study.measure {
    case .success: Number.percent(value, decimals: 0).trimmed
    case .loss: Number.loss(value).trimmed
    case .gap: Number.short(value)
    case .epochs: "\(Number.count(Int(value.rounded()))) epochs"
    }
  }
}

extension Trial.End {
  /// Whether it diverged, or could not even begin.
  var brokeDown: Bool {
    switch self {
    case .trained(let outcome): outcome.divergedAt != nil
    case .refused: true
    }
  }
}
