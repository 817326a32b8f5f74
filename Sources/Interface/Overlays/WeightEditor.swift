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
      .move, KeyRow.Entry(keys: "Left Right", word: "change by 0.1"),
      KeyRow.Entry(keys: "Enter", word: "type a value", command: .enter), KeyRow.Entry(keys: "Tab", word: "next unit"),
      .close,
    ]
  }

  /// What the chosen line stands for.
  private func target(_ shell: Shell) -> Target {
    let sources = shell.network?.architecture.sources(layer) ?? 0
    return selected < sources
      ? .weight(layer: layer, unit: unit, source: selected) : .bias(layer: layer, unit: unit)
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    guard let architecture = shell.network?.architecture else { return [] }
    var editor = self
    switch key {
    case .up, "k": editor.selected = max(0, selected - 1)
    case .down, "j": editor.selected = min(architecture.sources(layer), selected + 1)
    case .left, "h", "-": return shell.nudge(target(shell), by: -1)
    case .right, "+": return shell.nudge(target(shell), by: 1)
    case .enter: return shell.askForParameter(target(shell))
    case .tab: editor = WeightEditor(layer: layer, unit: (unit + 1) % architecture.units(layer), selected: 0)
    case .character(let typed) where typed.isNumber || typed == ".":
      return shell.ask(.weight(target(shell)), title: shell.name(of: target(shell)), text: String(typed))
    case "q": return [.quit]
    case _: return []
    }
    shell.overlay = .weights(editor)
    return []
  }

  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    if selected == row { return shell.askForParameter(target(shell)) }
    shell.overlay = .weights(WeightEditor(layer: layer, unit: unit, selected: row))
    return []
  }

  /// The wheel turns the value it is over, as it does on every control.
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var editor = self
    if case .row(let row)? = shell.pointer.flatMap(shell.regions.target(at:)) { editor.selected = row }
    shell.overlay = .weights(editor)
    return shell.nudge(editor.target(shell), by: -step)
  }
}
