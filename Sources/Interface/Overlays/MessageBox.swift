import Screen

/// Something to be read and closed.
public struct Message: Sendable, Equatable {
  /// What it is about, in a few words.
  public let title: String
  /// The paragraphs, to be broken where the window asks for it; an empty one is an empty row.
  public let lines: [String]
}

extension Message: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { MessageBox(message: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] { [.close, .quit] }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] { close(key, &shell) }
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
