import Playground

/// Reads the marks inside a line of Markdown: `*emphasis*`, `**strong**`, `` `code` ``, `[text](link)` and `\*`.
///
/// A mark without its counterpart is text, so that `2 * 3` and `snake_case` stay what they are.
struct EmphasisReader {
  private let characters: [Character]
  private var position = 0
  private var runs: [TextRun] = []

  /// The runs of `text`, neighbours of one style joined.
  static func runs(of text: String) -> [TextRun] {
    var reader = EmphasisReader(characters: Array(text))
    reader.read(upTo: reader.characters.count, style: .plain, link: nil)
    return reader.runs
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func read(upTo end: Int, style: TextRun.Style, link: String?) {
    while position < end {
      let character = characters[position]
      switch character {
      case "\\" where position + 1 < end && Self.escapable.contains(characters[position + 1]):
        append(characters[position + 1], style, link)
        position += 2
      case "`":
        if let close = index(of: "`", from: position + 1, before: end) {
          append(String(characters[position + 1..<close]), .code, link)
          position = close + 1
        } else {
          takeCharacter(style, link)
        }
      case "*", "_":
        if !readEmphasis(marked: character, before: end, style: style, link: link) { takeCharacter(style, link) }
      case "[":
        if !readLink(before: end, style: style) { takeCharacter(style, link) }
      default:
        takeCharacter(style, link)
      }
    }
  }

  /// Reads `*…*` or `**…**` at the position; false when it is not a pair of marks.
  private mutating func readEmphasis(
    marked mark: Character, before end: Int, style: TextRun.Style, link: String?
  ) -> Bool {
    let isDouble = position + 1 < end && characters[position + 1] == mark
    let width = isDouble ? 2 : 1
    let first = position + width
    guard first < end, !characters[first].isWhitespace, opens(mark) else { return false }
    var close = first
    while close < end {
      if characters[close] == "`", let next = index(of: "`", from: close + 1, before: end) {
        close = next + 1
        continue
      }
      if characters[close] == mark, close > first, !characters[close - 1].isWhitespace {
        let isPair = close + 1 < end && characters[close + 1] == mark
        if isDouble == isPair, closes(mark, at: close + width, before: end) { break }
        close += isPair ? 2 : 1
        continue
      }
      close += 1
    }
    guard close < end else { return false }
    position = first
    read(upTo: close, style: isDouble || style == .strong ? .strong : .emphasis, link: link)
    position = close + width
    return true
  }

  private mutating func readLink(before end: Int, style: TextRun.Style) -> Bool {
    guard let close = index(of: "]", from: position + 1, before: end), close > position + 1,
      close + 1 < end, characters[close + 1] == "(",
      let last = index(of: ")", from: close + 2, before: end)
    else { return false }
    position += 1
    read(upTo: close, style: style, link: String(characters[close + 2..<last]))
    position = last + 1
    return true
  }

  /// An underscore inside a word is a letter of it; an asterisk is always a mark.
  private func opens(_ mark: Character) -> Bool {
    mark == "*" || position == 0 || !characters[position - 1].isWordPart
  }

  private func closes(_ mark: Character, at next: Int, before end: Int) -> Bool {
    mark == "*" || next >= end || !characters[next].isWordPart
  }

  private func index(of character: Character, from start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    return characters[start..<end].firstIndex(of: character)
  }

  private mutating func takeCharacter(_ style: TextRun.Style, _ link: String?) {
    append(characters[position], style, link)
    position += 1
  }

  private mutating func append(_ character: Character, _ style: TextRun.Style, _ link: String?) {
    append(String(character), style, link)
  }

  private mutating func append(_ text: String, _ style: TextRun.Style, _ link: String?) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style, last.link == link {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TextRun(text, style, link: link))
    }
  }

  private static let escapable: Set<Character> = ["\\", "`", "*", "_", "[", "]", "|", "#", "<", ">"]
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
