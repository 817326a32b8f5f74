import Screen

/// What is kept in files.
extension Shell {
  /// Files are told apart by their ending.
  mutating func save(as path: String) -> [Effect] {
    let path = path.trimmingPrefix(while: \.isWhitespace)
    let thing: Effect.SavedThing? =
      path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      ? .experiment : path.hasSuffix(".safetensors") ? .model : path.hasSuffix(".csv") ? .points : nil
    guard let thing, path.contains(where: { $0 != "." }) else {
      notice = Notice(
        text: "The ending says what is saved: .yaml the experiment, .safetensors the model, .csv the points.",
        isAlarm: true)
      return []
    }
    return [.save(path: String(path), thing)]
  }

  /// The list of what can be saved, each with a name that can be changed before it is used.
  mutating func pickWhatToSave() {
    let name = String(sourceName.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
    var items = [
      Picker.Item(value: name + ".yaml", label: "experiment", sentence: "its settings, to be opened again"),
      Picker.Item(
        value: name + ".safetensors", label: "model", sentence: "the weights of now, for predict and for Python"),
    ]
    if snapshot?.material.points != nil {
      items.append(Picker.Item(value: name + ".csv", label: "points", sentence: "the samples, for a table of your own"))
    }
    open(Picker(subject: .saving, title: "Save", items: items, selected: 0, takesTyping: false))
  }
}
