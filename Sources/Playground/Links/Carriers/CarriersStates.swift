import Words

// What carriers do to a link's state: the keys and values behind its `#`.

extension String {
  /// `;` for `&`, as old web servers wrote it.
  var withAmpersands: String {
    guard !contains("&") else { return self }
    let pieces = split(separator: ";")
    let keys = pieces.compactMap { $0.split(separator: "=").first }
    return pieces.count > 1 && keys.allSatisfy(Page.isKey) ? pieces.joined(separator: "&") : self
  }

  /// Without blanks around keys and in values, but for texts of one's own; words behind the link are cut off.
  var withoutBlanks: String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace && !character.isNewline }
    guard contains(where: isBlank) else { return self }
    let pieces = split(separator: "&", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      let key = piece.prefix { $0 != "=" }
      if Page.keysOfTexts.contains(String(key).trimmed) { return String(piece).trimmed }
      return index < pieces.count - 1
        ? piece.filter { !isBlank($0) } : String(String(piece).trimmed.prefix { !isBlank($0) })
    }.joined(separator: "&")
  }

  /// Keys and choices with the page's capitals.
  var inThePagesCapitals: String {
    split(separator: "&", omittingEmptySubsequences: false).map { piece in
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = Page.spelling(of: parts[0], among: Page.keys), parts.count == 2 else { return String(piece) }
      let value = Page.keysOfTexts.contains(key) ? nil : Page.spelling(of: parts[1], among: Page.choices)
      return "\(key)=\(value ?? String(parts[1]))"
    }.joined(separator: "&")
  }
}

extension Page {
  /// The keys whose values are anybody's text.
  static let keysOfTexts: Set<String> = ["seed", "tutorial"]
  /// The keys that the page reads.
  static let keys: [String] =
    PlaygroundLink().hash.split(separator: "&").map { String($0.prefix { $0 != "=" }) }
    + ["regularization", "seed", "tutorial"]
  /// The values that are words.
  static let choices: [String] =
    PlaygroundLink.activations.map(\.rawValue) + PlaygroundLink.regularizations.map(\.name)
    + PlaygroundLink.datasets.map(\.rawValue) + PlaygroundLink.regressionDatasets.map(\.name)
    + ["true", "false", "classification", "regression"]

  /// Whether the page reads a key, or it hides a control.
  static func isKey(_ key: Substring) -> Bool { keys.contains(String(key)) || key.hasSuffix("_hide") }

  /// A word as the page spells it, if it differs in capitals at most.
  static func spelling(of text: Substring, among words: [String]) -> String? {
    words.first { $0 == text } ?? words.first { $0.lowercased() == text.lowercased() }
  }
}
