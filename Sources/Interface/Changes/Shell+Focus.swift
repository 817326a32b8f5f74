import Playground
import Screen

/// What Enter, a click and the wheel do with what they are used on, where no room has a meaning of its own for it.
extension Shell {
  /// The wheel over something that has a value: a control, or a line that was clicked; nil elsewhere.
  mutating func wheel(_ target: Target, by step: Int) -> [Effect]? {
    switch target {
    case .control(let key): return self.step(key, by: step)
    case .weight, .bias: return attention.focus == target ? nudge(target, by: step) : nil
    case .epsilon:
      changeEpsilon(by: step)
      return []
    case .dataset, .toggle, .feature, .input, .layer, .layerButton, .unit, .output, .loss, .pad, .seen, .answer,
      .testDigit,
      .confusion, .part, .lectureText, .choice, .given, .command, .row, .state:
      return nil
    }
  }

  /// Enter with the focus on a target: as a click, but that a unit opens its weights and is held meanwhile.
  mutating func enter(_ target: Target) -> [Effect] {
    switch target {
    case .unit:
      attention.held = target
      openWeights()
      return []
    case .output where attention.held == nil:
      if let rect = regions.rect(of: .output), let cross = outputPicture().readCell(rect) {
        probe(at: cross, in: rect)
      } else {
        openWeights()
      }
      return []
    case _: return activate(target)
    }
  }

  /// A click.
  mutating func activate(_ target: Target) -> [Effect] {
    switch target {
    case .dataset(let name): return change(.dataset, to: name)
    case .control(let key): return pick(key)
    case .feature(let index): return toggleFeature(index)
    case .layer: return []
    case .layerButton(let layer, let more): return changeUnits(grow: more, layer: layer)
    case .unit: attention.held = attention.held == target ? nil : target
    case .weight, .bias: return askForParameter(target)
    case .output:
      if attention.held != nil {
        attention.held = nil
      } else if let rect = regions.rect(of: .output), let pointer {
        probe(at: pointer, in: rect)
      }
    case .input, .loss, .seen, .epsilon, .answer, .testDigit, .confusion, .part, .lectureText, .choice, .given, .pad,
      .toggle,
      .command, .row,
      .state:
      return []
    }
    return []
  }
}
