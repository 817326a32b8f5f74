import Playground
import Screen

/// One line of text to be typed.
public struct Prompt: Sendable, Equatable {
  /// What the text is for.
  public enum Purpose: Sendable, Equatable {
    case control(ExperimentKey)
    /// A weight or a bias, and the list in which it stands, to go on in.
    case weight(Target, in: WeightEditor?)
    case saveAs(Effect.SavedThing)
    case stopAt
    /// The expression of the computation graph, and a number for one of its variables.
    case expression
    case graphInput(Int)
  }

  /// What becomes of the text when it is accepted.
  public let purpose: Purpose
  /// What is asked for, above the line.
  public let title: String
  /// What has been typed so far.
  public var text: String
  /// What was wrong with the last try; nil before one, and while the text is being changed.
  public var complaint: String?
  /// Whether the text is that of before, which the first character replaces.
  public var isSelected = false

  /// What can be typed with the mouse alone: rows of characters to be clicked.
  static let keyboard: [[Character]] = [Array("0123456789.-/_:<>=+*^(),"), Array("abcdefghijklmnopqrstuvwxyz")]

  /// A prompt with a text to begin from, and no complaint.
  public init(purpose: Purpose, title: String, text: String) {
    self.purpose = purpose
    self.title = title
    self.text = text
  }
}

extension Prompt: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { PromptLine(prompt: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [
      KeyRow.Entry(keys: "Enter", word: "accept", command: .enter), KeyRow.Entry(keys: "Ctrl-U", word: "clear"), .close,
    ]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var prompt = self
    prompt.complaint = nil
    switch key {
    case .character(let typed): prompt.text = (isSelected ? "" : text) + String(typed)
    case .space: prompt.text = (isSelected ? "" : text) + " "
    case .backspace: prompt.text = isSelected ? "" : String(text.dropLast())
    case .control("u"): prompt.text = ""
    case .enter: return prompt.accept(&shell)
    case _: return []
    }
    prompt.isSelected = false
    shell.overlay = .prompt(prompt)
    return []
  }

  /// Back to the list of weights, where the prompt came from one.
  func cancel(_ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    if case .weight(_, in: let list?) = purpose { return list.open(&shell) }
    return []
  }

  /// A click on a character types it; the last line erases.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    press(Self.keyboard.joined().map(Key.character)[safe: row] ?? .backspace, &shell)
  }

  /// Enter: done if the text makes sense, else the prompt stays and says why.
  private func accept(_ shell: inout Shell) -> [Effect] {
    let effects: [Effect]
    switch purpose {
    // In quotes a text is taken as it stands, brackets and all.
    case .control(let key): effects = shell.change(key, to: key.isText ? "\"\(text)\"" : text)
    case .weight(let target, _): effects = shell.setParameter(target, to: text)
    case .saveAs(let thing): effects = shell.save(thing, as: text)
    case .stopAt: effects = shell.stop(at: text)
    case .expression: effects = shell.setExpression(text)
    case .graphInput(let variable): effects = shell.setInput(variable, to: text)
    }
    if let notice = shell.notice, notice.isAlarm {
      var again = self
      again.complaint = notice.text
      shell.overlay = .prompt(again)
      shell.notice = nil
    } else if case .weight(_, in: let list?) = purpose {
      return effects + list.atNextRow(shell).open(&shell)
    } else {
      shell.overlay = nil
    }
    return effects
  }
}

extension Shell {
  /// Opens a prompt for one line of text: what holds now, which the first character replaces, or what was begun.
  mutating func ask(_ purpose: Prompt.Purpose, title: String, text: String, isSelected: Bool = false) -> [Effect] {
    var prompt = Prompt(purpose: purpose, title: title, text: text)
    prompt.isSelected = isSelected && !text.isEmpty
    overlay = .prompt(prompt)
    return []
  }
}
