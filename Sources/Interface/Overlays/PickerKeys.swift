import Datasets
import Playground
import Screen

/// What keys, clicks and the wheel do with a list: the line they stop at is tried out at once, and Esc takes that back.
extension Picker: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) {
    PickerList(picker: self, lit: shell.attention.pointedRow).draw(in: &scene)
  }

  var hints: [KeyRow.Entry] {
    [.move, KeyRow.Entry(keys: "Enter", word: "choose", command: .enter)]
      + (takesTyping ? [KeyRow.Entry(keys: "0-9", word: "type a value")] : [KeyRow.Entry(keys: "a-z", word: "jump")])
      + [.close]
  }

  /// Lines that PageUp and PageDown jump over.
  private static let page = 10

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var picker = self
    switch key {
    case .up, .left, .backTab, "k": picker.move(by: -1)
    case .down, .right, .tab, "j": picker.move(by: 1)
    case .home: picker.select(0)
    case .end: picker.select(items.count - 1)
    case .pageUp: picker.page(by: -Self.page)
    case .pageDown: picker.page(by: Self.page)
    case .enter, .space: return choose(row: selected, &shell)
    case .character(let typed):
      if takesTyping, typed.isNumber || typed == "." || typed == "-", case .control(let key) = subject {
        return shell.takeBack(since: opened) + shell.ask(.control(key), title: title, text: String(typed))
      }
      // The key that opened a list closes it, even where a line begins with its letter.
      let closes = letters.isEmpty && opens(key)
      guard !closes, picker.jump(to: typed) else { return opens(key) || typed == "q" ? cancel(&shell) : [] }
    case _: return []
    }
    return picker.tryOut(&shell)
  }

  /// Whether a key is the one that opens this list.
  private func opens(_ key: Key) -> Bool {
    let command: Command? =
      switch subject {
      case .control(let chosen): chosen.command
      case .lecture: .lectures
      case .layer: .addLayer
      case .become: .become
      case .label: .keepDrawing
      case .view: .views
      case .plane, .planeWeight: .plane
      case .graph: .otherGraph
      case .axis(let isAcross): isAcross ? .axisAcross : .axisUp
      case .measure: .measure
      case .theme: .theme
      case .saving: .save
      case .nameTaken, .cutOff: nil
      }
    return command?.info.keys.contains(key) == true
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var picker = self
    picker.page(by: step)
    return picker.tryOut(&shell)
  }

  /// Shows what the chosen line would do, where that can be seen: the network begins anew with it.
  private func tryOut(_ shell: inout Shell) -> [Effect] {
    shell.overlay = .picker(self)
    switch subject {
    case .control(let key) where isTriedOut(key, shell):
      return shell.takeBack(since: opened) + shell.change(key, to: items[selected].value)
    case .view(let former, _):
      shell.runView = former
      View(rawValue: items[selected].value).map { shell.tryOut($0) }
      return []
    case .measure:
      AtlasMeasure(rawValue: items[selected].value).map { shell.atlas?.measure = $0 }
      return []
    case .theme(let former):
      shell.theme = former
      shell.wear(items[selected].value)
      return [.redraw]
    case .control, .lecture, .layer, .become, .label, .plane, .planeWeight, .graph, .axis, .saving, .nameTaken, .cutOff:
      return []
    }
  }

  /// Nothing is to be seen of what resets nothing; pictures and tables take their time to be read.
  private func isTriedOut(_ key: ExperimentKey, _ shell: Shell) -> Bool {
    guard !key.isLive, !shell.showsImages, items.indices.contains(selected) else { return false }
    return key != .dataset || PointGenerator(rawValue: items[selected].value) != nil
  }

  func cancel(_ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    switch subject {
    case .view(let former, _):
      shell.runView = former
      return []
    case .measure(let former):
      shell.atlas?.measure = former
      return []
    case .theme(let former):
      shell.theme = former
      return [.redraw]
    case .cutOff: return []
    case .control, .lecture, .layer, .become, .label, .plane, .planeWeight, .graph, .axis, .saving, .nameTaken:
      return shell.takeBack(since: opened)
    }
  }

  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    shell.overlay = nil
    guard items.indices.contains(row) else { return [] }
    let value = items[row].value
    switch subject {
    case .control(.dataset) where value.hasPrefix("csv:"):
      return shell.takeBack(since: opened) + shell.pickFile(.table)
    case .control(.dataset) where value.hasPrefix("idx:"):
      return shell.takeBack(since: opened) + shell.pickFile(.pictures)
    case .control(.dataset) where value.hasSuffix(":FORMULA"):
      let kind = value.dropLast("FORMULA".count)
      let inForce = shell.resolved.dataset.description
      let text = inForce.hasPrefix(kind) ? inForce : kind + (kind == "class:" ? "x1^2 + x2^2 < 9" : "sin(2x) + x/3")
      return shell.takeBack(since: opened)
        + shell.ask(.control(.dataset), title: "Data by a formula", text: text)
    case .control(let key):
      let isInForce = row == selected && shell.hasChanged(since: opened)
      return isInForce ? [] : shell.takeBack(since: opened) + shell.change(key, to: value)
    case .view(let former, let room):
      shell.runView = former
      View(rawValue: value).map { shell.open($0, from: room) }
      return []
    case .plane: return shell.choosePlane(value)
    case .graph: return shell.chooseGraph(value)
    case .planeWeight(let across): return shell.chooseWeight(value, after: across)
    case .axis(let isAcross): return shell.putOnAxis(value, across: isAcross)
    case .measure:
      AtlasMeasure(rawValue: value).map { shell.atlas?.measure = $0 }
      return []
    case .theme(let former):
      shell.theme = former
      return shell.keepWearing(value)
    case .saving:
      let thing = Effect.SavedThing(rawValue: items[row].label) ?? .experiment
      return shell.ask(
        .saveAs(thing), title: "Save the \(thing.library == nil ? thing.rawValue : "program") as", text: value)
    case .nameTaken(let taken, let thing): return [.save(path: value, thing, replaces: value == taken)]
    case .cutOff(let run): return shell.settle(run, CutOffRun.Fate(rawValue: value))
    case .layer: return shell.addLayer(value)
    case .label: return Int(value).map { shell.keep(as: $0) } ?? []
    case .become:
      shell.question = Int(value).map(PictureQuestion.become)
      return []
    case .lecture:
      shell.openLecture(named: value)
      return []
    }
  }
}

extension Shell {
  /// Whether something was changed after the order of a number.
  func hasChanged(since number: Int) -> Bool { session.lastChange.map { $0 > number } ?? false }

  /// Takes back the change that was made after the order of a number, if there is one.
  mutating func takeBack(since number: Int) -> [Effect] { hasChanged(since: number) ? undo() : [] }
}

extension Attention {
  /// The row of a list that lies under the pointer.
  var pointedRow: Int? {
    if pointerMovedLast, case .row(let row)? = pointed { row } else { nil }
  }
}
