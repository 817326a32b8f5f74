import Playground
import Screen

/// Lists of values, and stepping through them.
extension Shell {
  /// What holds of a key, as the experiment reads it.
  func value(of key: ExperimentKey) -> String {
    switch key.setting(in: resolved) ?? key.setting(in: experiment) ?? key.setting(in: Experiment().resolved()) {
    case .word(let word)?:
      // Numbers are shown as people type them: 0.00001, not 1e-05.
      return key.isText ? word : Double(word).map(Number.typed) ?? word
    case .list(let words)?: return words.isEmpty ? "[]" : words.joined(separator: ",")
    case nil: return ""
    }
  }

  /// Opens the list, or the prompt, that a key is set with; what is changed in a picture or by a knob has a prompt.
  mutating func pick(_ key: ExperimentKey) -> [Effect] {
    let now = value(of: key)
    guard key != .weights else { return pickFile(.weights) }
    guard let control = key.control else {
      let items = key.names.map { Picker.Item(value: $0, label: $0, sentence: "") }
      guard !items.isEmpty, !key.isList else { return ask(.control(key), title: key.name, text: now, isSelected: true) }
      open(key, key.name, items, now, takesTyping: false)
      return []
    }
    switch control.form {
    case .list(let isOpen, let choices):
      let items = choices(resolved).map { Picker.Item(value: $0.value, label: $0.value, sentence: $0.note) }
      open(key, control.title, isOpen ? items.including(now) : items, now, takesTyping: isOpen)
    case .slider:
      let items = key.stops.map { Picker.Item(value: Number.typed($0), label: text(of: key, $0), sentence: "") }
      open(key, control.title, items.including(now), now, takesTyping: true)
    case .text, .picture:
      return ask(.control(key), title: control.title.uppercasedFirst, text: now, isSelected: true)
    }
    return []
  }

  private mutating func open(
    _ key: ExperimentKey, _ title: String, _ items: [Picker.Item], _ now: String, takesTyping: Bool
  ) {
    open(
      Picker(
        subject: .control(key), title: title, items: items,
        selected: items.firstIndex { $0.value == now } ?? 0, takesTyping: takesTyping))
  }

  /// Opens a list; what is tried out in it can be taken back to here.
  mutating func open(_ list: Picker) {
    var list = list
    list.opened = session.lastNumber
    overlay = .picker(list)
  }

  /// Goes to the next value of a key; nil where it has none beside its own.
  mutating func step(_ key: ExperimentKey, by step: Int) -> [Effect]? {
    guard let control = key.control else { return nil }
    switch control.form {
    case .list(_, let choices): return self.step(key, through: choices(resolved).map(\.value), by: step)
    case .slider: return slide(key, by: step)
    case .text, .picture: return nil
    }
  }

  /// A number that was typed takes its place among the others.
  private mutating func step(_ key: ExperimentKey, through values: [String], by step: Int) -> [Effect] {
    let now = value(of: key)
    if let place = values.firstIndex(of: now) {
      let next = place + step
      return values.indices.contains(next) ? change(key, to: values[next]) : []
    }
    guard let number = Double(now) else { return values.first.map { change(key, to: $0) } ?? [] }
    let numbers = values.compactMap { Double($0) }
    let next = step > 0 ? numbers.firstIndex { $0 > number } : numbers.lastIndex { $0 < number }
    return next.map { change(key, to: values[$0]) } ?? []
  }
}

extension [Picker.Item] {
  /// The values with one that was typed among them, in its place.
  fileprivate func including(_ value: String) -> [Picker.Item] {
    guard !value.isEmpty, !contains(where: { $0.value == value }) else { return self }
    let own = Picker.Item(value: value, label: value, sentence: "in force now")
    let place = Double(value).flatMap { number in firstIndex { Double($0.value).map { $0 > number } ?? false } }
    return Array(self[..<(place ?? count)]) + [own] + self[(place ?? count)...]
  }
}
