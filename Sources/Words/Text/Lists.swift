extension [String] {
  /// `a, b and c`.
  package var inWords: String { joined(last: "and") ?? "none" }

  /// `a, b or c`.
  package var inChoice: String { joined(last: "or") ?? "nothing" }

  /// The first `most`, and how many more there are: `a, b and 7 more`.
  package func beginning(most: Int) -> String {
    let words = prefix(most).joined(separator: ", ")
    return count > most ? "\(words) and \(grouped(count - most)) more" : words
  }

  private func joined(last word: String) -> String? {
    guard let last else { return nil }
    return count == 1 ? last : "\(dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}
