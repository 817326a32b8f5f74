import Playground
import Screen

/// A list of values of which one is chosen.
public struct Picker: Sendable, Equatable {
  /// What is being chosen.
  public enum Subject: Sendable, Equatable {
    case control(ExperimentKey)
    case lecture
    case theme
    case saving
  }

  /// One line of the list.
  public struct Item: Sendable, Equatable {
    /// The value as the experiment reads it, or the name of what is opened.
    public let value: String
    /// The value as the list shows it.
    public let label: String
    /// One sentence that says what it is or does.
    public let sentence: String

    /// A line for a value, with what is shown of it.
    public init(value: String, label: String, sentence: String) {
      self.value = value
      self.label = label
      self.sentence = sentence
    }
  }

  /// What the chosen value is for.
  public let subject: Subject
  /// The heading over the list.
  public let title: String
  /// The lines, from the top.
  public let items: [Item]
  /// Which of them is chosen, counted from 0.
  public var selected: Int
  /// Whether a value that is not in the list may be typed.
  public let takesTyping: Bool

  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    selected = (selected + step + items.count) % items.count
  }
}

extension Picker: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { PickerList(picker: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [.move, KeyRow.Entry(keys: "Enter", word: "choose", command: .enter)]
      + (takesTyping ? [KeyRow.Entry(keys: "0-9", word: "type a value")] : []) + [.close]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var picker = self
    switch key {
    case .up, .left, .backTab, "k": picker.move(by: -1)
    case .down, .right, .tab, "j": picker.move(by: 1)
    case .home: picker.selected = 0
    case .end: picker.selected = max(0, items.count - 1)
    case .enter, .space: return choose(row: selected, &shell)
    case .character(let typed):
      if takesTyping, typed.isNumber || typed == ".", case .control(let key) = subject {
        return shell.ask(.control(key), title: title, text: String(typed))
      }
      // The key that opened the list steps on in it.
      if case .control(let chosen) = subject, chosen.command?.info.keys.contains(key) == true {
        picker.move(by: 1)
      } else if typed == "q" {
        shell.overlay = nil
        return []
      }
    case _: return []
    }
    shell.overlay = .picker(picker)
    return []
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var picker = self
    picker.move(by: step)
    shell.overlay = .picker(picker)
    return []
  }

  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    guard items.indices.contains(row) else {
      if items.isEmpty { shell.overlay = nil }
      return []
    }
    shell.overlay = nil
    let value = items[row].value
    switch subject {
    case .control(.dataset) where value.hasPrefix("csv:"):
      return shell.ask(.control(.dataset), title: "A table of your own: csv: and its path", text: "csv:")
    case .control(let key): return shell.change(key, to: value)
    case .theme: return shell.chooseTheme(value)
    case .saving: return shell.ask(.saveAs, title: "Save as", text: value)
    case .lecture:
      shell.openLecture(named: value)
      return []
    }
  }
}
