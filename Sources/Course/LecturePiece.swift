import Playground
import Words

/// A lecture's text cut into headings, fenced blocks and the prose between them, each with its line.
enum LecturePiece {
  /// A `##` heading: the start of a step.
  case step(title: String, line: Int)
  /// A fenced block; `line` is that of its first line inside.
  case fence(language: String, text: String, line: Int)
  case prose([String])

  /// Cuts `lines` (of which the first has the number `firstLine`) into pieces.
  ///
  /// - Throws: the line of a fence that is never closed.
  static func pieces(of lines: ArraySlice<String>, firstLine: Int) throws(UnclosedFence) -> [LecturePiece] {
    var pieces: [LecturePiece] = []
    var prose: [String] = []
    var open: (mark: Substring, language: String, lines: [String], line: Int)?

    func endProse() {
      if prose.contains(where: { !$0.trimmed.isEmpty }) { pieces.append(.prose(prose)) }
      prose = []
    }

    for (offset, line) in lines.enumerated() {
      let number = firstLine + offset
      if let fence = open {
        if line.trimmed == fence.mark {
          let text = fence.lines.joined(separator: "\n")
          pieces.append(.fence(language: fence.language, text: text, line: fence.line + 1))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if let mark = fenceMark(of: line) {
        endProse()
        open = (mark, String(line.trimmed.dropFirst(mark.count)).trimmed, [], number)
      } else if line.hasPrefix("## ") {
        endProse()
        pieces.append(.step(title: String(line.dropFirst(3)).trimmed, line: number))
      } else {
        prose.append(line)
      }
    }
    if let open { throw UnclosedFence(line: open.line) }
    endProse()
    return pieces
  }

  private static func fenceMark(of line: String) -> Substring? {
    let mark = line.prefix { $0 == "`" }
    return mark.count >= 3 ? mark : nil
  }
}

/// A fence that is opened and never closed.
struct UnclosedFence: Error {
  /// The line of the opening fence.
  let line: Int
}
