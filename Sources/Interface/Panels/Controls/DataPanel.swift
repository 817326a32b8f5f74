import Datasets
import Screen

/// The left column: data sets as drawings, then what can be changed about the samples.
struct DataPanel: Drawable {
  let controls: ControlsPicture
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    guard let rect = layout.data else { return }
    scene.frame.heading("DATA", x: rect.x, y: layout.headings, isCurrent: controls.isDataMarked)
    let below = drawIcons(in: rect, &scene)
    drawControls(in: rect, from: below, &scene)
  }

  /// The data sets that have room, all with classes or all with numbers to predict; the one in play is among them.
  private func shown(_ count: Int) -> [(set: PointGenerator, look: ControlState, isChosen: Bool)] {
    let inPlay = controls.icons.first(where: \.isChosen)
    let shown = Array(
      controls.icons.filter { ($0.set.recipe.kind == .regression) == controls.predictsNumbers }.prefix(count))
    guard let inPlay, !shown.contains(where: \.isChosen) else { return shown }
    return shown.dropLast() + [inPlay]
  }

  private func drawIcons(in rect: Rect, _ scene: inout Scene) -> Int {
    let isLarge = layout.window == .large
    let (width, height) = isLarge ? (10, 5) : (8, 4)
    let controls = 13
    let rows = max(1, min(isLarge ? 3 : 2, (rect.height - controls) / (height + 2)))
    for (index, icon) in shown(rows * 2).enumerated() {
      let place = Rect(
        x: rect.x + (index % 2) * (width + 2), y: rect.y + (index / 2) * (height + 2), width: width, height: height)
      let isCurrent = icon.look == .current
      scene.frame.icon(Icon(icon.set.recipe.sketch), in: place, isChosen: icon.isChosen || isCurrent)
      let name = String(icon.set.rawValue.trimmingPrefix("curve-"))
      let mark = icon.isChosen ? String(Character(scene.frame.theme.glyphs.table.chosen)) : ""
      scene.frame.put(
        mark + name, centeredIn: place.x - 1..<place.maxX + 1, y: place.maxY,
        isCurrent ? .accent : icon.isChosen ? .strong : .dim, icon.isChosen ? .bold : [])
      scene.mark(Rect(x: place.x, y: place.y, width: width, height: height + 1), as: .dataset(icon.set.rawValue))
    }
    return rect.y + rows * (height + 2) + 1
  }

  private func drawControls(in rect: Rect, from top: Int, _ scene: inout Scene) {
    var y = top
    let pitch = rect.maxY - top >= 13 ? 3 : 2
    let shown = controls.data.filter { !$0.isHidden && $0.target != .control(.dataset) }
    for (index, control) in shown.enumerated() where y < rect.maxY {
      var height = 1
      if let share = control.share {
        guard y + 1 < rect.maxY else { continue }
        height = 2
        scene.frame.slider(
          control.label, value: control.value, share: share, x: rect.x, y: y, width: rect.width, control.look)
      } else if let isOn = control.isOn {
        scene.frame.toggle(control.label, key: control.key, isOn: isOn, x: rect.x, y: y, control.look)
      } else {
        scene.frame.put(control.label, x: rect.x, y: y, control.look.nameRole)
        scene.frame.put(
          scene.frame.shortened(control.value, to: rect.width - control.label.count - 2), endingAt: rect.maxX, y: y,
          control.look.valueRole, control.look.valueAttributes)
      }
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: height), as: control.target)
      // The knobs are set apart, and so are the seeds from what follows them.
      let isLastText = control.isOn == nil && shown[safe: index + 1]?.isOn != nil
      y += control.share != nil ? pitch : isLastText && pitch == 3 ? 2 : 1
    }
  }
}

extension Icon {
  /// The drawing of a data set's idea.
  package init(_ sketch: PointSketch) {
    self.init(isLine: sketch.isLine) { u, v in
      switch sketch.ink(u, v) {
      case .negative?: .negative
      case .positive?: .positive
      case .third?: .third
      case nil: nil
      }
    }
  }
}
