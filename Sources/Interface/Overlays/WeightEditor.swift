import NeuralEngine
import Screen

/// The weights and the bias of one unit, one of them chosen.
public struct WeightEditor: Sendable, Equatable {
  /// The layer of the unit, counted from 0; the one after the hidden layers is the output.
  public let layer: Int
  /// The unit within its layer, counted from 0.
  public let unit: Int
  /// 0 … sources−1 are the weights, the last one the bias.
  public var selected: Int
}

extension WeightEditor: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { WeightList(shell: shell, editor: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [
      .move, KeyRow.Entry(keys: "Left Right", word: "by 0.1"), KeyRow.Entry(keys: "0-9 -", word: "type a value"),
      KeyRow.Entry(keys: "Tab", word: "next unit"), .close,
    ]
  }

  /// What the chosen line stands for.
  private func target(_ shell: Shell) -> Target {
    let sources = isThere(shell) ? shell.network?.architecture.sources(layer) ?? 0 : 0
    return selected < sources
      ? .weight(layer: layer, unit: unit, source: selected) : .bias(layer: layer, unit: unit)
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    guard let architecture = shell.network?.architecture, isThere(shell) else { return cancel(&shell) }
    let last = architecture.sources(layer)
    switch key {
    case .up, "k": return select(max(0, selected - 1), &shell)
    case .down, "j": return select(min(last, selected + 1), &shell)
    case .home, .pageUp: return select(key == .home ? 0 : max(0, selected - 10), &shell)
    case .end, .pageDown: return select(key == .end ? last : min(last, selected + 10), &shell)
    case .left, "h": return shell.nudge(target(shell), by: -1)
    case .right: return shell.nudge(target(shell), by: 1)
    case .enter: return shell.askForParameter(target(shell), in: self)
    case .tab: return next(by: 1, in: architecture).open(&shell)
    case .backTab: return next(by: -1, in: architecture).open(&shell)
    case .backspace: return shell.undo()
    case .character(let typed) where typed.isNumber || typed == "." || typed == "-":
      return shell.askForParameter(target(shell), in: self, beginning: String(typed))
    case "w": return cancel(&shell)
    case "q": return shell.quit()
    case _: return []
    }
  }

  /// The unit after this one, or before it, through all layers.
  private func next(by step: Int, in architecture: Architecture) -> WeightEditor {
    let units = (0..<architecture.layerCount).flatMap { layer in
      (0..<architecture.units(layer)).map { WeightEditor(layer: layer, unit: $0, selected: 0) }
    }
    let here = units.firstIndex { $0.layer == layer && $0.unit == unit } ?? 0
    return units[(here + step + units.count) % units.count]
  }

  /// The list at the row after the chosen one, which stays at the last.
  func atNextRow(_ shell: Shell) -> WeightEditor {
    let last = isThere(shell) ? shell.network?.architecture.sources(layer) ?? 0 : 0
    return WeightEditor(layer: layer, unit: unit, selected: min(last, selected + 1))
  }

  /// Opens the list; the line of its chosen row is current, and its unit is the one that is looked at.
  func open(_ shell: inout Shell) -> [Effect] {
    guard isThere(shell) else { return cancel(&shell) }
    shell.overlay = .weights(self)
    shell.attention.focus(on: target(shell))
    if shell.attention.held != nil { shell.attention.held = isOutput(shell) ? nil : .unit(layer: layer, unit: unit) }
    return []
  }

  /// Whether the network has the unit; it may have become another meanwhile.
  private func isThere(_ shell: Shell) -> Bool {
    guard let architecture = shell.network?.architecture, layer < architecture.layerCount else { return false }
    return unit < architecture.units(layer)
  }

  private func isOutput(_ shell: Shell) -> Bool { layer == shell.network?.architecture.hidden.count }

  private func select(_ row: Int, _ shell: inout Shell) -> [Effect] {
    WeightEditor(layer: layer, unit: unit, selected: row).open(&shell)
  }

  /// The focus goes back to where the list came from.
  func cancel(_ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    let unit = isOutput(shell) ? Target.output : .unit(layer: layer, unit: unit)
    shell.attention.focus(on: isThere(shell) ? unit : nil)
    return []
  }

  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    selected == row ? shell.askForParameter(target(shell), in: self) : select(row, &shell)
  }

  /// The wheel turns the value it is over, as it does on every control.
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var editor = self
    if case .row(let row)? = shell.pointer.flatMap(shell.regions.target(at:)) { editor.selected = row }
    _ = editor.open(&shell)
    return shell.nudge(editor.target(shell), by: -step)
  }
}
