import Playground

/// Reads the marks inside a line of Markdown: `*emphasis*`, `**strong**`, `` `code` ``, `[text](link)` and `\*`.
///
/// A mark without its counterpart is text, so that `2 * 3` and `snake_case` stay what they are. The time it takes grows with
/// the text's length and no faster: what was looked for in vain is not looked for again.
struct EmphasisReader {
  private let characters: [Character]
  private var position = 0
  private var runs: [TextRun] = []
  /// The run that is being read.
  private var open = TextRun("")
  /// Where each character that was looked for comes next, from where it was looked for.
  private var searches: [Character: (from: Int, found: Int?)] = [:]

  /// The runs of `text`, neighbours of one style joined.
  static func runs(of text: String) -> [TextRun] {
    var reader = EmphasisReader(characters: Array(text))
    reader.read(upTo: reader.characters.count, style: .plain, link: nil)
    reader.endRun()
    return reader.runs
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func read(upTo end: Int, style: TextRun.Style, link: String?) {
    var unclosed: Set<Mark> = []
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
        if !readEmphasis(mark(before: end), before: end, style, link, &unclosed) { takeCharacter(style, link) }
      case "[":
        if !readLink(before: end, style: style) { takeCharacter(style, link) }
      default:
        takeCharacter(style, link)
      }
    }
  }

  /// What emphasis begins and ends with: one character, or two of them.
  private struct Mark: Hashable {
    let character: Character
    let width: Int
  }

  private func mark(before end: Int) -> Mark {
    let character = characters[position]
    return Mark(character: character, width: position + 1 < end && characters[position + 1] == character ? 2 : 1)
  }

  /// Reads `*…*` or `**…**` at the position; false when it is not a pair of marks.
  ///
  /// - Parameter unclosed: the marks that are known to have no counterpart before the end.
  private mutating func readEmphasis(
    _ mark: Mark, before end: Int, _ style: TextRun.Style, _ link: String?, _ unclosed: inout Set<Mark>
  ) -> Bool {
    let first = position + mark.width
    guard first < end, !characters[first].isWhitespace, opens(mark), !unclosed.contains(mark) else { return false }
    guard let close = close(of: mark, from: first, before: end) else {
      unclosed.insert(mark)
      return false
    }
    position = first
    read(upTo: close, style: mark.width == 2 || style == .strong ? .strong : .emphasis, link: link)
    position = close + mark.width
    return true
  }

  /// The counterpart of a mark whose text begins at `first`.
  private mutating func close(of mark: Mark, from first: Int, before end: Int) -> Int? {
    var close = first
    while close < end {
      if characters[close] == "`", let next = index(of: "`", from: close + 1, before: end) {
        close = next + 1
        continue
      }
      if characters[close] == mark.character, close > first, !characters[close - 1].isWhitespace {
        let width = close + 1 < end && characters[close + 1] == mark.character ? 2 : 1
        if width == mark.width, closes(mark, at: close + width, before: end) { return close }
        close += width
        continue
      }
      close += 1
    }
    return nil
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
  private func opens(_ mark: Mark) -> Bool {
    mark.character == "*" || position == 0 || !characters[position - 1].isWordPart
  }

  private func closes(_ mark: Mark, at next: Int, before end: Int) -> Bool {
    mark.character == "*" || next >= end || !characters[next].isWordPart
  }

  private mutating func index(of character: Character, from start: Int, before end: Int) -> Int? {
    var search = searches[character] ?? (.max, nil)
    if start < search.from || search.found.map({ $0 < start }) ?? false {
      search = (start, characters[min(start, characters.count)...].firstIndex(of: character))
      searches[character] = search
    }
    return search.found.flatMap { $0 < end ? $0 : nil }
  }

  private mutating func takeCharacter(_ style: TextRun.Style, _ link: String?) {
    append(characters[position], style, link)
    position += 1
  }

  private mutating func append(_ character: Character, _ style: TextRun.Style, _ link: String?) {
    append(String(character), style, link)
  }

  private mutating func append(_ text: String, _ style: TextRun.Style, _ link: String?) {
    if open.style != style || open.link != link {
      endRun()
      open = TextRun("", style, link: link)
    }
    open.text += text
  }

  private mutating func endRun() {
    if !open.text.isEmpty { runs.append(open) }
  }

  private static let escapable: Set<Character> = ["\\", "`", "*", "_", "[", "]", "|", "#", "<", ">"]
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
