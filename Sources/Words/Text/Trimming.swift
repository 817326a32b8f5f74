extension StringProtocol {
  /// The text without blanks and line ends before and after it.
  package var trimmed: String { String(trimming(\.isWhitespace)) }

  /// The text without spaces and tabs before and after it.
  package var trimmingBlanks: SubSequence { trimming { $0 == " " || $0 == "\t" } }

  private func trimming(_ isDropped: (Character) -> Bool) -> SubSequence {
    guard let first = firstIndex(where: { !isDropped($0) }), let last = lastIndex(where: { !isDropped($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
