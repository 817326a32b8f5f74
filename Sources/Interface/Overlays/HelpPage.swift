import Screen

/// The list of all keys, at a page.
public struct HelpSheet: Sheet, Equatable {
  let scope: KeyScope
  var page = 0

  private func book(_ shell: Shell) -> HelpBook { HelpBook(keyMap: shell.keyMap, scope: scope, window: shell.size) }

  func draw(_ shell: Shell, in scene: inout Scene) { HelpPage(book: book(shell), page: page).draw(in: &scene) }

  var hints: [KeyRow.Entry] { [.close, .quit] }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    if key == "q" { return shell.quit() }
    return turn(to: key == .pageUp || key == .up ? max(0, page - 1) : page + 1, &shell)
  }

  /// A page after the last closes.
  private func turn(to page: Int, _ shell: inout Shell) -> [Effect] {
    shell.overlay = page < book(shell).pages.count ? .help(HelpSheet(scope: scope, page: page)) : nil
    return []
  }

  /// A click on the page turns it, as any key does.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] { turn(to: page + 1, &shell) }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    turn(to: min(max(0, page + step), book(shell).pages.count - 1), &shell)
  }

  /// A key that is clicked is pressed where the list was opened.
  func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    if command != .leave, command != .quit { shell.overlay = nil }
    return nil
  }
}

/// All keys, in groups, made from the list of commands; where they do not fit, another key turns the page.
struct HelpPage: Drawable {
  let book: HelpBook
  let page: Int

  func draw(in scene: inout Scene) {
    let pages = book.pages
    guard pages.indices.contains(page) else { return }
    let note = page + 1 < pages.count ? "page \(page + 1) of \(pages.count), any key turns" : "any key closes"
    let room = scene.openPanel(Size(book.width, book.height), title: "All keys", note: note)
    scene.mark(room.inset(-3, -2), as: .row(0))
    for (column, blocks) in pages[page].enumerated() {
      let x = room.x + column * HelpBook.columnWidth
      var y = room.y
      for block in blocks {
        scene.frame.heading(block.title, x: x, y: y)
        for (row, line) in block.lines.enumerated() {
          scene.frame.put(line.keys, x: x, y: y + 1 + row, .strong, .bold)
          scene.frame.put(line.words, x: x + HelpBook.keyColumns, y: y + 1 + row, .text)
          markKeys(of: line, x: x, y: y + 1 + row, in: &scene)
        }
        y += block.lines.count + 2
      }
    }
    let tallest = pages[page].map(HelpBook.height).max() ?? 0
    if tallest + 1 < room.height {
      scene.frame.put(
        "An underlined letter on the screen is the key for what it names.", x: room.x, y: room.maxY - 1, .dim)
    }
  }
}

extension HelpPage {
  /// Each key of a line can be clicked, and so everything can be done without a keyboard.
  private func markKeys(of line: HelpBook.Line, x: Int, y: Int, in scene: inout Scene) {
    let width = HelpBook.columnWidth - 1
    for (index, command) in line.commands.enumerated() {
      let start = x + index * 2
      scene.mark(Rect(x: start, y: y, width: line.commands.count == 1 ? width : 2, height: 1), as: .command(command))
    }
  }
}

/// The help as pages of columns of blocks, for a window's size.
struct HelpBook {
  private let keyMap: KeyMap
  private let scope: KeyScope
  private let window: Size
  /// Columns in pages.
  private(set) var pages: [[[Block]]] = []
  /// Rows of a column.
  private(set) var height = 4

  init(keyMap: KeyMap, scope: KeyScope, window: Size) {
    (self.keyMap, self.scope, self.window) = (keyMap, scope, window)
    let all = columnsOfBlocks
    height = all.map(Self.height).max() ?? 4
    pages = stride(from: 0, to: all.count, by: columns).map { Array(all[$0..<min(all.count, $0 + columns)]) }
  }

  /// One or more commands that belong together.
  struct Line {
    let keys: String
    let words: String
    var commands: [Command] = []
  }

  struct Block {
    let title: String
    let lines: [Line]
  }

  static let keyColumns = 10
  static let columnWidth = 27

