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
  /// - Returns: the pieces, and the line of a fence that is never closed.
  static func pieces(of lines: ArraySlice<String>, firstLine: Int) -> (pieces: [LecturePiece], unclosed: Int?) {
    var pieces: [LecturePiece] = []
    var prose: [String] = []
    var open: (fence: Fence, lines: [String], line: Int)?

    func endProse() {
      if prose.contains(where: { !$0.trimmed.isEmpty }) { pieces.append(.prose(prose)) }
      prose = []
    }

    for (offset, line) in lines.enumerated() {
      let number = firstLine + offset
      if let fence = open?.fence {
        if let block = open, fence.isClosed(by: line) {
          let text = block.lines.joined(separator: "\n")
          pieces.append(.fence(language: fence.language, text: text, line: block.line + 1))
          open = nil
        } else {
          open?.lines.append(fence.dedented(line))
        }
      } else if let fence = Fence(line) {
        endProse()
        open = (fence, [], number)
      } else if line.hasPrefix("## ") {
        endProse()
        pieces.append(.step(title: String(line.dropFirst(3)).trimmed, line: number))
      } else {
        prose.append(line)
      }
    }
    endProse()
    return (pieces, open?.line)
  }
}

/// The line that opens a fenced block: three backticks or tildes and more, then the language.
private struct Fence {
  let language: String
  private let mark: Character
  private let length: Int
  /// The blanks before it, which the lines of its block may have too.
  private let indent: Int

  /// A fence, if the line is one; of backticks none may follow in the language, or it is code within prose.
  init?(_ line: String) {
    indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let body = line.dropFirst(indent)
    guard let mark = body.first, mark == "`" || mark == "~" else { return nil }
    self.mark = mark
    length = body.prefix { $0 == mark }.count
    language = String(body.dropFirst(length)).trimmed
    guard length >= 3, mark == "~" || !language.contains("`") else { return nil }
  }

  func isClosed(by line: String) -> Bool {
    let text = line.trimmed
    return text.count >= length && text.allSatisfy { $0 == mark }
  }

  func dedented(_ line: String) -> String {
    let blanks = line.prefix(indent).prefix { $0 == " " || $0 == "\t" }.count
    return String(line.dropFirst(blanks))
  }
}
