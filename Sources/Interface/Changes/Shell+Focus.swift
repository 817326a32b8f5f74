import Playground
import Screen

/// Moving the focus, and what Enter or a click does with what has it.
extension Shell {
  /// Tab: the first target of the next panel on the screen.
  mutating func focusPanel(step: Int) {
    let panels = Set(regions.compactMap(\.target.panel)).sorted { $0.rawValue < $1.rawValue }
    guard !panels.isEmpty else { return }
    let here = attention.focus?.panel.flatMap(panels.firstIndex(of:))
    let next = here.map { ($0 + step + panels.count) % panels.count } ?? (step > 0 ? 0 : panels.count - 1)
    attention.focus(on: firstTarget(of: panels[next]))
  }

  /// Where a panel is entered: at what is chosen in it, else at its first target.
  private func firstTarget(of panel: Panel) -> Target? {
    let targets = regions.map(\.target).filter { $0.panel == panel }
    let chosen = Target.dataset(resolved.dataset.description)
    return targets.contains(chosen) ? chosen : targets.first
  }

  /// An arrow: changes the value of what has the focus where it has one, else moves the focus.
  mutating func moveOrAdjust(dx: Int, dy: Int) -> [Effect] {
    if dx != 0, let focus = attention.focus, let effects = adjust(focus, by: dx) { return effects }
    if moveReading(dx: dx, dy: dy) { return [] }
    guard let focus = attention.focus, let here = regions.rect(of: focus) else {
      focusPanel(step: 1)
      return []
    }
    if let next = nearest(to: here, dx: dx, dy: dy) { attention.focus(on: next) } else { attention.focus(on: focus) }
    return []
  }

  /// In the chart Left and Right read another epoch; in the map the arrows read another place. Tab leads out of both.
  private mutating func moveReading(dx: Int, dy: Int) -> Bool {
    guard let focus = attention.focus, let rect = regions.rect(of: focus) else { return false }
    attention.pointerMovedLast = false
    switch focus {
    case .loss where dx != 0:
      readColumn = min(rect.width - 1, max(0, (readColumn ?? rect.width / 2) + dx))
      return true
    case .output where snapshot?.material.kind == .points2D:
      let here = readCell ?? Point(rect.width / 2, rect.height / 2)
      readCell = Point(min(rect.width - 1, max(0, here.x + dx)), min(rect.height - 1, max(0, here.y + dy)))
      return true
    case _: return false
    }
  }

  /// The target whose cells lie nearest in a direction; a row counts as two columns, as it does to the eye.
  private func nearest(to here: Rect, dx: Int, dy: Int) -> Target? {
    var best: (target: Target, distance: Int)?
    for region in regions where region.target.panel != nil && region.target != attention.focus {
      let there = region.rect
      let ahead =
        dx != 0
        ? (dx > 0 ? there.center.x - here.center.x : here.center.x - there.center.x)
        : 2 * (there.center.y - here.center.y) * dy
      let isBeyond =
        dx > 0
        ? there.x >= here.maxX : dx < 0 ? there.maxX <= here.x : dy > 0 ? there.y >= here.maxY : there.maxY <= here.y
      guard isBeyond else { continue }
      let aside =
        dx != 0
        ? 2 * max(0, max(there.y - here.maxY + 1, here.y - there.maxY + 1))
        : max(0, max(there.x - here.maxX + 1, here.x - there.maxX + 1))
      let distance = ahead + 3 * aside
      if distance < best?.distance ?? .max { best = (region.target, distance) }
    }
    return best?.target
  }

  /// Left, Right and the wheel on something that has a value; nil where it has none.
  mutating func adjust(_ target: Target, by step: Int) -> [Effect]? {
    switch target {
    case .control(let key): return self.step(key, by: step)
    case .layer(let layer): return changeUnits(grow: step > 0, layer: layer)
    case .weight, .bias: return nudge(target, by: step)
    case .dataset, .toggle, .feature, .layerButton, .unit, .output, .loss, .pad, .seen, .answer, .testDigit,
      .confusion, .lectureText, .choice, .command, .row, .state:
      return nil
    }
  }

  /// Enter or a click, where no room has a meaning of its own for it.
  mutating func activate(_ target: Target) -> [Effect] {
    switch target {
    case .dataset(let name): return change(.dataset, to: name)
    case .control(let key): return pick(key)
    case .feature(let index): return toggleFeature(index)
    case .layer: return []
    case .layerButton(let layer, let more): return changeUnits(grow: more, layer: layer)
    case .unit: attention.held = attention.held == target ? nil : target
    case .weight, .bias: return askForParameter(target)
    case .output: attention.held = nil
    case .loss, .seen, .answer, .testDigit, .confusion, .lectureText, .choice, .pad, .toggle, .command, .row, .state:
      return []
    }
    return []
  }
}
