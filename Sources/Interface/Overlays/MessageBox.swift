import Screen

/// Something to be read and closed.
public struct Message: Sendable, Equatable {
  /// What it is about, in a few words.
  public let title: String
  /// The paragraphs, to be broken where the window asks for it; an empty one is an empty row.
  public let lines: [String]
  /// The pages that follow, which another key turns to.
  public var pages: [Message] = []
  /// What is copied when it is shown.
  public var copied: String?
}

extension Message: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { MessageBox(message: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    pages.isEmpty
      ? [.close, .quit] : [KeyRow.Entry(keys: "Enter", word: "next page", command: .enter), .close, .quit]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    guard let next = pages.first, key != "q" else { return close(key, &shell) }
    shell.overlay = .message(
      Message(title: next.title, lines: next.lines, pages: Array(pages.dropFirst()), copied: next.copied))
    return next.copied.map { [.copyToClipboard($0)] } ?? []
  }
}

/// Something to be read.
struct MessageBox: Drawable {
  let message: Message

  func draw(in scene: inout Scene) {
    let width = min(72, scene.frame.size.width - 8)
    let lines = message.lines.flatMap {
      $0.isEmpty ? [[]] : Paragraph($0).lines(width: width, glyphs: scene.frame.theme.glyphs)
    }
    let room = scene.openPanel(Size(width, min(lines.count, max(0, scene.frame.size.height - 6))), title: message.title)
    for (row, line) in lines.prefix(room.height).enumerated() { scene.frame.put(line, x: room.x, y: room.y + row) }
  }
}
