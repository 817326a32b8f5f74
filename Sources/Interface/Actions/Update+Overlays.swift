import Playground
import Screen

/// Keys and clicks while something lies over the screen.
extension Shell {
  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard let open = overlay else { return [] }
    if key == .control("c") { return [.quit] }
    if key == .escape {
      overlay = nil
      return []
    }
    switch open {
    case .prompt(let prompt): return press(key, in: prompt)
    case .picker(let picker): return press(key, in: picker)
    case .weights(let editor): return press(key, in: editor)
    case .equation(let line):
      switch key {
      case .up, "k": overlay = .equation(scroll: max(0, line - 1))
      case .down, "j": overlay = .equation(scroll: line + 1)
      case .pageUp: overlay = .equation(scroll: max(0, line - 10))
      case .pageDown, .space: overlay = .equation(scroll: line + 10)
      case "q": return [.quit]
      case _: overlay = nil
      }
    case .help(let page):
      if key == "q" { return [.quit] }
      overlay = page + 1 < HelpBook(shell: self).pages.count ? .help(page: page + 1) : nil
    case .message, .figures:
      overlay = nil
      if key == "q" { return [.quit] }
    }
    return []
  }

  /// The wheel over an open list.
  mutating func scroll(by step: Int) -> [Effect] {
    switch overlay {
    case .picker(var picker)?:
      picker.move(by: step)
      overlay = .picker(picker)
    case .equation(let line)?: overlay = .equation(scroll: max(0, line + step))
    case .weights(var editor)?:
      // The wheel turns the value it is over, as it does on every control.
      if case .row(let row)? = pointer.flatMap(regions.target(at:)) { editor.selected = row }
      overlay = .weights(editor)
      return nudge(target(of: editor), by: -step)
    case .help?, .prompt?, .message?, .figures?, nil: break
    }
    return []
  }

  private mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
    var picker = picker
    switch key {
    case .up, .left, .backTab, "k": picker.move(by: -1)
    case .down, .right, .tab, "j": picker.move(by: 1)
    case .home: picker.selected = 0
    case .end: picker.selected = max(0, picker.items.count - 1)
    case .enter, .space: return choose(picker)
    case .character(let typed):
      if picker.takesTyping, typed.isNumber || typed == ".", case .control(let control) = picker.subject {
        return ask(.control(control), title: picker.title, text: String(typed))
      }
      // The key that opened the list steps on in it.
      if case .control(let control) = picker.subject, control.command?.info.keys.contains(key) == true {
        picker.move(by: 1)
      } else if typed == "q" {
        overlay = nil
        return []
      }
    case _: return []
    }
    overlay = .picker(picker)
    return []
  }

  /// A click on a line of an open list.
  mutating func chooseRow(_ index: Int) -> [Effect] {
    switch overlay {
    case .picker(var picker)?:
      guard picker.items.indices.contains(index) else { return [] }
      picker.selected = index
      return choose(picker)
    case .weights(var editor)?:
      if editor.selected == index { return askForParameter(target(of: editor)) }
      editor.selected = index
      overlay = .weights(editor)
    case .prompt(let prompt)?:
      let characters = Prompt.keyboard.joined().map(Key.character)
      return press(characters[safe: index] ?? .backspace, in: prompt)
    case .help?, .equation?, .message?, .figures?, nil: break
    }
    return []
  }

  private mutating func choose(_ picker: Picker) -> [Effect] {
    overlay = nil
    guard picker.items.indices.contains(picker.selected) else { return [] }
    let value = picker.items[picker.selected].value
    switch picker.subject {
    case .control(.dataset) where value.hasPrefix("csv:"):
      return ask(.control(.dataset), title: "A table of your own: csv: and its path", text: "csv:")
    case .control(let control): return change(control.key, to: value)
    case .lecture: return openLecture(named: value)
    case .theme: return chooseTheme(value)
    case .saving: return ask(.saveAs, title: "Save as", text: value)
    }
  }

  /// Opens a prompt for one line of text.
  mutating func ask(_ purpose: Prompt.Purpose, title: String, text: String) -> [Effect] {
    overlay = .prompt(Prompt(purpose: purpose, title: title, text: text))
    return []
  }

  private mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    prompt.complaint = nil
    switch key {
    case .character(let typed): prompt.text.append(typed)
    case .backspace: if !prompt.text.isEmpty { prompt.text.removeLast() }
    case .control("u"): prompt.text = ""
    case .enter: return accept(prompt)
    case _: return []
    }
    overlay = .prompt(prompt)
    return []
  }

  /// Enter in a prompt: done if the text makes sense, else the prompt stays and says why.
  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let effects: [Effect]
    switch prompt.purpose {
    case .control(let control): effects = change(control.key, to: prompt.text)
    case .slider(let slider): effects = change(slider.key, to: prompt.text)
    case .seed: effects = change("seed", to: "\"\(prompt.text)\"")
    case .weight(let target): effects = setParameter(target, to: prompt.text)
    case .saveAs: effects = save(as: prompt.text)
    case .stopAt: effects = stop(at: prompt.text)
    }
    if let notice, notice.isAlarm {
      var again = prompt
      again.complaint = notice.text
      overlay = .prompt(again)
      self.notice = nil
    } else {
      overlay = nil
    }
    return effects
  }

  /// An epoch, a condition such as `test-loss<0.01`, or nothing at all.
  private mutating func stop(at text: String) -> [Effect] {
    let text = text.filter { !$0.isWhitespace }
    var changed = experiment
    if text.isEmpty || Int(text) != nil {
      changed.epochs = nil
      if !text.isEmpty {
        return [send(.goal(nil))] + change("epochs", to: text)
      }
      return [send(.goal(nil))] + adopt(changed)
    }
    do {
      return [send(.goal(try Goal(text)))]
    } catch {
      notice = Notice(text: error.description, isAlarm: true)
      return []
    }
  }

  /// The stop condition in force, as it is typed.
  var stopText: String {
    if let goal = snapshot?.goal { return goal.description }
    return experiment.epochs.map(String.init) ?? ""
  }

  /// Files are told apart by their ending.
  private mutating func save(as path: String) -> [Effect] {
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
    overlay = .picker(Picker(subject: .saving, title: "Save", items: items, selected: 0, takesTyping: false))
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A key that types this character.
  public init(unicodeScalarLiteral value: Character) { self = .character(value) }
}
