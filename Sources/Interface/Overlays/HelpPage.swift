import Screen

/// All keys, in groups, made from the list of commands.
struct HelpPage: Drawable {
  let state: State
  let page: Int

  private struct Block {
    let title: String
    let lines: [(keys: String, word: String)]
  }

  func draw(in scene: inout Scene) {
    let blocks = self.blocks
    let keyWidth = 10
    let columnWidth = keyWidth + 17
    let columns = max(1, min(4, (scene.frame.size.width - 8) / columnWidth))
    let height = scene.frame.size.height - 7
    let stacks = Self.stack(blocks, columns: columns)
    let tallest = stacks.map { $0.reduce(-1) { $0 + $1.lines.count + 2 } }.max() ?? 0
    let room = scene.openPanel(
      Size(columns * columnWidth - 2, min(height, tallest + 2)), title: "All keys", note: "any key closes")
    for (column, stack) in stacks.enumerated() {
      var y = room.y
      for block in stack where y + block.lines.count < room.maxY + 1 {
        let x = room.x + column * columnWidth
        scene.frame.heading(block.title, x: x, y: y)
        for (row, line) in block.lines.enumerated() where y + 1 + row < room.maxY {
          scene.frame.put(line.keys, x: x, y: y + 1 + row, .strong, .bold)
          scene.frame.put(line.word, x: x + keyWidth, y: y + 1 + row, .text)
        }
        y += block.lines.count + 2
      }
    }
    if room.maxY - 1 > room.y + tallest {
      scene.frame.put("An underlined letter on the screen is the key for what it names.", x: room.x, y: room.maxY - 1, .dim)
    }
  }

  private var blocks: [Block] {
    let room = state.room
    let groups = CommandGroup.allCases.map { group in
      let lines = Command.allCases.filter { $0.info.group == group }.compactMap { command -> (keys: String, word: String)? in
        guard command.info.rooms.contains(room), let key = state.keyMap.key(for: command, in: room) else { return nil }
        return (key.name, command.info.word)
      }
      return Block(title: group.rawValue, lines: lines)
    }
    let mouse = Block(
      title: "MOUSE",
      lines: [("point", "explain"), ("click", "choose, hold"), ("drag", "slide, draw"), ("wheel", "adjust")])
    return groups.filter { !$0.lines.isEmpty } + [mouse]
  }

  /// Blocks dealt to columns in order, each column about as tall as the others.
  private static func stack(_ blocks: [Block], columns: Int) -> [[Block]] {
    var stacks = Array(repeating: [Block](), count: columns)
    func height(_ stack: [Block]) -> Int { stack.reduce(0) { $0 + $1.lines.count + 2 } }
    for block in blocks.sorted(by: { $0.lines.count > $1.lines.count }) {
      if let shortest = stacks.indices.min(by: { height(stacks[$0]) < height(stacks[$1]) }) { stacks[shortest].append(block) }
    }
    return stacks
  }
}
