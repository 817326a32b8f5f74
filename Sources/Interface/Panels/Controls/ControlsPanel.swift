import Screen

/// The controls of the training, and of the data where these have no column: a row with fixed columns, or the two tables
/// of a small window.
struct ControlsPanel: Drawable {
  let controls: ControlsPicture
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    if let row = layout.settings {
      let count = layout.window == .large ? controls.training.count : controls.essentialCount
      ControlsRow(
        controls: Array(controls.training.prefix(count)), rect: row, isLarge: layout.window == .large,
        closesGaps: controls.closesGaps
      )
      .draw(in: &scene)
    }
    if let row = layout.dataRow {
      ControlsRow(controls: controls.data, rect: row, isLarge: false, closesGaps: true).draw(in: &scene)
    }
    if let table = layout.dataTable {
      ControlsTable(
        heading: "DATA", isMarked: controls.isDataMarked, controls: controls.data, valueColumn: 8, rect: table
      )
      .draw(in: &scene)
    }
    if let table = layout.trainingTable {
      // In few rows what is changed most comes first.
      let order = [0, 1, 3, 2] + Array(4..<max(4, controls.training.count))
      ControlsTable(
        heading: "TRAINING", isMarked: controls.isTrainingMarked,
        controls: order.compactMap { controls.training[safe: $0] }, valueColumn: 12, rect: table
      ).draw(in: &scene)
    }
  }
}

/// Controls side by side. Each has the columns of its longest value, so that nothing moves when a value changes.
private struct ControlsRow: Drawable {
  let controls: [ControlPicture]
  let rect: Rect
  let isLarge: Bool
  let closesGaps: Bool

  func draw(in scene: inout Scene) {
    let glyphs = scene.frame.theme.glyphs
    let placed = controls.filter { !($0.isHidden && closesGaps) }
    let widths = placed.map { control in
      control.isOn == nil ? glyphs.width(control.label) + 1 + control.valueColumns : control.label.count + 4
    }
    let room = rect.width - widths.reduce(0, +)
    let gap = max(2, min(isLarge ? 8 : 5, room / max(1, placed.count - 1)))
    var x = rect.x
    for (control, width) in zip(placed, widths) where x + control.label.count + 4 < rect.maxX {
      defer { x += width + gap }
      guard !control.isHidden else { continue }
      let place = Rect(x: x, y: rect.y, width: min(width, rect.maxX - x), height: 1)
      if let isOn = control.isOn {
        scene.frame.toggle(control.label, key: control.key, isOn: isOn, x: x, y: rect.y, control.look)
      } else {
        let value = scene.frame.shortened(control.value, to: rect.maxX - x - glyphs.width(control.label) - 1)
        scene.frame.setting(control.label, key: control.key, value: value, x: x, y: rect.y, control.look)
      }
      scene.mark(place, as: control.target)
    }
  }
}

/// Controls below each other under a heading, their values in one column.
private struct ControlsTable: Drawable {
  let heading: String
  let isMarked: Bool
  let controls: [ControlPicture]
  let valueColumn: Int
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.frame.heading(heading, x: rect.x, y: rect.y - 1, isCurrent: isMarked)
    let shown = controls.filter { !$0.isHidden }.prefix(rect.height)
    let longest = shown.filter { $0.isOn == nil }.map { scene.frame.theme.glyphs.width($0.label) }.max() ?? 0
    let column = max(valueColumn, longest + 1)
    for (row, control) in shown.enumerated() {
      let y = rect.y + row
      if let isOn = control.isOn {
        scene.frame.toggle(control.label, key: control.key, isOn: isOn, x: rect.x, y: y, control.look)
      } else {
        let value = scene.frame.shortened(control.value, to: max(0, rect.width - column))
        scene.frame.setting(
          control.label, key: control.key, value: value, x: rect.x, y: y, valueColumn: rect.x + column, control.look)
      }
      scene.mark(Rect(x: rect.x, y: y, width: min(rect.width, column + 10), height: 1), as: control.target)
    }
  }
}
