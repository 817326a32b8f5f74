/// Prose with `*emphasis*`, to be broken into lines.
public struct Paragraph: Hashable, Sendable {
  /// Words with the spaces between them gone; a word may change its emphasis inside.
  private let words: [[Span]]

  /// Reads a text: what stands between two asterisks is strong, what stands between two backquotes (a key, a name) too,
  /// without being bold. A mark without its twin stands for itself.
  public init(_ text: String) { self.init(spans: Paragraph.spans(text)) }

  /// A paragraph of spans that have their roles already.
  public init(spans: [Span]) {
    var words: [[Span]] = []
    var word: [Span] = []
    for run in spans {
      let text = run.text.replacingNewlines()
      for (index, piece) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0, !word.isEmpty {
          words.append(word)
          word = []
        }
        if !piece.isEmpty { word.append(Span(String(piece), run.role, run.attributes)) }
      }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  private static func spans(_ text: String) -> [Span] {
    var spans: [Span] = []
    var rest = text.replacingNewlines()[...]
    while let open = rest.firstIndex(where: { $0 == "*" || $0 == "`" }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: rest[open]), close > inside.startIndex, inside.first != " " else {
        spans.append(Span(String(rest[...open])))
        rest = inside
        continue
      }
      if open > rest.startIndex { spans.append(Span(String(rest[..<open]))) }
      spans.append(Span(String(inside[..<close]), .strong, rest[open] == "*" ? .bold : []))
      rest = inside[inside.index(after: close)...]
    }
    if !rest.isEmpty { spans.append(Span(String(rest))) }
    return spans
  }

  /// The lines of the paragraph in `width` columns; a word that is longer than a line is cut.
  public func lines(width: Int, glyphs: GlyphSet) -> [[Span]] {
    guard width > 0 else { return [] }
    var lines: [[Span]] = []
    var line: [Span] = []
    var used = 0
    for word in words.flatMap({ Paragraph.cut($0, width: width, glyphs: glyphs) }) {
      let needed = glyphs.width(word)
      if !line.isEmpty, used + 1 + needed > width {
        lines.append(line)
        line = []
        used = 0
      }
      if let last = line.last {
        // The space belongs to an emphasis that goes on over it.
        let isInside = last.role == word.first?.role
        line.append(Span(" ", isInside ? last.role : .text))
        used += 1
      }
      line += word
      used += needed
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A word in pieces that fit a line.
  private static func cut(_ word: [Span], width: Int, glyphs: GlyphSet) -> [[Span]] {
    guard glyphs.width(word) > width else { return [word] }
    var pieces: [[Span]] = [[]]
    var used = 0
    for run in word {
      for character in run.text {
        let needed = glyphs.width(String(character))
        if used > 0, used + needed > width {
          pieces.append([])
          used = 0
        }
        pieces[pieces.count - 1].append(Span(String(character), run.role, run.attributes))
        used += needed
      }
    }
    return pieces
  }
}

extension String {
  /// The text with every line break made a space.
  fileprivate func replacingNewlines() -> String { String(map { $0.isNewline ? " " : $0 }) }
}

extension Frame {
  /// Writes a paragraph into `rect` and returns the row below its last line; lines that find no room are left out.
  @discardableResult
  public mutating func paragraph(_ text: String, in rect: Rect, _ role: Role = .text) -> Int {
    var y = rect.y
    for line in Paragraph(text).lines(width: rect.width, glyphs: theme.glyphs) where y < rect.maxY {
      put(line.map { $0.role == .text ? Span($0.text, role, $0.attributes) : $0 }, x: rect.x, y: y)
      y += 1
    }
    return y
  }
}
