import Playground
import Screen

/// Every key of the experiment that has a meaning for the data: its value, and whether somebody set it.
public struct SettingsSheet: Sendable, Equatable {
  /// The chosen line, counted from 0.
  public var selected: Int

  /// The list at a line.
  public init(selected: Int = 0) { self.selected = selected }

  /// The keys, in the order in which files list them.
  func keys(_ shell: Shell) -> [ExperimentKey] { ExperimentKey.all.filter { $0.concerns(shell.resolved.dataset) } }

  /// The key of the chosen line.
  func key(_ shell: Shell) -> ExperimentKey? { keys(shell)[safe: selected] }
}

extension SettingsSheet: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { SettingsPage(shell: shell, sheet: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [
      .move, KeyRow.Entry(keys: "Enter", word: "change", command: .enter),
      KeyRow.Entry(keys: "Delete", word: "default"),
      .close,
    ]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    let last = keys(shell).count - 1
    switch key {
    case .up, "k", .backTab: return select(max(0, selected - 1), &shell)
    case .down, "j", .tab: return select(min(last, selected + 1), &shell)
    case .pageUp, .home: return select(key == .home ? 0 : max(0, selected - 10), &shell)
    case .pageDown, .end: return select(key == .end ? last : min(last, selected + 10), &shell)
    case .enter, .space: return choose(row: selected, &shell)
    case .delete: return self.key(shell).map { shell.forget($0) } ?? []
    case .backspace: return shell.undo()
    case "E", "q": return cancel(&shell)
    case .character(let letter): return jump(to: letter, &shell)
    case _: return []
    }
  }

  private func select(_ row: Int, _ shell: inout Shell) -> [Effect] {
    shell.overlay = .settings(SettingsSheet(selected: row))
    return []
  }

  /// The next key that begins with a letter.
  private func jump(to letter: Character, _ shell: inout Shell) -> [Effect] {
    let names = keys(shell).map(\.name)
    let order = (1...names.count).map { (selected + $0) % names.count }
    return order.first { names[$0].hasPrefix(letter.lowercased()) }.map { select($0, &shell) } ?? []
  }

  /// Opens the list or the prompt of a key; this list comes back when that is closed.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    guard let key = keys(shell)[safe: row] else { return [] }
    shell.beneath = .settings(SettingsSheet(selected: row))
    return shell.pick(key)
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] { press(step < 0 ? .up : .down, &shell) }
}

/// The list of all settings.
struct SettingsPage: Drawable {
  let shell: Shell
  let sheet: SettingsSheet

  private static let nameColumns = 21
  private static let valueColumns = 18

  func draw(in scene: inout Scene) {
    let keys = sheet.keys(shell)
    let most = (scene.besides?.width ?? scene.frame.size.width - 2) - 6
    let width = min(most, Self.nameColumns + Self.valueColumns + 40)
    let height = min(keys.count, scene.panelRows)
    let room = scene.openPanel(Size(width, height), title: "All settings", note: "dim: by default")
    let first = max(0, min(sheet.selected - height / 2, keys.count - height))
    for (row, index) in (first..<min(keys.count, first + height)).enumerated() {
      draw(keys[index], index, in: Rect(x: room.x, y: room.y + row, width: room.width, height: 1), &scene)
    }
  }

  private func draw(_ key: ExperimentKey, _ index: Int, in row: Rect, _ scene: inout Scene) {
    if index == shell.attention.pointedRow {
      scene.frame.fill(Rect(x: row.x - 1, y: row.y, width: row.width + 2, height: 1), .lift)
    }
    let isSaid = key.setting(in: shell.experiment) != nil
    scene.frame.choice(key.name, isChosen: index == sheet.selected, x: row.x, y: row.y)
    let value = shell.value(of: key)
    var x = row.x + Self.nameColumns
    scene.frame.put(
      scene.frame.shortened(value.isEmpty ? "–" : value, to: min(Self.valueColumns - 2, row.maxX - x)), x: x, y: row.y,
      isSaid ? .strong : .dim, isSaid ? .bold : [])
    x += Self.valueColumns
    if x + 10 < row.maxX {
      scene.frame.put(scene.frame.shortened(key.meaning, to: row.maxX - x), x: x, y: row.y, .rule)
    }
    scene.mark(row, as: .row(index))
  }
}

extension Shell {
  /// Lets the default of a key hold.
  mutating func forget(_ key: ExperimentKey) -> [Effect] {
    guard key.setting(in: experiment) != nil else { return refuse("\(key.name) is at its default already.") }
    var changed = experiment
    key.forget(in: &changed)
    return check(changed) ? adopt(changed) : []
  }
}