  private var columns: Int { max(1, min(3, (window.width - 6) / Self.columnWidth)) }
  var width: Int { columns * Self.columnWidth - 2 }
  /// The rows that a column can have.
  private var mostRows: Int { min(max(4, window.height - 6), 30) }

  static func height(_ blocks: [Block]) -> Int { blocks.reduce(-1) { $0 + $1.lines.count + 2 } }

  /// Blocks dealt into columns from the left: where one page holds all, into as many columns as it has, so that none
  /// stays empty.
  private var columnsOfBlocks: [[Block]] {
    let blocks = blocks.flatMap { split($0, rows: mostRows) }
    let wanted = (4...mostRows).first { deal(blocks, rows: $0).count <= columns } ?? mostRows
    return deal(blocks, rows: wanted)
  }

  private func deal(_ blocks: [Block], rows: Int) -> [[Block]] {
    var all: [[Block]] = [[]]
    for block in blocks {
      if Self.height(all[all.count - 1] + [block]) > rows, !all[all.count - 1].isEmpty { all.append([]) }
      all[all.count - 1].append(block)
    }
    return all
  }

  /// A block higher than a column goes on in the next.
  private func split(_ block: Block, rows: Int) -> [Block] {
    let most = max(1, rows - 1)
    return stride(from: 0, to: block.lines.count, by: most).map { start in
      Block(title: block.title, lines: Array(block.lines[start..<min(block.lines.count, start + most)]))
    }
  }

  /// Commands that belong together share a line.
  private static let together: [(commands: [Command], words: String)] = [
    ([.addLayer, .removeLayer], "layers"), ([.addUnit, .removeUnit], "units"), ([.slower, .faster], "slower, faster"),
    ([.nextPanel, .previousPanel], "panel on, back"), ([.nextMap, .previousMap], "map on, back"),
    ([.weaker, .stronger], "weaker, stronger"), ([.farther, .closer], "farther, closer"),
    ([.nextInput, .previousInput], "input on, back"), ([.nextStart, .previousStart], "start on, back"),
    ([.nextPage, .previousPage], "page on, back"),
    ([.nextPicture, .previousPicture], "picture on, back"),
    ([.nextLayer, .previousLayer], "layer on, back"), ([.previousStep, .nextStep], "step back, on"),
    (Command.answers, "answer"), ([.class1, .class2, .class3], "class"),
    ([.regularization, .regularizationRate], "regularisation"),
  ]
  /// Keys that every list of keys takes for granted, told in one line.
  private static let arrows: [Command] = [.left, .right, .up, .down]

  private var blocks: [Block] {
    let groups = CommandGroup.allCases.map { group in Block(title: group.rawValue, lines: lines(of: group)) }
    let mouse = Block(
      title: "MOUSE",
      lines: [
        Line(keys: "point", words: "explain"), Line(keys: "click", words: "choose, hold"),
        Line(keys: "drag", words: "slide, draw"), Line(keys: "wheel", words: "adjust"),
      ])
    return groups.filter { !$0.lines.isEmpty } + [mouse]
  }

  private func lines(of group: CommandGroup) -> [Line] {
    var lines: [Line] = []
    var told: Set<Command> = []
    for command in Command.allCases where command.info.group == group && !told.contains(command) {
      guard command.info.scopes.contains(scope) else { continue }
      if Self.arrows.contains(command) {
        told.formUnion(Self.arrows)
        lines.append(Line(keys: "arrows", words: "move"))
        continue
      }
      let company = Self.together.first { $0.commands.contains(command) }
      let commands = (company?.commands ?? [command]).filter { keyMap.key(for: $0, in: scope) != nil }
      told.formUnion(commands)
      let keys = commands.compactMap { keyMap.key(for: $0, in: scope)?.name }
      // Of two long names, such as Tab and Shift-Tab, the first is enough.
      let shown = keys.contains { $0.count > 5 } ? Array(keys.prefix(1)) : keys
      if !shown.isEmpty {
        lines.append(
          Line(
            keys: shown.joined(separator: " "), words: company?.words ?? command.info.word,
            commands: Array(commands.prefix(shown.count))))
      }
    }
    return lines
  }
}
