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
  /// Whether the lines stand as they are, without being broken: a program.
  public var isVerbatim = false
  /// The first line that is seen.
  public var firstLine = 0
}

extension Message: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { MessageBox(message: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    (pages.isEmpty ? [] : [KeyRow.Entry(keys: "Enter", word: "next page", command: .enter)])
      + (isVerbatim ? [KeyRow.Entry(keys: "Up Down", word: "scroll")] : []) + [.close, .quit]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    switch key {
    case .up, "k": return scroll(by: -1, &shell)
    case .down, "j": return scroll(by: 1, &shell)
    case .pageUp: return scroll(by: -10, &shell)
    case .pageDown: return scroll(by: 10, &shell)
    case _: break
    }
    guard var next = pages.first, key != "q" else { return close(key, &shell) }
    next.pages = Array(pages.dropFirst())
    shell.overlay = .message(next)
    return next.copied.map { [.copyToClipboard($0)] } ?? []
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var message = self
    message.firstLine = max(0, min(lines.count - 1, firstLine + step))
    shell.overlay = .message(message)
    return []
  }
}

/// Something to be read.
struct MessageBox: Drawable {
  let message: Message

  func draw(in scene: inout Scene) {
    let width = min(message.isVerbatim ? 100 : 72, scene.frame.size.width - 8)
    let lines = message.lines.flatMap { line -> [[Span]] in
      message.isVerbatim
        ? [[Span(scene.frame.shortened(line, to: width), .text)]]
        : line.isEmpty ? [[]] : Paragraph(line).lines(width: width, glyphs: scene.frame.theme.glyphs)
    }
    let height = min(lines.count, max(0, scene.frame.size.height - 6))
    let first = min(message.firstLine, lines.count - height)
    let isWhole = lines.count == height
    let room = scene.openPanel(
      Size(width, height), title: message.title,
      note: isWhole ? "" : "\(first + 1)–\(first + height) of \(lines.count)")
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
      scene.frame.put(line, x: room.x, y: room.y + row)
    }
  }
}
