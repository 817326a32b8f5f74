import Playground
import Screen

/// What is kept in files.
extension Shell {
  /// The list of what can be saved, each with a name that can be changed before it is used.
  mutating func pickWhatToSave() {
    let name = fileStem
    var items = [
      Picker.Item(value: name + ".yaml", label: "experiment", sentence: "its settings, to be opened again"),
      Picker.Item(
        value: name + ".safetensors", label: "model", sentence: "the weights of now, for predict and for Python"),
    ]
    if snapshot?.material.points != nil {
      items.append(Picker.Item(value: name + ".csv", label: "points", sentence: "the samples, for a table of your own"))
    }
    for library in PythonCode.Library.allCases {
      items.append(
        Picker.Item(
          value: name + ".py", label: library.rawValue, sentence: "the network of now as a program in Python"))
    }
    open(Picker(subject: .saving, title: "Save", items: items, selected: 0, takesTyping: false))
  }

  /// What files are called, but for their endings.
  var fileStem: String { String(sourceName.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" }) }

  /// Saves what was chosen under a name; a name without an ending gets the usual one.
  mutating func save(_ thing: Effect.SavedThing, as name: String) -> [Effect] {
    var path = String(name.trimmingPrefix(while: \.isWhitespace))
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard file.contains(where: { $0 != "." }) else {
      notice = Notice(text: "A file needs a name, such as mine\(thing.endings[0]).", isAlarm: true)
      return []
    }
    if !file.contains(".") { path += thing.endings[0] }
    guard thing.endings.contains(where: path.hasSuffix) else {
      notice = Notice(
        text:
          "\(thing.rawValue.uppercasedFirst): saved as \(thing.endings[0]), and \(path) ends otherwise; s saves other "
          + "things.", isAlarm: true)
      return []
    }
    return [.save(path: path, thing)]
  }

  /// Asks what is to become of a file that has the name already.
  mutating func askAboutName(_ path: String, _ thing: Effect.SavedThing, free: String) {
    let items = [
      Picker.Item(value: free, label: "keep both", sentence: "saves as \(free)"),
      Picker.Item(value: path, label: "replace", sentence: "what \(path) holds now is lost"),
    ]
    open(
      Picker(
        subject: .nameTaken(path, thing), title: "\(path) is there already", items: items, selected: 0,
        takesTyping: false))
  }
}
