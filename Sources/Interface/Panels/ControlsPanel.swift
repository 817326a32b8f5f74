import Playground
import Screen

/// The controls of the training: a row with fixed columns, or the two tables of a small window.
struct ControlsPanel: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    if let row = layout.settings { drawRow(row, &scene) }
    if let table = layout.dataTable { drawDataTable(table, &scene) }
    if let table = layout.trainingTable { drawTrainingTable(table, &scene) }
  }

  // MARK: - A row

  private func drawRow(_ row: Rect, _ scene: inout Scene) {
    var controls: [Control] = [.activation, .learningRate, .batchSize, .optimizer, .regularization]
    if shell.resolved.regularization != .none { controls.append(.regularizationRate) }
    controls.append(.loss)
    if layout.window == .large { controls += [.schedule, .initializer] }
    // Each control has the columns of its longest value, so that nothing moves when a value changes.
    let widths = controls.map { $0.name.count + 1 + shell.longestValue(of: $0) }
    let room = row.width - widths.reduce(0, +)
    let gap = max(2, min(layout.window == .large ? 8 : 5, room / max(1, controls.count - 1)))
    var x = row.x
    for (control, width) in zip(controls, widths) where x + control.name.count + 4 < row.maxX {
      if shell.isHidden(.control(control)) {
        x += width + gap
        continue
      }
      let target = Target.control(control)
      let value = scene.frame.shortened(shell.words(for: control), to: row.maxX - x - control.name.count - 1)
      scene.frame.setting(control.name, key: control.letter, value: value, x: x, y: row.y, look(of: control, target))
      scene.mark(Rect(x: x, y: row.y, width: min(width, row.maxX - x), height: 1), as: target)
      x += width + gap
    }
  }

  private func look(of control: Control, _ target: Target) -> ControlState {
    if shell.divergence != nil, control == .learningRate { return .alarming }
    return shell.look(of: target)
  }

  // MARK: - Tables

  private func drawDataTable(_ table: Rect, _ scene: inout Scene) {
    let y = layout.lossHeading
    scene.frame.heading("DATA", x: table.x, y: y, isCurrent: shell.attention.current?.panel == .data)
    let rows: [(name: String, key: Character?, value: String, target: Target, isAvailable: Bool)] =
      [("data", "d", shell.resolved.dataset.description, .control(.dataset), true)]
      + Slider.allCases.map { ($0.name, nil, shell.text(of: $0), .slider($0), shell.isAvailable($0)) }
    for (index, row) in rows.enumerated() where index < table.height && !shell.isHidden(row.target) {
      let value = scene.frame.shortened(row.value, to: table.width - 8)
      scene.frame.setting(
        row.name, key: row.key, value: value, x: table.x, y: table.y + index, valueColumn: table.x + 8,
        shell.look(of: row.target, isAvailable: row.isAvailable))
      scene.mark(Rect(x: table.x, y: table.y + index, width: table.width, height: 1), as: row.target)
    }
  }

  private func drawTrainingTable(_ table: Rect, _ scene: inout Scene) {
    let y = layout.lossHeading
    scene.frame.heading("TRAINING", x: table.x, y: y, isCurrent: shell.attention.current?.panel == .settings)
    let controls: [Control] = [.activation, .learningRate, .optimizer, .batchSize]
    for (index, control) in controls.enumerated() where index < table.height && !shell.isHidden(.control(control)) {
      let target = Target.control(control)
      let value = scene.frame.shortened(shell.words(for: control), to: max(0, table.width - 12))
      scene.frame.setting(
        control.name, key: control.letter, value: value, x: table.x, y: table.y + index, valueColumn: table.x + 12,
        look(of: control, target))
      scene.mark(Rect(x: table.x, y: table.y + index, width: min(table.width, 12 + 10), height: 1), as: target)
    }
  }
}

extension Control {
  /// The letter of the name that is its key, to be underlined.
  var letter: Character? {
    guard case .character(let letter)? = command?.info.keys.first else { return nil }
    return letter
  }
}

extension Shell {
  /// A control's value in the words of the screen; of a rate under a schedule first what is in force: `0.015 of 0.03`.
  func words(for control: Control) -> String {
    let words = control.words(for: value(of: control))
    guard control == .learningRate, let rate = scheduledRate else { return words }
    return "\(Number.rate(rate)) of \(words)"
  }

  /// The columns of a control's longest usual value.
  fileprivate func longestValue(of control: Control) -> Int {
    let usual = items(of: control).map { control.words(for: $0.value).count }.max() ?? 0
    let longest =
      switch control {
      case .learningRate: scheduledRate == nil ? 6 : 16
      case .regularizationRate: 6
      case .batchSize: 4
      case .loss: 13
      case .activation, .optimizer, .regularization, .schedule, .initializer, .output, .dataset: min(usual, 9)
      }
    return max(longest, min(words(for: control).count, 21))
  }
}

extension Control {
  /// A value as people say it, where that is not how it is typed.
  func words(for value: String) -> String {
    switch value {
    case "squaredError": "squared error"
    case "sigmoidCrossEntropy", "softmaxCrossEntropy": "cross-entropy"
    case "leakyReLU": "leaky relu"
    case "oneCycle": "one cycle"
    case _: value
    }
  }
}
