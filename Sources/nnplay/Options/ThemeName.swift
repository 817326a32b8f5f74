import Screen

extension Theme.Name {
  /// The names, as help and errors list them.
  static let words = allCases.map(\.rawValue).joined(separator: ", ") + " or mono"

  /// The theme that a word names; `mono` is short for monochrome.
  init?(typed word: String) {
    self.init(rawValue: word == "mono" ? Theme.Name.monochrome.rawValue : word)
  }
}
