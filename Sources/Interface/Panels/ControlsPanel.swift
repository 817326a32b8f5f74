import Course
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

  /// What can be chosen from a list besides what has a place of its own: shown where there is room.
  private static let others = ExperimentKey.all.filter { key in
    let placed: [ExperimentKey] = [
      .dataset, .activation, .learningRate, .batchSize, .optimizer, .regularization, .regularizationRate, .loss,
      .schedule,
    ]
    if case .list? = key.control?.form { return !placed.contains(key) }
    return false
  }

  private func drawRow(_ row: Rect, _ scene: inout Scene) {
    var controls: [ExperimentKey] = [.activation, .learningRate, .batchSize, .optimizer, .regularization]
    if shell.resolved.regularization != .none { controls.append(.regularizationRate) }
    controls.append(.loss)
    if layout.window == .large { controls += [.schedule] + Self.others }
    // What a step hides is not missed: the others take its columns. A link's controls keep their places, as on the page.
    if let stage = shell.stage { controls.removeAll { stage.hide.contains(.control($0)) } }
    // Each control has the columns of its longest value, so that nothing moves when a value changes.
    let widths = controls.map { $0.label.count + 1 + shell.longestValue(of: $0) }
    let room = row.width - widths.reduce(0, +)
    let gap = max(2, min(layout.window == .large ? 8 : 5, room / max(1, controls.count - 1)))
    var x = row.x
    for (control, width) in zip(controls, widths) where x + control.label.count + 4 < row.maxX {
      if shell.isHidden(.control(control)) {
        x += width + gap
        continue
      }
      let target = Target.control(control)
      let value = scene.frame.shortened(shell.words(for: control), to: row.maxX - x - control.label.count - 1)
      scene.frame.setting(control.label, key: control.letter, value: value, x: x, y: row.y, look(of: control, target))
      scene.mark(Rect(x: x, y: row.y, width: min(width, row.maxX - x), height: 1), as: target)
      x += width + gap
    }
  }

  private func look(of control: ExperimentKey, _ target: Target) -> ControlState {
    if shell.divergence != nil, control == .learningRate { return .alarming }
    return shell.look(of: target)
  }

  // MARK: - Tables

  private func drawDataTable(_ table: Rect, _ scene: inout Scene) {
    let y = layout.lossHeading
    scene.frame.heading("DATA", x: table.x, y: y, isCurrent: shell.attention.current?.panel == .data)
    let rows: [(name: String, key: Character?, value: String, target: Target, isAvailable: Bool)] =
      [("data", "d", shell.resolved.dataset.description, .control(.dataset), true)]
      + ExperimentKey.sliders.map { ($0.label, nil, shell.text(of: $0), .control($0), shell.isAvailable($0)) }
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
    let controls: [ExperimentKey] = [.activation, .learningRate, .optimizer, .batchSize]
    for (index, control) in controls.enumerated() where index < table.height && !shell.isHidden(.control(control)) {
      let target = Target.control(control)
      let value = scene.frame.shortened(shell.words(for: control), to: max(0, table.width - 12))
      scene.frame.setting(
        control.label, key: control.letter, value: value, x: table.x, y: table.y + index, valueColumn: table.x + 12,
        look(of: control, target))
      scene.mark(Rect(x: table.x, y: table.y + index, width: min(table.width, 12 + 10), height: 1), as: target)
    }
  }
}

extension ExperimentKey {
  /// The name on the screen.
  var label: String { control?.label ?? name }

  /// Whether the key is set in the panel of the data.
  var isInDataPanel: Bool {
    switch control?.form {
    case .slider?, .text?: true
    case .list?, .picture?, nil: false
    }
  }

  /// The letter of the label that is its key, to be underlined.
  fileprivate var letter: Character? {
    guard case .character(let letter)? = command?.info.keys.first else { return nil }
    return letter
  }
}

extension Shell {
  /// A key's value in the words of the screen; of a rate under a schedule first what is in force: `0.015 of 0.03`.
  func words(for key: ExperimentKey) -> String {
    let words = choice(of: key)?.words ?? value(of: key)
    guard key == .learningRate, let rate = scheduledRate else { return words }
    return "\(Number.rate(rate)) of \(words)"
  }

  /// The value in force among those of a key's list; nil where another was typed.
  func choice(of key: ExperimentKey) -> Choice? {
    let value = value(of: key)
    return key.control?.choices(for: resolved).first { $0.value == value }
  }

  /// The columns of a key's longest usual value.
  fileprivate func longestValue(of key: ExperimentKey) -> Int {
    let usual = key.control?.choices(for: resolved).map(\.words.count).max() ?? 0
    let longest =
      switch key {
      case .learningRate: scheduledRate == nil ? 6 : 16
      case .regularizationRate: 6
      case .batchSize: 4
      case .loss: usual
      case _: min(usual, 9)
      }
    return max(longest, min(words(for: key).count, 21))
  }
}
