import Datasets
import NeuralEngine
import Playground
import Screen

/// Lists of values, and stepping through them.
extension Shell {
  /// The values that a control offers, as the experiment reads them, each with what it is in a sentence.
  func items(of control: Control) -> [Picker.Item] {
    switch control {
    case .dataset:
      DatasetCatalog.entries.map {
        Picker.Item(value: $0.name, label: $0.name, sentence: $0.summary)
      }
    case .activation:
      Activation.allCases.filter { $0 != .softmax }.map {
        Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.formula)
      }
    case .output:
      Activation.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.formula) }
    case .learningRate:
      ["0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"].map {
        Picker.Item(value: $0, label: $0, sentence: "w ← w − \($0) · gradient")
      }
    case .batchSize:
      (showsImages ? [10, 32, 64, 128, 256, 512] : [1, 2, 5, 10, 15, 20, 25, 30, 60, 120]).map {
        Picker.Item(
          value: "\($0)", label: "\($0)",
          sentence: $0 == 1 ? "an update after every sample" : "an update averages \($0) samples")
      }
    case .optimizer:
      Optimizer.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.formula) }
    case .regularization:
      Regularization.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.formula) }
    case .regularizationRate:
      ["0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"].map {
        Picker.Item(
          value: $0, label: $0,
          sentence: $0 == "0" ? "large weights cost nothing" : "what large weights cost counts \($0) times")
      }
    case .loss:
      Loss.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.formula) }
    case .schedule:
      Schedule.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: "") }
    case .initializer:
      Initializer.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: "") }
    }
  }

  /// The value in force, as the experiment reads it.
  func value(of control: Control) -> String {
    let resolved = resolved
    switch control {
    case .dataset: return resolved.dataset.description
    case .activation:
      let said = resolved.activations
      return said.isEmpty
        ? experiment.activation?.first?.rawValue ?? "tanh"
        : Set(said).count == 1 ? said[0].rawValue : said.map(\.rawValue).joined(separator: ",")
    case .learningRate: return Number.typed(resolved.learningRate)
    case .batchSize: return "\(resolved.batchSize)"
    case .optimizer: return resolved.optimizer.rawValue
    case .regularization: return resolved.regularization.rawValue
    case .regularizationRate: return Number.typed(resolved.regularizationRate)
    case .loss: return resolved.loss.rawValue
    case .schedule: return resolved.schedule.rawValue
    case .initializer: return resolved.initializer.rawValue
    case .output: return resolved.output.rawValue
    }
  }

  /// Opens a control's list at the value in force.
  mutating func pick(_ control: Control) -> [Effect] {
    let items = items(of: control)
    let now = value(of: control)
    overlay = .picker(
      Picker(
        subject: .control(control), title: control.name, items: items,
        selected: items.firstIndex { $0.value == now } ?? 0,
        takesTyping: [.learningRate, .batchSize, .regularizationRate].contains(control)))
    return []
  }

  /// Goes to the next value of a control's list; a number that was typed takes its place among the others.
  mutating func step(_ control: Control, by step: Int) -> [Effect] {
    let values = items(of: control).map(\.value)
    let now = value(of: control)
    if let place = values.firstIndex(of: now) {
      let next = place + step
      return values.indices.contains(next) ? change(control.key, to: values[next]) : []
    }
    guard let number = Double(now) else { return change(control.key, to: values[0]) }
    let numbers = values.compactMap { Double($0) }
    let next = step > 0 ? numbers.firstIndex { $0 > number } : numbers.lastIndex { $0 < number }
    return next.map { change(control.key, to: values[$0]) } ?? []
  }

  mutating func pickTheme() {
    var items = Theme.Name.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: "colours") }
    items += GlyphSet.allCases.map {
      Picker.Item(value: "glyphs " + $0.rawValue, label: "glyphs " + $0.rawValue, sentence: "characters")
    }
    overlay = .picker(
      Picker(
        subject: .theme, title: "theme", items: items,
        selected: items.firstIndex { $0.value == theme.name.rawValue } ?? 0,
        takesTyping: false))
  }

  mutating func chooseTheme(_ value: String) -> [Effect] {
    if let name = Theme.Name(rawValue: value) {
      theme = Theme(name, depth: theme.depth, glyphs: theme.glyphs, paintsGround: theme.paintsGround)
    } else if let glyphs = GlyphSet(rawValue: String(value.trimmingPrefix("glyphs "))) {
      theme = Theme(theme.name, depth: theme.depth, glyphs: glyphs, paintsGround: theme.paintsGround)
    }
    return [.saveSettings(theme.name, theme.glyphs), .redraw]
  }
}
