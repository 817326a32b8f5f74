import Playground
import Screen

extension AtlasStudy {
  /// A place by its values: `units 2, rate 0.112`.
  func placeWords(_ cell: Atlas.Cell) -> String {
    "\(atlas.up.axis.label) \(atlas.rows[cell.row]), \(atlas.across.axis.label) \(atlas.columns[cell.column])"
  }

  /// When a training counts as successful: `test accuracy ≥ 0.95 within 200 epochs`.
  var goalWords: String {
    let epochs = atlas.goal.within ?? atlas.base.epochs ?? 0
    return
      "\(Goal(atlas.goal.quantity, atlas.goal.comparison, atlas.goal.value).words) within \(Number.count(epochs)) epochs"
  }
}

/// What the explain line says of a place on a map of trainings.
struct AtlasExplanation {
  let study: AtlasStudy
  let cell: Atlas.Cell
  /// What good and bad ones look like.
  let looks: SignWords

  func explain() -> Explanation {
    let ends = study.ends(at: cell)
    let reached = ends.values.count { $0.outcome?.reachedAt != nil }
    var formula: [Span] = []
    formula.strong("\(reached) of \(ends.count)")
    formula.dim(" first weights reach \(study.goalWords)")
    return Explanation(
      name: study.placeWords(cell), formula: formula,
      sentence:
        "Each cell is \(study.starts) trainings like the one in play, with these two changed: \(looks.positive) is good, "
        + "\(looks.negative) bad.",
      hint: "Enter opens start \(study.start + 1)")
  }
}
