import Words

/// The value of a key as text has it: a word, or a list of words.
///
/// `0.03`, `"0.12345"`, `[4, 2]` and `[]` are the forms that files, `--set` and lectures share; they are YAML's.
public enum Setting: Equatable, Sendable {
  case word(String)
  case list([String])

  /// Reads a word or a bracketed list; quotes round a word are taken off.
  ///
  /// Without brackets, text with commas stays one word: a key that wants a list splits it itself.
  public init(_ text: String) {
    let text = text.trimmed
    if text.hasPrefix("["), text.hasSuffix("]") {
      self = .list(Self.words(of: text.dropFirst().dropLast()))
    } else {
      self = .word(Self.unquoted(text))
    }
  }

  /// The words of a list: as written, or the parts of a word between its commas, but those in round brackets.
  package var words: [String] {
    switch self {
    case .word(let word): Self.words(of: word[...])
    case .list(let words): words
    }
  }

  private static func words(of text: Substring) -> [String] {
    guard !text.trimmed.isEmpty else { return [] }
    var depth = 0
    // The commas of a formula's brackets part nothing: max(x1, x2).
    let parts = text.split(omittingEmptySubsequences: false) { character in
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      return character == "," && depth <= 0
    }
    return parts.map { unquoted($0.trimmed) }
  }

  private static func unquoted(_ text: String) -> String {
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}

extension Setting: CustomStringConvertible {
  /// The text that reads back as this setting.
  public var description: String {
    switch self {
    case .word(let word): word
    case .list(let words): "[\(words.joined(separator: ", "))]"
    }
  }
}
