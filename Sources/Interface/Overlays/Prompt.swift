import Playground
import Screen

/// One line of text to be typed.
public struct Prompt: Sendable, Equatable {
  /// What the text is for.
  public enum Purpose: Sendable, Equatable {
    case control(ExperimentKey)
    case weight(Target)
    case saveAs
    case stopAt
  }

  /// What becomes of the text when it is accepted.
  public let purpose: Purpose
  /// What is asked for, above the line.
  public let title: String
  /// What has been typed so far.
  public var text: String
  /// What was wrong with the last try; nil before one, and while the text is being changed.
  public var complaint: String?

  /// What can be typed with the mouse alone: rows of characters to be clicked.
  static let keyboard: [[Character]] = [Array("0123456789.-/_:<"), Array("abcdefghijklmnopqrstuvwxyz")]

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
    case .character(let typed): prompt.text.append(typed)
    case .backspace: if !prompt.text.isEmpty { prompt.text.removeLast() }
    case .control("u"): prompt.text = ""
    case .enter: return prompt.accept(&shell)
    case _: return []
    }
    shell.overlay = .prompt(prompt)
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
    case .weight(let target): effects = shell.setParameter(target, to: text)
    case .saveAs: effects = shell.save(as: text)
    case .stopAt: effects = shell.stop(at: text)
    }
    if let notice = shell.notice, notice.isAlarm {
      var again = self
      again.complaint = notice.text
      shell.overlay = .prompt(again)
      shell.notice = nil
    } else {
      shell.overlay = nil
    }
    return effects
  }
}

extension Shell {
  /// Opens a prompt for one line of text.
  mutating func ask(_ purpose: Prompt.Purpose, title: String, text: String) -> [Effect] {
    overlay = .prompt(Prompt(purpose: purpose, title: title, text: text))
    return []
  }
}
