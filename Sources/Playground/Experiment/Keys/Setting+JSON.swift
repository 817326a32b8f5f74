import Words

extension Setting {
  /// The value in JSON.
  ///
  /// - Parameter isText: whether it is text even where it looks like a number.
  package func json(isText: Bool) -> JSON {
    switch self {
    case .word(let word): isText ? .text(word) : Self.json(of: word)
    case .list(let words): .list(words.map(Self.json))
    }
  }

  /// A word as the value it stands for.
  private static func json(of word: String) -> JSON {
    if let whole = Int(word) { return .whole(whole) }
    if let flag = Bool(word) { return .flag(flag) }
    if let number = Double(word), number.isFinite { return .number(number) }
    return .text(word)
  }
}
