import Playground
import Screen

/// Walking over the screen with the keyboard: nothing is changed by it.
extension Shell {
  /// Tab: the first target of the next panel on the screen.
  mutating func focusPanel(step: Int) {
    let panels = Set(regions.compactMap(\.target.panel)).sorted { $0.rawValue < $1.rawValue }
    guard !panels.isEmpty else { return }
    let here = attention.focus?.panel.flatMap(panels.firstIndex(of:))
    let next = here.map { ($0 + step + panels.count) % panels.count } ?? (step > 0 ? 0 : panels.count - 1)
    attention.focus(on: firstTarget(of: panels[next]))
  }

  /// Where a panel is entered: at what is chosen in it, else at its first target; in the network at the first unit.
  private func firstTarget(of panel: Panel) -> Target? {
    let targets = regions.map(\.target).filter { $0.panel == panel && $0.isStoppedAt }
    let chosen = Target.dataset(resolved.dataset.description)
    if targets.contains(chosen) { return chosen }
    if targets.contains(.given(0)) { return .given(0) }
    return targets.first { if case .unit = $0 { true } else { false } } ?? targets.first
  }

  /// An arrow: reads another place where the focus is on a picture that is read, else moves the focus.
  mutating func walk(dx: Int, dy: Int) -> [Effect] {
    if moveReading(dx: dx, dy: dy) { return [] }
    guard let focus = attention.focus, let here = regions.rect(of: focus) else {
      focusPanel(step: 1)
      return []
    }
    attention.focus(on: neighbour(of: focus, dx: dx, dy: dy) ?? nearest(to: here, dx: dx, dy: dy) ?? focus)
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
    case .output where snapshot?.material.points != nil:
      let here = readCell ?? Point(rect.width / 2, rect.height / 2)
      readCell = Point(min(rect.width - 1, max(0, here.x + dx)), min(rect.height - 1, max(0, here.y + dy)))
      return true
    case _: return false
    }
  }

  // MARK: - The network as a grid

  /// The next unit or heading: columns are layers, rows are units, and the heading stands above the first of them.
  private func neighbour(of focus: Target, dx: Int, dy: Int) -> Target? {
    switch focus {
    case .unit(let layer, _) where dy != 0:
      let units = places(ofUnitsIn: layer)
      guard let here = units.firstIndex(where: { $0.target == focus }) else { return nil }
      if units.indices.contains(here + dy) { return units[here + dy].target }
      return dy < 0 && regions.rect(of: .layer(layer)) != nil ? .layer(layer) : focus
    case .unit(let layer, _):
      guard let y = regions.rect(of: focus)?.center.y else { return nil }
      return places(ofUnitsIn: layer + dx).min { abs($0.rect.center.y - y) < abs($1.rect.center.y - y) }?.target
    case .layer(let layer) where dy > 0: return places(ofUnitsIn: layer).first?.target
    case _: return nil
    }
  }

  /// The units of a layer as they stand, from the top; a bar of many has one a row.
  private func places(ofUnitsIn layer: Int) -> [Scene.Region] {
    regions.filter { if case .unit(layer, _) = $0.target { true } else { false } }
      .sorted { $0.rect.y < $1.rect.y }
  }

  // MARK: - Everything else by where it stands

  /// The target whose cells lie nearest in a direction; a row counts as two columns, as it does to the eye.
  private func nearest(to here: Rect, dx: Int, dy: Int) -> Target? {
    var best: (target: Target, distance: Int)?
    for region in regions where region.target.isStoppedAt && region.target != attention.focus {
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
}

extension Target {
  /// Whether the keyboard stops there. Lines would catch every step across the network: a unit's list has them.
  var isStoppedAt: Bool {
    switch self {
    case .weight, .bias: false
    case _: panel != nil
    }
  }
}
